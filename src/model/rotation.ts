import { parseAddress } from './address.ts'
import { type AlternativeName, dayMs } from './certificate.ts'
import type { Rotation } from './change.ts'
import { calendarDay, inWords } from './duration.ts'
import type { Comparison, RememberedCertificate } from './history.ts'
import { matchHostname } from './hostname-match.ts'
import { parseHostname } from './hostname.ts'
import { historyLimits } from './limits.ts'
import type { Observation } from './observation.ts'
import { rememberedCertificate, sameOrganisation } from './remembered-certificate.ts'
import { listed, shortened } from './text.ts'

/** The two leaves of a rotation, each as far as it is still known. */
export interface RotatedLeaves {
  readonly previous: RememberedCertificate | null
  readonly current: RememberedCertificate | null
}

/** The leaves of a rotation: what is served now is known in full, what is gone as it was remembered. */
export function rotatedLeaves(
  { previous, current }: Rotation,
  { before }: Comparison,
  { deliveries, at }: Observation,
): RotatedLeaves {
  const leaf = deliveries.known
    ? deliveries.value.find((delivery) => delivery.leaf.sha256 === current)?.leaf
    : undefined
  const remembered = (sha256: string): RememberedCertificate | null =>
    before?.certificates.find((certificate) => certificate.sha256 === sha256) ?? null
  return {
    previous: remembered(previous),
    current: leaf === undefined ? remembered(current) : rememberedCertificate(leaf, at, at),
  }
}

/** The predicate of a sentence: `renewed 21 days before expiry by the same CA with the same key`. */
export function rotationWords(rotation: Rotation, leaves: RotatedLeaves): string {
  const { previous, current } = leaves
  const when = beforeExpiry(rotation)
  switch (rotation.kind) {
    case 'renewed':
      return `renewed${when} by the same CA with the same key`
    case 'rekeyed':
      return `renewed${when} by the same CA with ${keyWords(leaves)}`
    case 'reissued':
      return previous === null || current === null || sameOrganisation(previous, current)
        ? `replaced${when} by a certificate of another CA`
        : `replaced${when} by a certificate of ${quoted(current.issuerOrganisation)} instead of ${quoted(previous.issuerOrganisation)}, with ${keyWords(leaves)}`
    case 'rolled-back': {
      const issued = current?.notBefore ?? null
      return `rolled back to ${issued === null ? 'a certificate it had before' : `the certificate of ${calendarDay(issued)}`}`
    }
  }
}

/** What became of the names, after `; `: `; www.example.org was dropped`. Empty where nothing did. */
export function namesWords({ previous, current }: RotatedLeaves): string {
  if (previous === null || current === null) return ''
  // Too many names are not remembered of a leaf of the past.
  if (previous.names.length === 0 || current.names.length === 0) return ''
  const lost = lostNames(previous.names, current.names)
  const gained = previous.names.length < historyLimits.names ? lostNames(current.names, previous.names) : []
  return [
    ...(lost.length === 0 ? [] : [`; ${listed(lost)} ${verb(lost)} dropped`]),
    ...(gained.length === 0 ? [] : [`; ${listed(gained)} ${verb(gained)} added`]),
  ].join('')
}

/** The names that the later certificate is not good for: neither there, nor under one of its wildcards. */
export function lostNames(earlier: readonly string[], later: readonly string[]): readonly string[] {
  const there = new Set(later.map((name) => name.toLowerCase()))
  const wildcards: readonly AlternativeName[] = later
    .filter((name) => name.startsWith('*.'))
    .map((value) => ({ kind: 'dns', value }))
  return [...new Set(earlier)].filter((name) => {
    if (there.has(name.toLowerCase())) return false
    const host = parseAddress(name) === undefined ? parseHostname(name) : undefined
    return host === undefined || !matchHostname(wildcards, host).matches
  })
}

function keyWords({ previous, current }: RotatedLeaves): string {
  if (previous === null || current === null) return 'a new key'
  if (previous.spkiSha256 === current.spkiSha256) return 'the same key'
  return previous.key === current.key ? 'a new key' : `a new key (${current.key} instead of ${previous.key})`
}

function beforeExpiry({ daysBeforeExpiry }: Rotation): string {
  if (daysBeforeExpiry === null) return ''
  const span = inWords(daysBeforeExpiry * dayMs)
  return daysBeforeExpiry < 0 ? ` ${span} after it had expired` : ` ${span} before expiry`
}

function verb({ length }: readonly string[]): string {
  return length === 1 ? 'was' : 'were'
}

function quoted(organisation: string): string {
  return `"${shortened(organisation, 80)}"`
}
