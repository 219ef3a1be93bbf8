import { type Certificate, shortName } from '../model/certificate.ts'
import { certificateLimits } from '../model/limits.ts'
import type { Obstacle, TrustEvidence, TrustPath } from '../model/observation.ts'
import { canonicalName } from './canonical-name.ts'
import type { Certificates } from './certificates.ts'
import { pathFault } from './path-rules.ts'
import type { TrustStore } from './trust-store.ts'

/**
 * Builds every path from the leaf to an anchor out of the certificates sent and the store, whatever their order
 * (RFC 4158). A path counts when each signature verifies and RFC 5280 §6.1 is content; dates are left to
 * `judge/`, so that an expired intermediate is called by its name.
 */
export function trustEvidence(
  chain: readonly [Certificate, ...Certificate[]],
  store: TrustStore,
  certificates: Certificates,
): TrustEvidence {
  const search = explore(chain, store, certificates)
  const paths = search.paths.toSorted((a, b) => endOf(b) - endOf(a)).slice(0, certificateLimits.paths)
  return { paths, obstacle: paths.length > 0 ? null : obstacle(chain[0], search, certificates) }
}

interface Search {
  readonly paths: TrustPath[]
  /** Why a complete path was thrown away, or the search broken off. */
  readonly faults: string[]
  /** The longest way that came to no anchor. */
  deadEnd: readonly Certificate[]
  steps: number
}

function explore(
  chain: readonly [Certificate, ...Certificate[]],
  store: TrustStore,
  certificates: Certificates,
): Search {
  const [leaf, ...sent] = chain
  const bySubject = Map.groupBy(distinct(sent), ({ subject }) => canonicalName(subject))
  const search: Search = { paths: [], faults: [], deadEnd: [], steps: 0 }

  const accept = (way: readonly Certificate[], anchor: TrustPath['anchor']): void => {
    const fault = pathFault(way)
    if (fault === undefined) search.paths.push({ certificates: way, anchor })
    else search.faults.push(fault)
  }

  /** What we did not look at to the end is not incomplete: its issuers may all be there. */
  const giveUp = (why: string): void => {
    if (!search.faults.includes(why)) search.faults.push(why)
  }

  const climb = (way: readonly Certificate[], top: Certificate): void => {
    const kind = store.holds(top)
    if (kind !== undefined) accept(way, kind)
    // A root in the store needs no issuer; an intermediate that is an anchor may lead to a root as well.
    if (kind !== undefined && top.selfIssued) return
    if (way.length >= certificateLimits.pathCertificates)
      return giveUp(`a path of more than ${certificateLimits.pathCertificates} certificates is not followed`)
    const name = canonicalName(top.issuer)
    const anchors = store.named(top.issuer).map(({ certificate }) => certificate)
    const candidates = distinct([...anchors, ...(bySubject.get(name) ?? [])])
      .filter((issuer) => !way.some((member) => sameEntity(member, issuer)))
      .toSorted((a, b) => Number(keyIdsMatch(top, b)) - Number(keyIdsMatch(top, a)))
    let climbed = false
    for (const issuer of candidates) {
      if (++search.steps > certificateLimits.pathSteps)
        return giveUp(`no path in the first ${certificateLimits.pathSteps} signatures looked at`)
      if (!certificates.signedBy(top, issuer)) continue
      climbed = true
      climb([...way, issuer], issuer)
    }
    if (!climbed && kind === undefined && way.length > search.deadEnd.length) search.deadEnd = way
  }

  climb([leaf], leaf)
  return search
}

function obstacle(leaf: Certificate, search: Search, certificates: Certificates): Obstacle {
  const [fault] = search.faults
  if (fault !== undefined) return { kind: 'invalid', detail: fault }
  const top = search.deadEnd.at(-1) ?? leaf
  if (top.selfIssued && certificates.signedBy(top, top)) {
    return top === leaf ? { kind: 'self-signed' } : { kind: 'unknown-root', root: shortName(top.subject) }
  }
  const [url] = top.caIssuerUrls
  return {
    kind: 'issuer-missing',
    issuer: shortName(top.issuer),
    named: url === undefined ? null : { kind: 'aia', url, proved: [] },
  }
}

/** Names and key make a CA what it is; its certificates are many (cross-signs, renewals). */
function sameEntity(one: Certificate, other: Certificate): boolean {
  return one.spkiSha256 === other.spkiSha256 && canonicalName(one.subject) === canonicalName(other.subject)
}

/** A hint, not a demand (RFC 4158 §3.5.12): tried first when they match. */
function keyIdsMatch(certificate: Certificate, issuer: Certificate): boolean {
  return certificate.authorityKeyId !== null && certificate.authorityKeyId === issuer.subjectKeyId
}

function distinct(all: readonly Certificate[]): readonly Certificate[] {
  return [...new Map(all.map((certificate) => [certificate.sha256, certificate])).values()]
}

function endOf({ certificates }: TrustPath): number {
  return Math.min(...certificates.map(({ notAfter }) => notAfter?.getTime() ?? 0))
}
