import type { asn1 as forge } from 'node-forge'
import asn1 from 'node-forge/lib/asn1.js'

import { certificateLimits } from '../model/limits.ts'
import { universalText, utf8Text } from './character-string.ts'
import { Malformed } from './malformed.ts'
import { readOid } from './object-identifier.ts'

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
  const text = latin1(bytes)
  const tree = parse(text, what, 'DER')
  if (written(tree) !== text) {
    throw new Malformed(`${what}: BER where DER is demanded (X.690 §10, §11)`)
  }
  return new Der(tree, what)
}

/** Reads one BER value that fills `bytes`: for PKCS#7 and PKCS#12, which do not demand DER. Throws `Malformed`. */
export function readBer(bytes: Uint8Array, what: string): Der {
  return new Der(parse(latin1(bytes), what, 'BER'), what)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function parse(text: string, what: string, rules: 'DER' | 'BER'): forge.Asn1 {
  try {
    return asn1.fromDer(text, {
      strict: true,
      parseAllBytes: true,
      decodeBitStrings: false,
      maxDepth: certificateLimits.levels,
    })
  } catch (thrown) {
    throw new Malformed(
      `${what}: not ${rules} (${thrown instanceof Error ? thrown.message : String(thrown)})`,
    )
  }
}

/**
 * The value as DER, an octet a character. node-forge's own writer takes any tag 2 for an INTEGER, also the [2] of a
 * dNSName or a subjectUniqueID, and shortens what begins with NUL.
 */
function written({ tagClass, type, constructed, value }: forge.Asn1): string {
  const content = typeof value === 'string' ? primitive(tagClass, type, value) : value.map(written).join('')
  const { length } = content
  const octets = length < 0x80 ? [length] : lengthOctets(length)
  return String.fromCharCode(tagClass | (constructed ? 0x20 : 0) | type, ...octets) + content
}

function primitive(tagClass: number, type: number, value: string): string {
  // node-forge has decoded it, whatever its class
  if (type === tags.bmpString) return Buffer.from(value, 'utf16le').swap16().toString('latin1')
  if (tagClass !== asn1.Class.UNIVERSAL || type !== tags.integer || value.length < 2) return value
  const [first, negative] = [value.charCodeAt(0), value.charCodeAt(1) >= 0x80]
  // X.690 §8.3.2: the first nine bits are not all alike
  return first === (negative ? 0xff : 0) ? value.slice(1) : value
}

/** X.690 §8.1.3.5: the number of octets that follow, and these. */
function lengthOctets(length: number): readonly number[] {
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 0x100)) octets.unshift(rest % 0x100)
  return [0x80 | octets.length, ...octets]
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

  /** The same value under another name in messages. */
  named(what: string): Der {
    return new Der(this.#tree, what)
  }

  get constructed(): boolean {
    return this.#tree.constructed
  }

  /** Header and content, as they stand in the input. */
  get encoded(): Uint8Array {
    return Buffer.from(written(this.#tree), 'latin1')
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

  /** A SEQUENCE of exactly two. */
  pair(): readonly [Der, Der] {
    const [first, second, ...more] = this.sequence()
    if (first === undefined || second === undefined || more.length > 0)
      throw this.#malformed('a SEQUENCE of two')
    return [first, second]
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

  /** An INTEGER that fits four octets. */
  smallInteger(): number {
    const content = this.integer()
    if (content.length > 4) throw this.#malformed('an INTEGER of at most 4 octets')
    return Buffer.from(content).readIntBE(0, content.length)
  }

  oid(): string {
    return readOid(this.#primitive(tags.oid, 'OBJECT IDENTIFIER'), this.#what)
  }

  octetString(): Uint8Array {
    return this.#primitive(tags.octetString, 'OCTET STRING')
  }

  /** An OCTET STRING under any tag, in one piece or, as BER allows, in several (X.690 §8.7). */
  pieces(): Uint8Array {
    return this.constructed ? Buffer.concat(this.members.map((piece) => piece.pieces())) : this.content
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

  /** Whether this is one of the types that `text` reads. */
  get textual(): boolean {
    return this.#tree.tagClass === asn1.Class.UNIVERSAL && textTags.has(this.#tree.type)
  }

  /** The content as IA5String, for IMPLICIT tags and times; throws on an octet above 7F. */
  ascii(): string {
    const strange = /[\u0080-\u00ff]/.exec(this.#text)?.[0]
    if (strange !== undefined) {
      throw new Malformed(`${this.#what}: octet 0x${strange.charCodeAt(0).toString(16)} in an IA5String`)
    }
    return this.#text
  }

  /** Any of the string types of X.520's DirectoryString, and the restricted ones beside them. */
  text(): string {
    if (this.is(tags.utf8String)) return utf8Text(this.content, this.#what)
    if (this.is(tags.bmpString)) return this.#text
    if (this.is(tags.universalString)) return universalText(this.content, this.#what)
    if (this.textual) return Buffer.from(this.content).toString('latin1')
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

const textTags: ReadonlySet<number> = new Set([
  tags.utf8String,
  tags.numericString,
  tags.printableString,
  tags.teletexString,
  tags.ia5String,
  tags.visibleString,
  tags.universalString,
  tags.bmpString,
])
