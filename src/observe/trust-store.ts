import type { Certificate } from '../model/certificate.ts'
import type { TrustPath } from '../model/observation.ts'
import type { Trust } from '../model/target.ts'
import { publicRoots } from '../net/public-roots.ts'
import { Malformed } from '../wire/malformed.ts'
import { canonicalName } from './canonical-name.ts'
import type { Certificates } from './certificates.ts'

/** The anchors a chain may end in, found by name. */
export interface TrustStore {
  /** The anchors whose subject is this name. */
  named(name: Certificate['subject']): readonly Anchor[]
  /** What kind of anchor this certificate is, if it is one. */
  holds(certificate: Certificate): TrustPath['anchor'] | undefined
}

export interface Anchor {
  readonly certificate: Certificate
  readonly kind: TrustPath['anchor']
}

/** Makes the store of a target once for each distinct trust; targets with the same files share the object. */
export function trustStores(certificates: Certificates): (trust: Trust) => TrustStore {
  const made = new WeakMap<Trust, TrustStore>()
  let shared: readonly Anchor[] | undefined
  const publicAnchors = (): readonly Anchor[] => {
    const { der, extra } = publicRoots()
    shared ??= [...anchors(der, 'public', certificates), ...anchors(extra, 'custom', certificates)]
    return shared
  }
  let publicStore: TrustStore | undefined
  return (trust) => {
    if (trust.anchors.length === 0 && trust.public) return (publicStore ??= storeOf(publicAnchors()))
    const own = anchors(trust.anchors, 'custom', certificates)
    const store = made.get(trust) ?? storeOf(trust.public ? [...publicAnchors(), ...own] : own)
    made.set(trust, store)
    return store
  }
}

function anchors(
  ders: readonly Uint8Array[],
  kind: TrustPath['anchor'],
  certificates: Certificates,
): readonly Anchor[] {
  return ders.map((der, index) => {
    try {
      return { certificate: certificates.read(der), kind }
    } catch (thrown) {
      if (!(thrown instanceof Malformed)) throw thrown
      throw new Malformed(`trust anchor ${index + 1} of ${ders.length}: ${thrown.message}`, { cause: thrown })
    }
  })
}

function storeOf(all: readonly Anchor[]): TrustStore {
  const byName = Map.groupBy(all, ({ certificate }) => canonicalName(certificate.subject))
  const bySha256 = new Map(all.map(({ certificate, kind }) => [certificate.sha256, kind]))
  return {
    named: (name) => byName.get(canonicalName(name)) ?? [],
    holds: (certificate) => bySha256.get(certificate.sha256),
  }
}
