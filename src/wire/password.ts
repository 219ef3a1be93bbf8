import { hash, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

import { type Der, tags } from './der.ts'
import { Malformed } from './malformed.ts'
import { readAlgorithm } from './x509-algorithm.ts'

/** The password of one file, and what that file may cost us. */
export interface Password {
  /** `null` is no password at all, which PKCS#12 tells apart from an empty one. */
  readonly text: string | null
  /** Takes iterations of key derivation from what is left for this file; throws `Malformed` beyond. */
  readonly spend: (iterations: number) => void
}

/** All keys of a file together; common files ask for some 2,000 to 100,000 each. */
const mostIterations = 5_000_000

export function passwordOf(text: string | null): Password {
  let left = mostIterations
  return {
    text,
    spend(iterations: number): void {
      if (iterations < 1) throw new Malformed(`key derivation: ${iterations} iterations`)
      left -= iterations
      if (left < 0) throw new Malformed(`key derivation: more than ${mostIterations} iterations in one file`)
    },
  }
}

export type Digest = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** What RFC 7292 appendix B.3 makes the key for. */
export const purposes = { encryption: 1, iv: 2, mac: 3 } as const

/** RFC 7292 appendix B.2: the password as a BMPString with its terminating zero. */
export function pkcs12Key(
  password: Password,
  digest: Digest,
  { salt, iterations }: { readonly salt: Uint8Array; readonly iterations: number },
  purpose: (typeof purposes)[keyof typeof purposes],
  length: number,
): Uint8Array {
  password.spend(iterations)
  const block = digest === 'sha384' || digest === 'sha512' ? 128 : 64
  const bmp = password.text === null ? Buffer.of() : Buffer.from(`${password.text}\0`, 'utf16le').swap16()
  const input = Buffer.concat([repeated(salt, block), repeated(bmp, block)])
  const key: Buffer[] = []
  for (let made = 0; made < length; made += key.at(-1)?.length ?? length) {
    let round = hash(digest, Buffer.concat([Buffer.alloc(block, purpose), input]), 'buffer')
    for (let i = 1; i < iterations; i++) round = hash(digest, round, 'buffer')
    key.push(round)
    addToBlocks(input, repeated(round, block).subarray(0, block))
  }
  return Buffer.concat(key).subarray(0, length)
}

/** Fills whole blocks, the last copy cut; nothing stays nothing. */
function repeated(octets: Uint8Array, block: number): Buffer {
  if (octets.length === 0) return Buffer.of()
  return Buffer.alloc(block * Math.ceil(octets.length / block), octets)
}

/** Each block becomes (block + addend + 1) mod 2^(8 × size). */
function addToBlocks(blocks: Buffer, addend: Uint8Array): void {
  for (let end = blocks.length; end > 0; end -= addend.length) {
    let carry = 1
    for (let i = 1; i <= addend.length; i++) {
      carry += (blocks[end - i] ?? 0) + (addend[addend.length - i] ?? 0)
      blocks[end - i] = carry & 0xff
      carry >>= 8
    }
  }
}

const derive = promisify(pbkdf2)

/** RFC 8018 §5.2 and appendix A.2, with the password as UTF-8. `length` is what the cipher or MAC wants. */
export async function pbkdf2Key(
  password: Password,
  algorithm: Der,
  length: number | null,
): Promise<Uint8Array> {
  const { oid, parameters } = readAlgorithm(algorithm, 'keyDerivationFunc')
  if (oid !== '1.2.840.113549.1.5.12' || parameters === undefined) {
    throw new Malformed(`keyDerivationFunc: ${oid} is not PBKDF2`)
  }
  const [salt, count, ...optional] = parameters.named('PBKDF2-params').sequence()
  if (salt === undefined || count === undefined) throw new Malformed('PBKDF2-params: wanted salt and count')
  const iterations = count.smallInteger()
  password.spend(iterations)
  const keyLength = optional.find((field) => field.is(tags.integer))?.smallInteger() ?? null
  const size = length ?? keyLength
  if (size === null || size < 1 || size > longestKey) throw new Malformed(`PBKDF2-params: keyLength ${size}`)
  const prf = optional.find((field) => field.is(tags.sequence))
  const digest = prf === undefined ? 'sha1' : hmacDigest(readAlgorithm(prf, 'prf').oid)
  return derive(password.text ?? '', salt.octetString(), iterations, size, digest)
}

/** In octets: no cipher or MAC here wants more. */
const longestKey = 64

/** RFC 8018 appendix B.1. */
export function hmacDigest(oid: string): Digest {
  const digest = hmacs.get(oid)
  if (digest === undefined) throw new Malformed(`HMAC: ${oid} is not supported`)
  return digest
}

const hmacs: ReadonlyMap<string, Digest> = new Map([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
])
