import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Finding, Severity } from '../../src/model/finding.ts'
import { severities } from '../../src/model/finding.ts'
import type { Memory } from '../../src/model/history.ts'
import type { Message } from '../../src/model/message.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Assessment } from '../../src/model/report.ts'
import { dns, name } from '../support/certificate.ts'
import { day, leaf, outage, run, rsaLeaf, serves, servesAt, servesAtLeast } from '../support/history.ts'
import { channel, cutShort, inShort, tell } from '../support/telling.ts'

/** Within the cap of its day, and outside every warning window to the end of the longest walk. */
const far = { notAfter: day(140) }
const healthy = leaf('healthy', far)
const sights: Readonly<Record<string, Observation>> = {
  healthy: serves(healthy),
  renewed: serves(leaf('renewed', far)),
  moved: serves(leaf('moved', { ...far, issuer: name('R3', 'Other Trust') })),
  soon: serves(leaf('soon', { notBefore: day(-50), notAfter: day(45) })),
  expired: serves(leaf('expired', { notBefore: day(-90), notAfter: day(-1) })),
  misnamed: serves(leaf('misnamed', { ...far, alternativeNames: dns('other.example') })),
  both: serves(healthy, rsaLeaf('both', { notBefore: day(-90), notAfter: day(-1) })),
  'both, perhaps': servesAtLeast(healthy),
  'two addresses, one silent': servesAt(healthy, null),
  silent: outage(),
  'cut short': cutShort(),
}

/** Where silence may hide what was seen before: unseen is not gone. */
const veiled: ReadonlySet<string> = new Set(['both, perhaps', 'two addresses, one silent', 'silent'])

interface Step {
  readonly sight: string
  readonly arrives: boolean
  /** Since the step before. */
  readonly days: number
}

const step: fc.Arbitrary<Step> = fc.record({
  sight: fc.constantFrom(...Object.keys(sights)),
  arrives: fc.boolean(),
  days: fc.constantFrom(0.5, 1, 1, 3),
})
const walk = fc.array(step, { minLength: 1, maxLength: 12 })
const minLevel = fc.constantFrom(...severities)

interface Run {
  readonly step: Step
  readonly at: number
  readonly assessment: Assessment
  readonly message: Message | null
  readonly memory: Memory
}

function seenIn({ sight }: Step): Observation {
  const found = sights[sight]
  if (found === undefined) throw new TypeError(`nobody knows the sight ${sight}`)
  return found
}

function walked(steps: readonly Step[], least: Severity): readonly Run[] {
  const runs: Run[] = []
  for (const one of steps) {
    const last = runs.at(-1)
    const at = (last?.at ?? 0) + one.days
    const before = last?.memory ?? null
    const to = { ...channel({ minLevel: least }), arrives: one.arrives }
    const told = tell(before, seenIn(one), day(at), to)
    runs.push({ step: one, at, assessment: run(before, seenIn(one), day(at)), ...told })
  }
  return runs
}

function then(last: Run, least: Severity, sight: string, days = 0.04): Run {
  const [next] = walked([{ sight, arrives: true, days: last.at + days }], least)
  if (next === undefined) throw new TypeError('a walk has at least one step')
  const to = { ...channel({ minLevel: least }), arrives: true }
  return { ...next, ...tell(last.memory, seenIn(next.step), day(next.at), to) }
}

function isLoud({ severity, waivedUntil }: Finding, least: Severity): boolean {
  return waivedUntil === null && severities.indexOf(severity) <= severities.indexOf(least)
}

function isLastingTrouble(finding: Finding): boolean {
  return finding.severity !== 'notice' && !isChange(finding)
}

function isChange({ rule }: Finding): boolean {
  return rule.startsWith('change/')
}

test('whatever is loud enough is in the first message that arrives', () => {
  fc.assert(
    fc.property(walk, minLevel, (steps, least) => {
      /** What a reader of the messages knows, by rule. */
      const known = new Map<string, Severity>()
      /** Changes that were seen and not heard of. */
      const missed = new Set<string>()
      for (const { step: one, assessment, message } of walked(steps, least)) {
        if (one.sight === 'cut short') continue
        const loud = assessment.findings.filter((finding) => isLoud(finding, least))
        const fresh = loud.filter(({ rule, severity }) => {
          const before = known.get(rule)
          return before === undefined || severities.indexOf(severity) < severities.indexOf(before)
        })
        for (const { rule } of fresh.filter(isChange)) missed.add(rule)
        const waiting = [...missed, ...fresh.map(({ rule }) => rule)]
        const told = message?.assessment.findings.map(({ rule }) => rule) ?? []

        expect(told, one.sight).toEqual(expect.arrayContaining(waiting))
        if (!one.arrives || message === null) continue
        missed.clear()
        if (!veiled.has(one.sight)) known.clear()
        for (const { rule, severity } of message.assessment.findings.filter((finding) => !isChange(finding)))
          known.set(rule, severity)
      }
    }),
    { numRuns: 300 },
  )
})

/** Time alone makes a renewal late, and that is news of its own. */
function isLate({ message }: ReturnType<typeof then>): boolean {
  return message !== null && inShort(message).includes('renewal/late')
}

test('nobody hears the same twice: what arrived is followed by silence, or by the end of the trouble', () => {
  fc.assert(
    fc.property(walk, minLevel, (steps, least) => {
      const last = walked(steps, least).at(-1)
      if (last === undefined || !last.step.arrives || last.step.sight === 'cut short') return
      const next = then(last, least, last.step.sight)
      const third = then(next, least, last.step.sight)
      if (isLate(next) || isLate(third)) return

      expect([null, 'recovery', 'reminder']).toContain(next.message?.occasion ?? null)
      expect(next.message?.occasion === 'reminder' && last.message?.occasion === 'reminder').toBe(false)
      expect(third.message).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('a message that did not arrive is told again by the next run', () => {
  fc.assert(
    fc.property(walk, minLevel, (steps, least) => {
      const last = walked(steps, least).at(-1)
      if (last === undefined || last.step.arrives || last.message === null) return

      const next = then(last, least, last.step.sight)
      if (isLate(next) && !isLate(last)) return
      expect(next.message === null ? null : inShort(next.message)).toBe(inShort(last.message))
    }),
    { numRuns: 300 },
  )
})

test('every trouble that was told ends in one recovery, and none is announced of what nobody was told of', () => {
  fc.assert(
    fc.property(walk, minLevel, (steps, least) => {
      const runs = [...walked(steps, least)]
      for (const sight of ['healthy', 'healthy', 'healthy']) {
        const last = runs.at(-1)
        if (last !== undefined) runs.push(then(last, least, sight, 1))
      }
      let open = false
      for (const { step: one, message } of runs) {
        if (!one.arrives || message === null) continue
        if (message.occasion === 'recovery') {
          expect(open).toBe(true)
          expect(message.level).toBe('OK')
          expect(message.assessment.findings.filter(isLastingTrouble)).toEqual([])
          open = false
        } else open ||= message.assessment.findings.some(isLastingTrouble)
      }

      expect(open).toBe(false)
      expect(runs.at(-1)?.memory.told).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a run that was cut short tells nothing and forgets nothing', () => {
  fc.assert(
    fc.property(walk, minLevel, (steps, least) => {
      const last = walked(steps, least).at(-1)
      if (last === undefined) return
      const next = then(last, least, 'cut short', 30)

      expect(next.message).toBeNull()
      expect(next.memory).toEqual(last.memory)
    }),
  )
})
