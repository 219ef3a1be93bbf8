/** Writes a structure in the presentation language of TLS (RFC 8446 §3); nobody counts lengths. */
export class Writer {
  readonly #parts: Uint8Array[] = []
  #length = 0

  uint(size: 1 | 2 | 3 | 4, value: number): this {
    if (!Number.isInteger(value) || value < 0 || value >= 0x100 ** size)
      throw new RangeError(`${value} does not fit into ${size} octets`)
    return this.bytes(
      Uint8Array.from({ length: size }, (_, at) => Math.trunc(value / 0x100 ** (size - 1 - at))),
    )
  }

  bytes(bytes: Uint8Array): this {
    this.#parts.push(bytes)
    this.#length += bytes.length
    return this
  }

  /** A vector of variable length: what `fill` writes, with its length before it in `size` octets. */
  vector(size: 1 | 2 | 3, fill: (content: Writer) => unknown): this {
    const content = new Writer()
    fill(content)
    return this.uint(size, content.#length).bytes(content.done())
  }

  /** A vector of numbers of two octets. */
  numbers(size: 1 | 2, numbers: readonly number[]): this {
    return this.vector(size, (list) => numbers.forEach((number) => list.uint(2, number)))
  }

  done(): Uint8Array {
    const whole = new Uint8Array(this.#length)
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
}
