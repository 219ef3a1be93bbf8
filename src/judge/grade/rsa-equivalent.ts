import type { PublicKey } from '../../model/certificate.ts'
import type { NamedGroup } from '../../model/tls-scan.ts'

/** Elliptic curves and the RSA modulus that is as strong: NIST SP 800-57 part 1 rev. 5, table 2. */
const curves: readonly (readonly [field: number, modulus: number])[] = [
  [511, 15_360],
  [384, 7680],
  // x25519 and Ed25519 count their field as 255 bits
  [255, 3072],
  [224, 2048],
  [160, 1024],
]
const weakestModulus = 512

const strong = 15_360
const keyTypes: ReadonlyMap<string, number> = new Map([
  ['Ed25519', 3072],
  ['Ed448', 7680],
  ['ML-DSA-44', 3072],
  ['ML-DSA-65', 7680],
  ['ML-DSA-87', strong],
])

/** The size of an RSA key that is as strong as this one; `null` for a type that nobody here can weigh. */
export function keyEquivalent({ type, bits }: PublicKey): number | null {
  if (type === 'RSA' || type === 'RSA-PSS' || type === 'DSA') return bits
  if (type === 'EC') return bits === null ? null : modulusFor(bits)
  return keyTypes.get(type) ?? null
}

const mlkem512 = 0x0200

/** The same for a group. Post-quantum groups are at least as strong as AES-128, ML-KEM-512, or AES-192, all others. */
export function groupEquivalent({ id, bits, postQuantum }: NamedGroup): number | null {
  if (postQuantum) return id === mlkem512 ? 3072 : 7680
  if (bits === null) return null
  // RFC 7919: finite fields, measured like RSA
  return id >> 8 === 0x01 ? bits : modulusFor(bits)
}

function modulusFor(field: number): number {
  return curves.find(([least]) => field >= least)?.[1] ?? weakestModulus
}
