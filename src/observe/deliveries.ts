import { type Answer, known, unanswered } from '../model/answer.ts'
import type { Delivery, TrustEvidence } from '../model/observation.ts'
import type { EndpointTarget } from '../model/target.ts'
import type { Sight } from './address.ts'
import type { Meeting } from './converse.ts'
import { notInquired } from './inquiries.ts'
import type { Surroundings } from './surroundings.ts'
import { trustEvidence } from './trust.ts'

/** Every distinct chain that was served, with all handshakes that saw it; else why there is none. */
export function deliveriesOf(
  target: EndpointTarget,
  sights: readonly Sight[],
  around: Surroundings,
): Answer<readonly Delivery[]> {
  const meetings = sights.flatMap((sight) => sight.meetings)
  if (meetings.length === 0) return failureOf(sights)
  const byChain = Map.groupBy(meetings, ({ chain }) => chain.map(({ sha256 }) => sha256).join(' '))
  return known([...byChain.values()].map((alike) => deliveryOf(target, alike, around)))
}

function deliveryOf(target: EndpointTarget, alike: readonly Meeting[], around: Surroundings): Delivery {
  const [meeting] = alike
  if (meeting === undefined) throw new TypeError('a group of handshakes is never empty')
  const { chain, unreadable } = meeting
  const evidence = trustEvidence(chain, around.storeFor(target.trust), around.certificates)
  const refusal = alike.map(refusalOf).find((code) => code !== undefined)
  return {
    leaf: chain[0],
    chain,
    unreadable,
    sightings: alike.map(({ sighting }) => sighting),
    trust: refusal === undefined || evidence.paths.length === 0 ? evidence : refused(refusal),
    staple: stapleOf(alike),
    ...notInquired,
  }
}

/** Of several handshakes one that had a staple: many servers fetch theirs only when the first client asks. */
function stapleOf(alike: readonly Meeting[]): Delivery['staple'] {
  const staples = alike.map(({ staple }) => staple)
  return (
    staples.find((staple) => staple.known && staple.value !== null) ??
    staples.find((staple) => staple.known) ??
    staples[0] ??
    unanswered('not-asked', 'no handshake was made')
  )
}

/** What OpenSSL says of dates and of the leaf's purpose is judged apart, with sentences of its own. */
const judgedApart = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'INVALID_PURPOSE']

/** A second opinion: where OpenSSL finds a fault that we do not, no client that uses it gets through. */
function refusalOf({ verification }: Meeting): string | undefined {
  return verification === null || judgedApart.includes(verification) ? undefined : verification
}

function refused(code: string): TrustEvidence {
  return { paths: [], obstacle: { kind: 'invalid', detail: `OpenSSL refuses the chain with ${code}` } }
}

/** The failure that got furthest; an address that was not even asked explains nothing while others failed. */
function failureOf(sights: readonly Sight[]): Answer<never> {
  const failures = sights.flatMap(({ answer, tcpOpened }) => {
    return answer.leaf.known ? [] : [{ leaf: answer.leaf, tcpOpened }]
  })
  const asked = failures.filter(({ leaf }) => leaf.reason !== 'not-asked')
  const best = asked.find(({ tcpOpened }) => tcpOpened) ?? asked.at(-1)
  if (best !== undefined) return best.leaf
  // Saying nothing here would be a false all-clear: nobody has looked at this endpoint.
  return unanswered('unreachable', 'it has only IPv6 addresses, and this machine has no IPv6 route')
}
