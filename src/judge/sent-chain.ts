import type { Certificate, Name } from '../model/certificate.ts'

/** A chain as sent, sorted into what belongs to it and what does not; judged by names alone. */
export interface SentChain {
  /** Leaf first, in the order sent, without doubles and strangers. */
  readonly members: readonly Certificate[]
  /** Sent again, each time it was. */
  readonly doubles: readonly Certificate[]
  /** Certificates of nobody who stands between the leaf and a root. */
  readonly strangers: readonly Certificate[]
}

/** Follows issuer names upwards from the leaf; cross-signs of one name all belong. */
export function sentChain(chain: readonly Certificate[]): SentChain {
  const distinct = new Map<string, Certificate>()
  const doubles: Certificate[] = []
  for (const certificate of chain) {
    if (distinct.has(certificate.sha256)) doubles.push(certificate)
    else distinct.set(certificate.sha256, certificate)
  }
  const [leaf, ...others] = distinct.values()
  if (leaf === undefined) return { members: [], doubles, strangers: [] }
  const upwards = namesAbove(leaf, others)
  const belongs = (certificate: Certificate): boolean => upwards.has(key(certificate.subject))
  return {
    members: [leaf, ...others.filter(belongs)],
    doubles,
    strangers: others.filter((certificate) => !belongs(certificate)),
  }
}

/** Every certificate directly or not above the one before it: each is the issuer of some earlier one. */
export function isOrdered(members: readonly Certificate[]): boolean {
  const wanted = new Set<string>()
  return members.every((certificate, index) => {
    const expected = index === 0 || wanted.has(key(certificate.subject))
    wanted.add(key(certificate.issuer))
    return expected
  })
}

/**
 * A root is its own issuer and signer. One that only carries the same name on both sides, as when a CA changes its
 * key, names another key as its issuer's (RFC 5280 §4.2.1.1).
 */
export function isRoot({ selfIssued, authorityKeyId, subjectKeyId }: Certificate): boolean {
  return selfIssued && (authorityKeyId === null || subjectKeyId === null || authorityKeyId === subjectKeyId)
}

function namesAbove(leaf: Certificate, others: readonly Certificate[]): ReadonlySet<string> {
  const bySubject = Map.groupBy(others, ({ subject }) => key(subject))
  const names = new Set([key(leaf.issuer)])
  // A Set hands out what is added while it is walked.
  for (const name of names) for (const issuer of bySubject.get(name) ?? []) names.add(key(issuer.issuer))
  return names
}

function key(name: Name): string {
  return Buffer.from(name.der).toString('base64')
}
