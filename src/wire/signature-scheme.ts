import type { SignatureScheme } from '../model/tls-scan.ts'
import { signatureSchemeRows } from './tables/signature-schemes.ts'

/** Kind of the key that signs. */
export type SignerKey = (typeof signatureSchemeRows)[number][2]

/** The scheme of that number; one that nobody registered has its hex for a name. */
export function signatureScheme(id: number): SignatureScheme {
  return byId.get(id) ?? { id, name: `0x${id.toString(16).padStart(4, '0')}` }
}

/** The schemes that keys of these kinds can sign with. */
export function schemesOf(keys: readonly SignerKey[], version: '1.2' | '1.3'): readonly number[] {
  return signatureSchemeRows
    .filter(([, , key, versions]) => keys.includes(key) && (versions === version || versions === 'both'))
    .map(([id]) => id)
}

const byId: ReadonlyMap<number, SignatureScheme> = new Map(
  signatureSchemeRows.map(([id, name]) => [id, { id, name }]),
)
