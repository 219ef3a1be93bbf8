import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'

import { parseMarker } from '../../src/model/issue-marker.ts'
import { type IssueMode, issueModes } from '../../src/model/issue.ts'
import type { Observation } from '../../src/model/observation.ts'
import { begin, machine } from '../runner/running.ts'
import { day, outage, serves, servesAt } from '../support/history.ts'
import { leafFor, silentBy, type Sights, story } from '../support/issue-story.ts'
import { startServices } from '../support/services.ts'
import { type IssueFault, type IssueStore, opened, turned } from '../support/services/issue-store.ts'

const healthy = serves(leafFor('healthy', ['*.example.com']))
const sights: Readonly<Record<string, Observation>> = {
  healthy,
  soon: serves(leafFor('soon', ['*.example.com'], { notBefore: day(-68), notAfter: day(20) })),
  renewed: serves(leafFor('renewed', ['*.example.com'])),
  misnamed: serves(leafFor('misnamed', ['other.example'])),
  'one address silent': servesAt(leafFor('healthy', ['*.example.com']), null),
  silent: outage(),
  'cut short': silentBy('not-observed'),
}
const hosts = ['a.example.com', 'b.example.com', 'c.example.com', 'd.example.com'] as const

interface Step {
  readonly seen: readonly (keyof typeof sights)[]
  /** What happens before the run. */
  readonly before:
    | 'nothing'
    | 'a person closes one'
    | 'a person opens one'
    | 'the history is lost'
    | 'a stranger copies one'
  readonly fault: Pick<IssueFault, 'on' | 'how'> | null
  readonly unsaved: boolean
  readonly days: number
}

const fault = fc.record({
  on: fc.constantFrom(/^POST \/issues$/, /^PATCH/, /comments$/, /^GET/, /./),
  how: fc.constantFrom(403 as const, 502 as const, 'lost' as const, 'lost' as const, 'nonsense' as const),
})
const step: fc.Arbitrary<Step> = fc.record({
  seen: fc.tuple(...hosts.map(() => fc.constantFrom(...Object.keys(sights)))),
  before: fc.constantFrom(
    'nothing',
    'nothing',
    'a person closes one',
    'a person opens one',
    'the history is lost',
    'a stranger copies one',
  ),
  fault: fc.option(fault, { freq: 2 }),
  unsaved: fc.boolean(),
  days: fc.constantFrom(0.5, 1, 1, 16, 31),
})
const walk = fc.array(step, { minLength: 1, maxLength: 7 })

function happens({ before }: Step, github: IssueStore, lose: () => void): void {
  const ours = github.issues.filter(({ author }) => author === github.viewer)
  const open = ours.find(({ state }) => state === 'open')
  const closed = ours.find(({ state }) => state === 'closed')
  if (before === 'the history is lost') lose()
  if (before === 'a person closes one' && open !== undefined) turned(github, open.number, 'closed')
  if (before === 'a person opens one' && closed !== undefined) turned(github, closed.number, 'open')
  if (before === 'a stranger copies one' && open !== undefined) opened(github, { body: open.body })
}

/** Of which endpoint each open issue of ours tells; what a person opened again for a purpose of their own aside. */
function told(github: IssueStore): readonly string[] {
  const open = github.issues.filter(({ author, state }) => author === github.viewer && state === 'open')
  return open.flatMap(({ body }) => {
    const marker = parseMarker(body)
    return marker === null || marker.closed ? [] : marker.members.map(({ id }) => id)
  })
}

const fewTroubles = { digestAbove: 2 }

test.each(issueModes)(
  'in the mode %s no walk ever leaves two open issues for one thing',
  async (mode: IssueMode) => {
    const services = await startServices()
    const run = begin(services, machine())
    try {
      await fc.assert(
        fc.asyncProperty(walk, async (steps) => {
          const github = services.issues
          github.issues.length = 0
          const monitor = await story(github, run)
          let at = 0
          for (const one of [...steps, calm, { ...calm, days: 8 }]) {
            at += one.days
            github.faults.length = 0
            if (one.fault !== null) github.faults.push({ ...one.fault, times: 2 })
            github.clock = () => day(at)
            happens(one, github, monitor.lose)
            const strangers = structuredClone(github.issues.filter(({ author }) => author === 'stranger'))
            const seen: Sights = Object.fromEntries(
              hosts.map((host, index) => [host, sights[one.seen[index] ?? ''] ?? healthy]),
            )
            await monitor.run(at, seen, { unsaved: one.unsaved, settings: { mode, ...fewTroubles } })

            expect(github.issues.filter(({ author }) => author === 'stranger')).toEqual(strangers)
            expect(github.issues.every(({ body }) => body.length < 65_536)).toBe(true)
            const ids = told(github)
            expect(new Set(ids).size, ids.join()).toBe(ids.length)
          }
          expect(told(github)).toEqual([])
          expect(monitor.last()).toMatchObject({ notes: [], undelivered: [] })
        }),
        { numRuns: 40 },
      )
      expect(services.issues.violations).toEqual([])
    } finally {
      vi.unstubAllEnvs()
      await services.close()
    }
  },
)

/** Later all is well, and GitHub, too. */
const calm: Step = {
  seen: hosts.map(() => 'renewed'),
  before: 'nothing',
  fault: null,
  unsaved: false,
  days: 1,
}
