import { Malformed } from './malformed.ts'

/**
 * Reads a structure in the presentation language of TLS (RFC 8446 §3) octet by octet, and refuses what does not
 * fit: each read names its field, and the error says what was wanted and what was found.
 */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  get empty(): boolean {
    return this.left === 0
  }

  /** An unsigned number of one to four octets, in network order. */
  uint(size: 1 | 2 | 3 | 4, field: string): number {
    return this.bytes(size, field).reduce((number, octet) => number * 0x100 + octet, 0)
  }

  bytes(count: number, field: string): Uint8Array {
    if (count > this.left)
      throw new Malformed(`${field}: wanted ${octets(count)}, found ${octets(this.left)}`)
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }

  /** The content of a vector of variable length, whose length stands before it in `size` octets. */
  vector(size: 1 | 2 | 3, field: string): Uint8Array {
    return this.bytes(this.uint(size, `${field} length`), field)
  }

  /** A vector of structures, each read by `element`, which must take what it reads from the reader given. */
  list<T>(size: 1 | 2 | 3, field: string, element: (reader: Reader) => T): readonly T[] {
    const reader = new Reader(this.vector(size, field))
    const elements: T[] = []
    while (!reader.empty) elements.push(element(reader))
    return elements
  }

  /** A vector of numbers of two octets: suites, groups, schemes, versions. */
  numbers(size: 1 | 2, field: string): readonly number[] {
    return this.list(size, field, (reader) => reader.uint(2, field))
  }

  /** The structure is over: anything left would be read differently by somebody else. */
  end(structure: string): void {
    if (!this.empty) throw new Malformed(`${structure}: ${octets(this.left)} after its end`)
  }
}

function octets(count: number): string {
  return count === 1 ? '1 octet' : `${count} octets`
}
