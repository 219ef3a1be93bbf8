/** Writes a structure in the presentation language of TLS (RFC 8446 §3); nobody counts lengths. */
export class Writer {
  #room: Uint8Array = Buffer.allocUnsafe(256)
  #length = 0

  uint(size: 1 | 2 | 3 | 4, value: number): this {
    const at = this.#length
    this.#reserve(size)
    this.#put(at, size, value)
    return this
  }

  bytes(bytes: Uint8Array): this {
    const at = this.#length
    this.#reserve(bytes.length)
    this.#room.set(bytes, at)
    return this
  }

  /** A vector of variable length: what `fill` writes, with its length before it in `size` octets. */
  vector(size: 1 | 2 | 3, fill: (content: Writer) => unknown): this {
    const at = this.#length
    this.#reserve(size)
    fill(this)
    this.#put(at, size, this.#length - at - size)
    return this
  }

  /** A vector of numbers of two octets. */
  numbers(size: 1 | 2, numbers: readonly number[]): this {
    return this.vector(size, () => {
      for (const number of numbers) this.uint(2, number)
    })
  }

  done(): Uint8Array {
    return new Uint8Array(this.#room.subarray(0, this.#length))
  }

  #reserve(octets: number): void {
    this.#length += octets
    if (this.#length <= this.#room.length) return
    const room = Buffer.allocUnsafe(Math.max(this.#length, 2 * this.#room.length))
    room.set(this.#room)
    this.#room = room
  }

  #put(at: number, size: number, value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 0x100 ** size)
      throw new RangeError(`${value} does not fit into ${size} octets`)
    let rest = value
    for (let octet = at + size - 1; octet >= at; octet--) {
      this.#room[octet] = rest % 0x100
      rest = Math.trunc(rest / 0x100)
    }
  }
}
