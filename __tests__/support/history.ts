import { compare, withVerdict } from '../../src/history/compare.ts'
import { remember } from '../../src/history/remember.ts'
import { sinceWhen } from '../../src/history/since.ts'
import { worstFirst } from '../../src/judge/finding.ts'
import { gradeOf } from '../../src/judge/grade.ts'
import { judgeChanges } from '../../src/judge/judge-changes.ts'
import { judge } from '../../src/judge/judge.ts'
import { known, unanswered } from '../../src/model/answer.ts'
import { type Certificate, dayMs } from '../../src/model/certificate.ts'
import { statusOf } from '../../src/model/finding.ts'
import type { Memory } from '../../src/model/history.ts'
import type { Delivery, Observation, Sighting } from '../../src/model/observation.ts'
import type { Assessment } from '../../src/model/report.ts'
import { certificate, fingerprint, intermediate, now, pin, rsaKey } from './certificate.ts'
import { addressAnswer, delivery, ip, observation, policy, sighting, target } from './observation.ts'

/** So many days after the instant at which every maker's value is healthy. */
export function day(days: number): Date {
  return new Date(now.getTime() + days * dayMs)
}

/** A leaf that a test can tell from others by a word, with a key of its own. */
export function leaf(word: string, differs: Partial<Certificate> = {}): Certificate {
  return certificate({ sha256: fingerprint(word), spkiSha256: pin(word), ...differs })
}

export function rsaLeaf(word: string, differs: Partial<Certificate> = {}): Certificate {
  return leaf(word, { key: rsaKey(), ...differs })
}

const issuer = intermediate()

function sent(served: Certificate, differs: Partial<Sighting> = {}): Delivery {
  return delivery({ leaf: served, chain: [served, issuer], sightings: [sighting(differs)] })
}

/** One address that serves the first leaf to ordinary clients, and the second to those of the other key type. */
export function serves(ordinary: Certificate, other: Certificate | null = null): Observation {
  const asked = ordinary.key.type === 'RSA' ? 'ecdsa' : 'rsa'
  const beside = other === null ? [] : [sent(other, { asked })]
  return observation({
    addresses: [addressAnswer({ leaf: known(ordinary.sha256), otherLeaf: known(other?.sha256 ?? null) })],
    deliveries: known([sent(ordinary), ...beside]),
  })
}

/** The same, but the question for the other key type ran into a timeout. */
export function servesAtLeast(ordinary: Certificate): Observation {
  const otherLeaf = unanswered('timed-out', 'no answer within 10 s')
  return {
    ...serves(ordinary),
    addresses: [addressAnswer({ leaf: known(ordinary.sha256), otherLeaf })],
  }
}

/** Every address of a name, each with one leaf or with silence. */
export function servesAt(...leaves: readonly (Certificate | null)[]): Observation {
  const silence = unanswered('timed-out', 'no answer within 10 s')
  const addresses = leaves.map((served, index) => {
    const address = ip(`192.0.2.${index + 1}`)
    return served === null
      ? addressAnswer({ address, leaf: silence, otherLeaf: silence })
      : addressAnswer({ address, leaf: known(served.sha256) })
  })
  const deliveries = leaves.flatMap((served, index) =>
    served === null ? [] : [sent(served, { address: ip(`192.0.2.${index + 1}`) })],
  )
  return observation({
    target: target({ addresses: 'all' }),
    addresses,
    deliveries: deliveries.length === 0 ? silence : known(deliveries),
  })
}

export function outage(): Observation {
  const silence = unanswered('timed-out', 'no answer within 10 s')
  return observation({
    addresses: [addressAnswer({ leaf: silence, otherLeaf: silence })],
    deliveries: silence,
  })
}

/** A run as the engine makes it. */
export function run(before: Memory | null, seen: Observation, at: Date): Assessment {
  const compared = compare(before, seen, at)
  const found = [...judge(seen, policy(), at), ...judgeChanges(compared, seen, policy(), at)]
  const findings = sinceWhen(worstFirst(found), before, at)
  const status = statusOf(findings)
  const grade = gradeOf(seen, policy(), at, findings)
  const comparison = withVerdict(compared, { observation: seen, status, grade })
  return { observation: seen, policy: policy(), comparison, findings, status, judged: status, grade }
}

/** A run a day, from day 0 on; answers the last one and what is remembered then. */
export function daily(...seen: readonly Observation[]): {
  readonly last: Assessment
  readonly memory: Memory
} {
  let memory: Memory | null = null
  let last: Assessment | undefined
  for (const [index, observation] of seen.entries()) {
    last = run(memory, observation, day(index))
    memory = remember(last, day(index), 50)
  }
  if (last === undefined || memory === null) throw new TypeError('a story has at least one day')
  return { last, memory }
}

/** The rotations a run noticed, as `kind previous current` by the words the leaves were made from. */
export function told({ comparison }: Assessment, ...words: readonly string[]): readonly string[] {
  const word = (sha256: string): string => words.find((one) => fingerprint(one) === sha256) ?? sha256
  return comparison.rotations.map(
    ({ kind, previous, current }) => `${kind} ${word(previous)} ${word(current)}`,
  )
}
