import { expect, test } from 'vitest'

import { name } from '../support/certificate.ts'
import { day, outage, serves } from '../support/history.ts'
import { desk } from '../support/issue-desk.ts'
import { leafFor, type Sights, story } from '../support/issue-story.ts'
import type { IssueFault } from '../support/services/issue-store.ts'

const at = desk(1500)

const host = 'shop.example.com'
const down: Sights = { [host]: outage() }
const healthy: Sights = { [host]: serves(leafFor('healthy', [host])) }
const expiring = { notBefore: day(-68), notAfter: day(22) }
const otherCa = { issuer: name('R3', 'Other Trust') }
const id = `${host}:443`

function fail(on: RegExp, how: IssueFault['how'], differs: Partial<IssueFault> = {}): void {
  at.github.faults.push({ on, how, times: 1, ...differs })
}

test('a token that may not write issues is said once, with the permission it lacks', async () => {
  at.github.permission = 'read'
  await at.monitor.run(1, { ...down, 'www.example.com': outage() })

  expect(at.monitor.last()).toMatchObject({ touched: [], undelivered: [] })
  expect(at.monitor.last().notes).toEqual([
    'Issues were not written: the token lacks the permission issues: write. Give the job `permissions: { contents: read, issues: write }`, or set `notifications: { issues: { enabled: false } }`.',
  ])
})

test('where issues were asked for in so many words, a missing permission is a failure', async () => {
  at.github.permission = 'none'
  await at.monitor.run(1, down, { settings: { enabled: true } })
  expect(at.monitor.last()).toMatchObject({ undelivered: [id] })
  at.github.permission = 'write'
  expect(await at.monitor.run(2, down)).toEqual(['open #1 shop.example.com: timed out'])
})

test('issues that are switched off in the repository are said in one note', async () => {
  at.github.enabled = false
  await at.monitor.run(1, down)

  expect(at.monitor.last().notes).toHaveLength(1)
  expect(at.monitor.last().notes[0]).toContain('switched off in this repository')
})

test('issues that are switched off in the config ask nothing of GitHub', async () => {
  at.github.permission = 'none'
  await at.monitor.run(1, down, { settings: { enabled: false } })

  expect(at.monitor.last()).toMatchObject({ touched: [], notes: [], undelivered: [] })
})

test('somebody who cannot be assigned never costs the issue', async () => {
  at.github.assignable.add('alice')
  const settings = { assignees: ['@alice', 'ghost'] }
  expect(await at.monitor.run(1, down, { settings })).toEqual(['open #1 shop.example.com: timed out'])

  expect(at.github.issues[0]?.assignees).toEqual(['alice'])
  expect(at.monitor.last()).toMatchObject({ undelivered: [], touched: [1] })
  expect(at.monitor.last().notes).toEqual(['Issue 1 could not be assigned to ghost.'])
})

test('an assignee that GitHub refuses never costs the issue', async () => {
  await at.monitor.run(1, down, { settings: { assignees: ['org/team'] } })

  expect(at.github.issues).toHaveLength(1)
  expect(at.monitor.last().notes[0]).toContain('assigned to nobody (org/team): status 422')
})

test('labels that are missing are made, once', async () => {
  await at.monitor.run(
    1,
    { ...down, 'www.example.com': outage() },
    { settings: { labels: ['certificate', 'on call'] } },
  )

  expect([...at.github.labels]).toEqual(['certificate', 'on call'])
  expect(at.github.issues.map(({ labels }) => labels)).toEqual([
    ['certificate', 'on call'],
    ['certificate', 'on call'],
  ])
})

test('a label that GitHub will not have never costs the issue', async () => {
  fail(/^POST \/issues$/, 422, { message: 'Validation Failed' })

  expect(await at.monitor.run(1, down)).toEqual(['open #1 shop.example.com: timed out'])
})

test.each(['lost', 'hanging'] as const)('an issue whose answer was %s is opened once', async (how) => {
  fail(/^POST \/issues$/, how)
  await at.monitor.run(1, down)

  expect(at.github.issues).toHaveLength(1)
  expect(at.monitor.last()).toMatchObject({ touched: [1], undelivered: [], notes: [] })
  expect(await at.monitor.run(2, down)).toEqual([])
})

test('a comment whose answer was lost is made once', async () => {
  await at.monitor.run(1, down)
  fail(/^POST .*\/comments$/, 'lost')
  await at.monitor.run(2, healthy)

  expect(at.github.issues[0]?.comments).toHaveLength(1)
  expect(at.monitor.last()).toMatchObject({ undelivered: [], notes: [] })
})

test.each([
  [
    'a secondary limit that says how long',
    403,
    'You have exceeded a secondary rate limit',
    { 'retry-after': '30' },
  ],
  ['a secondary limit that does not', 403, 'You have exceeded a secondary rate limit', {}],
  ['too many requests', 429, 'Too many requests', { 'retry-after': '5' }],
] as const)('%s is waited for', async (_what, how, message, headers) => {
  fail(/^POST \/issues$/, how, { message, headers })

  expect(await at.monitor.run(1, down)).toEqual(['open #1 shop.example.com: timed out'])
  expect(at.monitor.last().notes).toEqual([])
})

test('a limit that lasts too long is left to the next run', async () => {
  fail(/^POST \/issues$/, 403, { message: 'secondary rate limit', headers: { 'retry-after': '3600' } })
  expect(await at.monitor.run(1, down)).toEqual([])
  expect(at.monitor.last()).toMatchObject({ undelivered: [id] })
  expect(at.monitor.last().notes[0]).toMatch(/^Issues: an issue could not be opened: status 403/)

  expect(await at.monitor.run(2, down)).toEqual(['open #1 shop.example.com: timed out'])
})

test.each([502, 'hanging', 'nonsense'] as const)(
  'GitHub that answers %s to everything is left to the next run',
  async (how) => {
    fail(/./, how, { times: 1000 })
    await at.monitor.run(1, down)
    expect(at.monitor.last()).toMatchObject({ touched: [], undelivered: [id] })
    expect(at.monitor.last().notes).toHaveLength(1)
    at.github.faults.length = 0

    expect(await at.monitor.run(2, down)).toEqual(['open #1 shop.example.com: timed out'])
  },
)

test('an issue that could not be closed is closed by the next run', async () => {
  await at.monitor.run(1, down)
  fail(/^PATCH/, 503, { times: 3 })
  expect(await at.monitor.run(2, healthy)).toEqual([])
  expect(at.monitor.last()).toMatchObject({ undelivered: [id] })

  expect(await at.monitor.run(3, healthy)).toEqual(['close (completed) #1', 'comment #1'])
})

test('an escalation that could not be told is told by the next run', async () => {
  const soon = { [host]: serves(leafFor('soon', [host], expiring)) }
  await at.monitor.run(1, soon)
  fail(/^POST .*\/comments$/, 503, { times: 3 })
  expect(await at.monitor.run(2, down)).toEqual([])
  expect(at.monitor.last()).toMatchObject({ undelivered: [id] })

  expect(await at.monitor.run(3, down)).toEqual(['comment #1', 'edit #1'])
})

test('an escalation whose issue could not be written anew is not told a second time', async () => {
  const soon = { [host]: serves(leafFor('soon', [host], expiring)) }
  await at.monitor.run(1, soon)
  fail(/^PATCH/, 503, { times: 3 })
  expect(await at.monitor.run(2, down)).toEqual(['comment #1'])
  expect(at.monitor.last()).toMatchObject({ undelivered: [id] })

  expect(await at.monitor.run(3, down)).toEqual(['edit #1'])
})

test('a locked issue is a trouble of its own', async () => {
  await at.monitor.run(1, { ...down, 'www.example.com': outage() })
  const [first] = at.github.issues
  if (first !== undefined) first.locked = true
  await at.monitor.run(2, { ...healthy, 'www.example.com': serves(leafFor('www', ['www.example.com'])) })

  expect(at.github.issues.map(({ state }) => state)).toEqual(['closed', 'closed'])
  expect(at.monitor.last().notes[0]).toContain('issue 1 could not be commented on: status 403')
})

test('a change that no issue could tell of waits for the next run', async () => {
  await at.monitor.run(0, healthy)
  fail(/./, 503, { times: 1000 })
  const moved = { [host]: serves(leafFor('moved', [host], otherCa)) }
  await at.monitor.run(1, moved)
  at.github.faults.length = 0

  expect(await at.monitor.run(2, moved)).toEqual(['open #1 shop.example.com: new CA'])
  expect(at.github.issues[0]?.body).toContain('Other Trust')
})

test('a token that does not tell its account writes nothing: anybody may type our marker', async () => {
  fail(/^POST \/graphql$/, 403, { times: 1000, message: 'Resource not accessible by integration' })
  await at.monitor.run(1, down)

  expect(at.github.issues).toEqual([])
  expect(at.monitor.last().notes[0]).toContain('Issues were not written')
})

test('GraphQL that refuses the account in its errors is a refusal like any other', async () => {
  const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]
  fail(/^POST \/graphql$/, 200, { times: 1000, errors })
  await at.monitor.run(1, down)

  expect(at.github.issues).toEqual([])
  expect(at.monitor.last()).toMatchObject({
    notes: [expect.stringContaining('lacks the permission issues: write')],
    undelivered: [],
  })
})

test.each([
  ['its limit for an hour', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '@20' }],
  ['a limit that does not say how long', {}],
] as const)('%s, told in the errors of GraphQL, is waited for', async (_, told) => {
  const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for installation ID 1.' }]
  const reset = String(day(1).getTime() / 1000 + 20)
  const headers = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, value === '@20' ? reset : value]),
  )
  fail(/^POST \/graphql$/, 200, { errors, headers })

  expect(await at.monitor.run(1, down)).toEqual(['open #1 shop.example.com: timed out'])
  expect(at.monitor.last()).toMatchObject({ notes: [], undelivered: [] })
})

test('GraphQL that stumbles is asked again, and when it goes on stumbling nothing is lost', async () => {
  const errors = [{ message: 'Something went wrong while executing your query.' }]
  fail(/^POST \/graphql$/, 200, { errors })
  expect(await at.monitor.run(1, down)).toEqual(['open #1 shop.example.com: timed out'])
  fail(/^POST \/graphql$/, 200, { errors, times: 1000 })
  await at.monitor.run(2, healthy)
  expect(at.monitor.last()).toMatchObject({
    notes: [expect.stringContaining('Something went wrong while executing your query')],
    undelivered: [id],
  })
  at.github.faults.length = 0

  expect(await at.monitor.run(3, healthy)).toEqual(['close (completed) #1', 'comment #1'])
})

test('a token of a person tells its account, too', async () => {
  at.github.viewer = 'alice'
  fail(/^POST \/graphql$/, 403, { times: 1000, message: 'Resource not accessible by personal access token' })
  await at.monitor.run(1, down)
  at.monitor.lose()

  expect(await at.monitor.run(2, healthy)).toEqual(['close (completed) #1', 'comment #1'])
})

test('a fault of our own costs the issues, not the report', async () => {
  const broken = story(at.github, {
    call: () => Promise.reject(new TypeError('broken')),
    login: () => Promise.reject(new TypeError('broken')),
  })
  await broken.run(1, down)

  expect(broken.last()).toMatchObject({ touched: [], undelivered: [id] })
  expect(broken.last().notes[0]).toContain('by a fault in this program (TypeError: broken)')
})
