import type { CaaRecord, CaaSet } from './dns-evidence.ts'

/** What a set of CAA records says to one CA about one name. */
export type CaaWord =
  /** No record restricts it. */
  | { readonly kind: 'open' }
  | { readonly kind: 'permitted' }
  /** `allowed`: whom it permits; empty: nobody. */
  | { readonly kind: 'forbidden'; readonly allowed: readonly string[] }
  /** A critical property that no CA may pass over, and that this program, as they may, does not know. */
  | { readonly kind: 'unknown-critical'; readonly tag: string }

/** RFC 8659 §4, RFC 9495, RFC 8657, and the two that the Baseline Requirements know besides (§4.2.2.1). */
const known: ReadonlySet<string> = new Set([
  'issue',
  'issuewild',
  'iodef',
  'issuemail',
  'contactemail',
  'contactphone',
  'issuevmc',
])

/**
 * Whether a CA that goes by these names may issue for the name (RFC 8659 §4.2 and §4.3). For a wildcard `issuewild`
 * takes the place of `issue`. Parameters limit accounts and methods (RFC 8657), which nobody but the CA can judge.
 */
export function caaWord(name: string, { records }: CaaSet, identities: readonly string[]): CaaWord {
  const strange = records.find(({ critical, tag }) => critical && !known.has(tag))
  if (strange !== undefined) return { kind: 'unknown-critical', tag: strange.tag }
  const wild = records.filter(({ tag }) => tag === 'issuewild')
  const binding =
    name.startsWith('*.') && wild.length > 0 ? wild : records.filter(({ tag }) => tag === 'issue')
  if (binding.length === 0) return { kind: 'open' }
  const allowed = [...new Set(binding.map(issuerOf).filter((issuer) => issuer !== ''))]
  return allowed.some((issuer) => identities.includes(issuer))
    ? { kind: 'permitted' }
    : { kind: 'forbidden', allowed }
}

/** The domain before any parameters; a value that cannot be read permits nobody. */
function issuerOf({ value }: CaaRecord): string {
  const [issuer = ''] = value.split(';')
  const name = issuer.trim().toLowerCase()
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/u.test(name) ? name : ''
}
