import type { asn1 as forge } from 'node-forge'
import asn1 from 'node-forge/lib/asn1.js'

import { Malformed } from './malformed.ts'

/** Universal tag numbers (X.680 §8.4), as far as certificates and their containers use them. */
export const tags = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  enumerated: 10,
  utf8String: 12,
  sequence: 16,
  set: 17,
  numericString: 18,
  printableString: 19,
  teletexString: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  visibleString: 26,
  universalString: 28,
  bmpString: 30,
} as const

/**
 * Reads one DER value (X.690 §10–11) that fills `bytes` to the end. node-forge parses; we accept only what it
 * would write again octet for octet, which rules out indefinite and non-minimal lengths, non-minimal
 * INTEGERs and trailing bytes. Throws `Malformed`; `what` names the value in the message.
 */
export function readDer(bytes: Uint8Array, what: string): Der {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let tree: forge.Asn1
  let again: string
  try {
    tree = asn1.fromDer(text, { strict: true, parseAllBytes: true, decodeBitStrings: false })
    again = asn1.toDer(tree).getBytes()
  } catch (thrown) {
    throw new Malformed(`${what}: not DER (${thrown instanceof Error ? thrown.message : String(thrown)})`)
  }
  if (again !== text) throw new Malformed(`${what}: BER where DER is demanded (X.690 §10, §11)`)
  return new Der(tree, what)
}

/** One value and what is inside it. Every accessor throws `Malformed` when the value is of another type. */
export class Der {
  readonly #tree: forge.Asn1
  readonly #what: string

  constructor(tree: forge.Asn1, what: string) {
    this.#tree = tree
    this.#what = what
  }

  /** Whether this is the universal type with that tag number. */
  is(tag: number): boolean {
    return this.#tree.tagClass === asn1.Class.UNIVERSAL && this.#tree.type === tag
  }

  /** The number of a context-specific tag, `undefined` for every other class. */
  get context(): number | undefined {
    return this.#tree.tagClass === asn1.Class.CONTEXT_SPECIFIC ? this.#tree.type : undefined
  }

  get constructed(): boolean {
    return this.#tree.constructed
  }

  /** Header and content, as they stand in the input. */
  get encoded(): Uint8Array {
    return Buffer.from(asn1.toDer(this.#tree).getBytes(), 'latin1')
  }

  /** The content octets of a primitive value other than a BMPString, which node-forge has decoded already. */
  get content(): Uint8Array {
    return Buffer.from(this.#text, 'latin1')
  }

  get #text(): string {
    const { value } = this.#tree
    if (typeof value !== 'string') throw this.#malformed('a primitive value')
    return value
  }

  /** The members of a constructed value, whatever its tag. */
  get members(): readonly Der[] {
    const { value } = this.#tree
    if (typeof value === 'string') throw this.#malformed('a constructed value')
    return value.map((member) => new Der(member, this.#what))
  }

  sequence(): readonly Der[] {
    if (!this.is(tags.sequence)) throw this.#malformed('SEQUENCE')
    return this.members
  }

  set(): readonly Der[] {
    if (!this.is(tags.set)) throw this.#malformed('SET')
    return this.members
  }

  /** The one member of an EXPLICIT tag (X.680 §31.2.7). */
  explicit(): Der {
    const [member, ...more] = this.members
    if (member === undefined || more.length > 0) throw this.#malformed('one value inside an explicit tag')
    return member
  }

  /** X.690 §11.1: TRUE is FF and nothing else. */
  boolean(): boolean {
    const content = this.#primitive(tags.boolean, 'BOOLEAN')
    if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))
      throw this.#malformed('BOOLEAN 00 or FF')
    return content[0] === 0xff
  }

  /** The content octets of an INTEGER, two's complement. */
  integer(): Uint8Array {
    const content = this.#primitive(tags.integer, 'INTEGER')
    if (content.length === 0) throw this.#malformed('INTEGER with content')
    return content
  }

  /** An INTEGER or ENUMERATED that fits four octets. */
  smallInteger(): number {
    const content = this.is(tags.enumerated) ? this.content : this.integer()
    if (content.length === 0 || content.length > 4) throw this.#malformed('an INTEGER of at most 4 octets')
    return Buffer.from(content).readIntBE(0, content.length)
  }

  oid(): string {
    const content = this.#primitive(tags.oid, 'OBJECT IDENTIFIER')
    return readOid(content, this.#what)
  }

  octetString(): Uint8Array {
    return this.#primitive(tags.octetString, 'OCTET STRING')
  }

  /** A BIT STRING's octets and how many bits of the last one do not count. */
  bitString(): { readonly bytes: Uint8Array; readonly unusedBits: number } {
    const content = this.#primitive(tags.bitString, 'BIT STRING')
    const unusedBits = content[0]
    if (unusedBits === undefined || unusedBits > 7 || (content.length === 1 && unusedBits > 0)) {
      throw this.#malformed('BIT STRING with 0 to 7 unused bits')
    }
    return { bytes: content.subarray(1), unusedBits }
  }

  /** Any of the string types of X.520's DirectoryString, and the restricted ones beside them. */
  text(): string {
    if (this.is(tags.utf8String)) return new TextDecoder('utf-8').decode(this.content)
    if (this.is(tags.bmpString)) return this.#text
    if (this.is(tags.universalString)) return universalText(this.content)
    const single = [
      tags.numericString,
      tags.printableString,
      tags.teletexString,
      tags.ia5String,
      tags.visibleString,
    ]
    if (single.some((tag) => this.is(tag))) return Buffer.from(this.content).toString('latin1')
    throw this.#malformed('a character string')
  }

  #primitive(tag: number, name: string): Uint8Array {
    if (!this.is(tag) || this.constructed) throw this.#malformed(name)
    return this.content
  }

  #malformed(wanted: string): Malformed {
    return new Malformed(
      `${this.#what}: wanted ${wanted}, found tag ${this.#tree.type} of class ${this.#tree.tagClass >> 6}`,
    )
  }
}

/** X.690 §8.19: base 128, the first two arcs in one number; a leading 80 octet is padding and forbidden. */
function readOid(content: Uint8Array, what: string): string {
  const arcs: bigint[] = []
  let arc = 0n
  let fresh = true
  for (const octet of content) {
    if (fresh && octet === 0x80) throw new Malformed(`${what}: an OBJECT IDENTIFIER with padding`)
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    fresh = octet < 0x80
    if (fresh) {
      arcs.push(arc)
      arc = 0n
    }
  }
  const [head, ...rest] = arcs
  if (!fresh || head === undefined) throw new Malformed(`${what}: an OBJECT IDENTIFIER that breaks off`)
  const first = head < 40n ? 0n : head < 80n ? 1n : 2n
  return [first, head - 40n * first, ...rest].join('.')
}

/** UCS-4, big-endian; a character outside Unicode becomes U+FFFD. */
function universalText(content: Uint8Array): string {
  const view = Buffer.from(content)
  let text = ''
  for (let at = 0; at + 4 <= view.length; at += 4) {
    const point = view.readUInt32BE(at)
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD'
  }
  return text
}
