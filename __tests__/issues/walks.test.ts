import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { GitHubAnswer, GitHubClient } from '../../src/deliver/github.ts'
import { parseMarker } from '../../src/model/issue-marker.ts'
import { type IssueMode, issueModes } from '../../src/model/issue.ts'
import type { Observation } from '../../src/model/observation.ts'
import { day, outage, serves, servesAt } from '../support/history.ts'
import { leafFor, silentBy, type Story, story } from '../support/issue-story.ts'
import { violations } from '../support/services/description.ts'
import {
  emptyStore,
  type IssueFault,
  type IssueStore,
  opened,
  turned,
} from '../support/services/issue-store.ts'
import { issuesApi } from '../support/services/issues-api.ts'
import { repository } from '../support/services/state.ts'

const lasting = { notAfter: day(190) }
const healthy = serves(leafFor('healthy', ['*.example.com'], lasting))
const sights: Readonly<Record<string, Observation>> = {
  healthy,
  soon: serves(leafFor('soon', ['*.example.com'], { notBefore: day(-68), notAfter: day(20) })),
  renewed: serves(leafFor('renewed', ['*.example.com'], lasting)),
  misnamed: serves(leafFor('misnamed', ['other.example'])),
  'one address silent': servesAt(leafFor('healthy', ['*.example.com'], lasting), null),
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
  days: fc.constantFrom(0.5, 1, 1, 31),
})
const walk = fc.array(step, { minLength: 1, maxLength: 4 })

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

/** How often an open issue tells of what another tells of already. */
function doubled(github: IssueStore): number {
  const ids = told(github)
  return ids.length - new Set(ids).size
}

/** GitHub without the wire between: many walks in little time. */
function atHand(github: IssueStore, complaints: string[]): GitHubClient {
  const ask = async (route: string, parameters: Readonly<Record<string, unknown>>): Promise<GitHubAnswer> => {
    const [method = '', template = ''] = route.split(' ')
    const values: Readonly<Record<string, unknown>> = {
      owner: repository.owner,
      repo: repository.name,
      ...parameters,
    }
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(values[name])),
    )
    const rest = Object.entries(parameters).filter(([name]) => !template.includes(`{${name}}`))
    const query = rest.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
    const url = new URL(`http://127.0.0.1${path}${method === 'GET' ? `?${query}` : ''}`)
    const body = Buffer.from(method === 'GET' ? '' : JSON.stringify(Object.fromEntries(rest)))
    const asked = { method, url, headers: { 'content-type': 'application/json' }, body }
    const answer = issuesApi(asked, github)
    complaints.push(...violations(asked, answer))
    await Promise.resolve()
    if (answer === null) return { kind: 'silent', words: 'no answer' }
    return {
      kind: 'answered',
      status: answer.status,
      headers: {},
      body: JSON.parse(String(answer.body)) as unknown,
    }
  }
  return {
    call: ask,
    login: () => Promise.resolve({ kind: 'answered', status: 200, headers: {}, body: github.viewer }),
  }
}

/** Endpoints in trouble that no issue tells of, and that nobody has acknowledged. */
function untold(monitor: Story): readonly string[] {
  const kept = new Map(monitor.last().memories.map(({ id, issue }) => [id, issue]))
  const troubled = monitor.report().assessments.filter(({ status }) => status !== 'success')
  return troubled
    .map(({ observation }) => observation.target.id)
    .filter((id) => {
      const issue = kept.get(id) ?? null
      return issue === null || issue.number === null || issue.state === 'closed'
    })
}

test.each(issueModes)(
  'in the mode %s no walk ever leaves two open issues for one thing',
  async (mode: IssueMode) => {
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const github = emptyStore()
        const complaints: string[] = []
        const monitor = story(github, atHand(github, complaints))
        let at = 0
        for (const one of [...steps, calm, { ...calm, days: 8 }]) {
          at += one.days
          github.faults.length = 0
          if (one.fault !== null) github.faults.push({ ...one.fault, times: 2 })
          github.clock = () => day(at)
          happens(one, github, () => monitor.lose())
          // A person may open again what was closed when another had been opened: then GitHub must be read to see it.
          const doubledByOthers = one.fault === null ? 0 : doubled(github)
          const strangers = structuredClone(github.issues.filter(({ author }) => author === 'stranger'))
          const seen = hosts.map((host, index) => [host, sights[one.seen[index] ?? ''] ?? healthy] as const)
          await monitor.run(at, Object.fromEntries(seen), {
            unsaved: one.unsaved,
            settings: { mode, digestAbove: 2 },
          })

          expect(github.issues.filter(({ author }) => author === 'stranger')).toEqual(strangers)
          expect(doubled(github), told(github).join()).toBeLessThanOrEqual(doubledByOthers)
          if (one.fault === null) expect(untold(monitor)).toEqual([])
        }
        expect(told(github)).toEqual([])
        expect(monitor.last()).toMatchObject({ notes: [], undelivered: [] })
        expect(complaints).toEqual([])
      }),
      { numRuns: 60 },
    )
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
