import type { Answer } from './answer.ts'
import type { Trouble } from './history.ts'
import type { Delivery } from './observation.ts'
import type { Assessment } from './report.ts'
import { sctsOf } from './transparency.ts'

/** The answers about one delivery without which a rule's silence says nothing; `met`: certificates seen before. */
type Wanted = (delivery: Delivery, met: ReadonlySet<string>) => readonly Answer<unknown>[]

/** What others than the server have to say before a rule can be silent for good. */
const wanted: Readonly<Partial<Record<Trouble['rule'], Wanted>>> = {
  'certificate/revoked': ({ revocation: { checks } }, met) =>
    checks.filter(({ certificate }) => met.has(certificate.sha256)).map(({ answer }) => answer),
  'certificate/must-staple': aboutLeaf(({ revocation: { staple } }) => [staple]),
  'revocation/stapling': aboutLeaf(({ revocation: { staple } }) => [staple]),
  'transparency/missing': aboutLeaf(sctWays),
  'transparency/invalid': aboutLeaf((delivery) => [...sctWays(delivery), ...listsNeeded(delivery)]),
  'transparency/policy': aboutLeaf((delivery) => [...sctWays(delivery), ...logLists(delivery)]),
  'transparency/unlogged': aboutLeaf(({ logged }) => [logged]),
  'transparency/undeployed': aboutLeaf(({ logged }) => [logged]),
  'transparency/unexpected': ({ logged, caa }) => [logged, ...caa.map(({ answer }) => answer)],
  'renewal/overdue': aboutLeaf(({ renewal }) => [renewal]),
  'renewal/requested': aboutLeaf(({ renewal }) => [renewal]),
  'dns/caa': ({ caa }) => caa.map(({ answer }) => answer),
  'dns/dane': ({ dane }) => [dane],
}

/** A new certificate cannot have the troubles that were found of an old one. */
function aboutLeaf(answers: (delivery: Delivery) => readonly Answer<unknown>[]): Wanted {
  return (delivery, met) => (met.has(delivery.leaf.sha256) ? answers(delivery) : [])
}

function sctWays({ transparency: { scts } }: Delivery): readonly Answer<unknown>[] {
  return [scts.embedded, scts.tls, scts.ocsp]
}

function logLists({ transparency: { lists } }: Delivery): readonly Answer<unknown>[] {
  return [lists.chrome, lists.apple]
}

/** Where every signature could be verified, no list is missed. */
function listsNeeded(delivery: Delivery): readonly Answer<unknown>[] {
  return sctsOf(delivery.transparency).some(({ signed }) => signed === null) ? logLists(delivery) : []
}

/**
 * Whether a finding that this run did not make may still be so, because a CA, a list or a DNS server that was asked
 * did not tell. A question that our own settings leave out hides nothing.
 */
export function inquiryMayHide(
  rule: Trouble['rule'],
  { observation: { deliveries }, comparison: { before } }: Pick<Assessment, 'observation' | 'comparison'>,
): boolean {
  const answers = wanted[rule]
  if (answers === undefined || !deliveries.known) return false
  const met = new Set<string>([
    ...(before?.certificates ?? []).map(({ sha256 }) => sha256),
    ...(before?.lastAnswer?.chain ?? []),
  ])
  return deliveries.value
    .flatMap((delivery) => answers(delivery, met))
    .some((answer) => !answer.known && answer.reason !== 'not-asked')
}

/** Every answer about a delivery that came from others than the handshake itself. */
export function inquiryAnswers(delivery: Delivery): readonly Answer<unknown>[] {
  const { staple, revocation, renewal, logged, caa, dane } = delivery
  const answers = [...revocation.checks, ...caa].map(({ answer }) => answer)
  return [
    ...answers,
    ...sctWays(delivery),
    ...logLists(delivery),
    revocation.staple,
    staple,
    renewal,
    logged,
    dane,
  ]
}
