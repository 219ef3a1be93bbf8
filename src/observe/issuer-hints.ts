import type { Certificate } from '../model/certificate.ts'
import type { Delivery, Observation } from '../model/observation.ts'
import { canonicalName } from './canonical-name.ts'
import type { Certificates } from './certificates.ts'

/**
 * Where an endpoint forgot to send an issuer, another endpoint of the run may have sent it. The hint is proved: the
 * issuer's key verifies the signature.
 */
export function issuersFromRun(
  observations: readonly Observation[],
  certificates: Certificates,
): readonly Observation[] {
  const sent = issuersSent(observations)
  const find = (delivery: Delivery): Delivery => {
    const { obstacle } = delivery.trust
    if (obstacle?.kind !== 'issuer-missing') return delivery
    // What completes the chain to its end is worth more than one step of it.
    if (obstacle.named?.kind === 'aia' && obstacle.named.proved.length > 0) return delivery
    for (const top of delivery.chain) {
      const candidates = sent.get(canonicalName(top.issuer)) ?? []
      const found = candidates.find(({ issuer }) => {
        return !delivery.chain.includes(issuer) && certificates.signedBy(top, issuer)
      })
      if (found === undefined) continue
      const named = { kind: 'run', target: found.target, sha256: found.issuer.sha256 } as const
      return { ...delivery, trust: { ...delivery.trust, obstacle: { ...obstacle, named } } }
    }
    return delivery
  }
  return observations.map((observation) => {
    const { deliveries } = observation
    if (!deliveries.known) return observation
    return { ...observation, deliveries: { known: true, value: deliveries.value.map(find) } }
  })
}

interface SentIssuer {
  readonly issuer: Certificate
  readonly target: string
}

function issuersSent(observations: readonly Observation[]): ReadonlyMap<string, readonly SentIssuer[]> {
  const all = new Map<string, SentIssuer>()
  for (const { target, deliveries } of observations) {
    if (!deliveries.known) continue
    for (const { chain } of deliveries.value) {
      for (const issuer of chain.slice(1)) {
        if (!all.has(issuer.sha256)) all.set(issuer.sha256, { issuer, target: target.id })
      }
    }
  }
  return Map.groupBy(all.values(), ({ issuer }) => canonicalName(issuer.subject))
}
