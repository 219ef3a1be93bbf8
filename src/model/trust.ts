import type { Certificate } from './certificate.ts'
import type { Delivery, Obstacle, TrustPath } from './observation.ts'

/** What one chain is worth at an instant. The leaf's own dates are not trust's business. */
export type TrustVerdict =
  /** By a path that holds, the one that holds longest. */
  | { readonly trusted: true; readonly by: 'path'; readonly path: TrustPath }
  /** The user pinned the leaf's key; `path` is there when one holds, too. */
  | { readonly trusted: true; readonly by: 'pin'; readonly path: TrustPath | null }
  | { readonly trusted: false; readonly obstacle: Obstacle | OutOfDate }

/** Paths were found, but on each of them an issuer is not valid now; these stand on the one that comes closest. */
interface OutOfDate {
  readonly kind: 'out-of-date'
  readonly issuers: readonly Certificate[]
}

/** Judges the trust of a chain at an instant, RFC 5280 §6.1.3 (a)(2) for everything above the leaf. */
export function trustAt(delivery: Delivery, pins: readonly string[], now: Date): TrustVerdict {
  const path = bestPath(delivery, now)
  if (pins.includes(delivery.leaf.spkiSha256)) return { trusted: true, by: 'pin', path }
  if (path !== null) return { trusted: true, by: 'path', path }
  return { trusted: false, obstacle: delivery.trust.obstacle ?? outOfDate(delivery.trust.paths, now) }
}

/** Of the paths that hold now, the one whose issuers last longest; `null` when none holds. */
export function bestPath(delivery: Delivery, now: Date): TrustPath | null {
  const [first, ...others] = holdingPaths(delivery, now)
  if (first === undefined) return null
  return others.reduce((best, path) => (issuersEnd(path) > issuersEnd(best) ? path : best), first)
}

/** The paths of which every issuer is valid now. */
export function holdingPaths({ trust }: Delivery, now: Date): readonly TrustPath[] {
  return trust.paths.filter((path) => issuersOf(path).every((issuer) => validAt(issuer, now)))
}

/** Whether the chain leads to the public store at all: only then do the rules of the public Web PKI apply. */
export function endsInPublicRoot(delivery: Delivery): boolean {
  return delivery.trust.paths.some(({ anchor }) => anchor === 'public')
}

/** Everything above the leaf, the anchor last. */
function issuersOf(path: Pick<TrustPath, 'certificates'>): readonly Certificate[] {
  return path.certificates.slice(1)
}

/** The issuer of a path that expires first; `null` when the leaf itself is the anchor. */
export function firstToExpire(path: Pick<TrustPath, 'certificates'>): Certificate | null {
  const [first, ...others] = issuersOf(path)
  if (first === undefined) return null
  return others.reduce((soonest, issuer) => (end(issuer) < end(soonest) ? issuer : soonest), first)
}

/** A date that cannot be read is no proof of validity: no verifier accepts it. */
function validAt(certificate: Certificate, now: Date): boolean {
  const { notBefore, notAfter } = certificate
  return notBefore !== null && notAfter !== null && notBefore <= now && now <= notAfter
}

function outOfDate(paths: readonly TrustPath[], now: Date): OutOfDate {
  const failing = paths.map((path) => issuersOf(path).filter((issuer) => !validAt(issuer, now)))
  const fewest = failing.toSorted((one, other) => one.length - other.length)[0]
  return { kind: 'out-of-date', issuers: fewest ?? [] }
}

function issuersEnd(path: TrustPath): number {
  const first = firstToExpire(path)
  return first === null ? Infinity : end(first)
}

function end(certificate: Certificate): number {
  return certificate.notAfter?.getTime() ?? -Infinity
}
