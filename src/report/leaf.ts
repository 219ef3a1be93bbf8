import { attribute, type Certificate, shortName } from '../model/certificate.ts'
import type { Delivery, Observation, Sighting } from '../model/observation.ts'
import type { Assessment } from '../model/report.ts'
import { trustAt, type TrustVerdict } from '../model/trust.ts'

/** One distinct leaf that an endpoint served, with the worst of the chains that came with it. */
export interface ServedLeaf {
  readonly certificate: Certificate
  readonly delivery: Delivery
  readonly trust: TrustVerdict
}

/** Every distinct leaf of an endpoint, the one that expires first at the head; empty when none was seen. */
export function servedLeaves(assessment: Assessment, now: Date): readonly ServedLeaf[] {
  const worst = new Map<string, ServedLeaf>()
  for (const delivery of deliveriesOf(assessment.observation)) {
    const trust = trustAt(delivery, assessment.policy.expect.spkiSha256, now)
    const before = worst.get(delivery.leaf.sha256)
    if (before === undefined || (before.trust.trusted && !trust.trusted))
      worst.set(delivery.leaf.sha256, { certificate: delivery.leaf, delivery, trust })
  }
  return [...worst.values()].sort((a, b) => bySoonestExpiry(a.certificate, b.certificate))
}

/** The leaf that expires first; one whose end cannot be read counts only when there is no other. */
export function firstLeaf({ deliveries }: Observation): Certificate | null {
  if (!deliveries.known) return null
  return deliveries.value.map(({ leaf }) => leaf).sort(bySoonestExpiry)[0] ?? null
}

/** What an ordinary client negotiated where that leaf was served, else wherever it was seen at all. */
export function ordinarySighting(observation: Observation): Sighting | null {
  const first = firstLeaf(observation)?.sha256
  const sightings = deliveriesOf(observation)
    .toSorted((a, b) => Number(b.leaf.sha256 === first) - Number(a.leaf.sha256 === first))
    .flatMap((delivery) => delivery.sightings)
  return sightings.find(({ asked }) => asked === 'any') ?? sightings[0] ?? null
}

/** Common name, else organisation, else whatever the name holds; `null` when it is empty. */
export function issuerName(certificate: Certificate): string | null {
  return shortName(certificate.issuer) || null
}

/** Organisation, else common name: whom people know, where common names say only `E7`. */
export function issuerOrganisation(certificate: Certificate): string | null {
  return attribute(certificate.issuer, 'organizationName') ?? issuerName(certificate)
}

/** Common name, else the first alternative name: many certificates have no common name any more. */
export function subjectName(certificate: Certificate): string | null {
  return (
    attribute(certificate.subject, 'commonName') ??
    certificate.alternativeNames[0]?.value ??
    (shortName(certificate.subject) || null)
  )
}

function deliveriesOf({ deliveries }: Observation): readonly Delivery[] {
  return deliveries.known ? deliveries.value : []
}

function bySoonestExpiry(a: Certificate, b: Certificate): number {
  const [endA, endB] = [a, b].map(({ notAfter }) => notAfter?.getTime() ?? Infinity)
  if (endA !== endB) return (endA ?? Infinity) < (endB ?? Infinity) ? -1 : 1
  return a.sha256 < b.sha256 ? -1 : Number(a.sha256 > b.sha256)
}
