/** Octets that came in pieces and are taken in others. Pieces are joined only when they are taken. */
export class OctetQueue {
  #pieces: Uint8Array[] = []
  length = 0

  push(piece: Uint8Array): void {
    if (piece.length === 0) return
    this.#pieces.push(piece)
    this.length += piece.length
  }

  /** The first octets, which stay; `undefined` while they are not all there. */
  peek(count: number): Uint8Array | undefined {
    if (count > this.length) return undefined
    this.#join(count)
    return this.#pieces[0]?.subarray(0, count) ?? new Uint8Array()
  }

  /** The first octets, which go; `undefined` while they are not all there. */
  take(count: number): Uint8Array | undefined {
    const taken = this.peek(count)
    if (taken === undefined || count === 0) return taken
    this.length -= count
    const rest = this.#pieces[0]?.subarray(count) ?? new Uint8Array()
    if (rest.length > 0) this.#pieces[0] = rest
    else this.#pieces.shift()
    return taken
  }

  /** Makes the first `count` octets one piece. */
  #join(count: number): void {
    if ((this.#pieces[0]?.length ?? count) >= count) return
    let pieces = 0
    for (let octets = 0; octets < count; pieces++) octets += this.#pieces[pieces]?.length ?? count
    this.#pieces.splice(0, pieces, Buffer.concat(this.#pieces.slice(0, pieces)))
  }
}
