import { cipherSuite, suitesOf, suiteTraits } from '../../wire/cipher-suite.ts'
import { groupsOf } from '../../wire/named-group.ts'
import { schemesOf } from '../../wire/signature-scheme.ts'
import type { HelloShape, RecordVersion } from './hello.ts'

/**
 * The suites of a version, the weakest first: a server that picks by its own order betrays itself by picking
 * another. ChaCha20 stands last, because at the head it turns the order of some servers over.
 */
export function suiteCandidates(version: RecordVersion): readonly number[] {
  const made = candidates.get(version) ?? suitesOf(version).toSorted((a, b) => rank(a) - rank(b) || a - b)
  candidates.set(version, made)
  return made
}

/** Sorted once, not for every endpoint. */
const candidates = new Map<RecordVersion, readonly number[]>()

function rank(id: number): number {
  const { bits, forwardSecrecy, name } = cipherSuite(id)
  const aead = suiteTraits(id).mode.startsWith('AEAD')
  return (
    (name.includes('CHACHA20') ? 8000 : 0) +
    (aead ? 4000 : 0) +
    (forwardSecrecy === true ? 2000 : 0) +
    (bits ?? 0)
  )
}

/** Curves for the key exchange up to TLS 1.2, those of today first. */
export const oldCurves: readonly number[] = todayFirst(groupsOf(['curve'], 'old'))

/** RFC 7919: asked for with DHE suites alone. */
export const fieldGroups: readonly number[] = groupsOf(['ffdhe'], 'old')

/**
 * Groups for TLS 1.3. The one that servers like best stands behind others that we can compute with: then a server
 * that goes by our order may send a list of its own (RFC 8446 §4.2.7).
 */
export const currentGroups: readonly number[] = [
  ...new Set([0x18, 0x17, 0x19, 0x1d, 0x1e, ...groupsOf(['curve', 'ffdhe', 'kem'], '1.3')]),
]

const oldSchemes: readonly number[] = schemesOf(['RSA', 'ECDSA', 'EdDSA', 'DSA', 'GOST'], '1.2').toReversed()
const currentSchemes: readonly number[] = schemesOf(['ECDSA', 'RSA', 'EdDSA', 'ML-DSA', 'SM2', 'GOST'], '1.3')

/** The hello that asks for all of these suites in a version, and for everything else that the version knows. */
export function helloShape(
  version: RecordVersion,
  suites: readonly number[],
  differs: Partial<HelloShape> = {},
): HelloShape {
  const current = version === 'TLSv1.3'
  return {
    version,
    suites,
    groups: current ? currentGroups : oldCurves,
    schemes: current ? currentSchemes : oldSchemes,
    shares: [],
    protocols: [],
    compression: !current,
    bare: false,
    ...differs,
  }
}

/** Suites in as few chunks as hold at most 56, interleaved: no quirk of one chunk can lose a family. */
export function chunks(suites: readonly number[]): readonly (readonly number[])[] {
  const count = Math.ceil(suites.length / 56)
  return Array.from({ length: count }, (_, chunk) => suites.filter((_, index) => index % count === chunk))
}

/** A hello of at most 255 octets for that chunk. */
export function shortShape(version: RecordVersion, suites: readonly number[]): HelloShape {
  const current = version === 'TLSv1.3'
  return helloShape(version, suites, {
    bare: true,
    compression: false,
    groups: current ? [0x1d, 0x17, 0x18, 0x11ec] : [0x1d, 0x17, 0x18, 0x19],
    schemes: [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0201, 0x0203],
  })
}

function todayFirst(curves: readonly number[]): readonly number[] {
  return [...new Set([0x1d, 0x17, 0x18, 0x19, 0x1e, ...curves])]
}
