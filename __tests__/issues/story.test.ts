import { expect, test } from 'vitest'

import type { Observation } from '../../src/model/observation.ts'
import type { Assessment } from '../../src/model/report.ts'
import { name } from '../support/certificate.ts'
import { day, outage, serves } from '../support/history.ts'
import { desk } from '../support/issue-desk.ts'
import { leafFor, silentBy } from '../support/issue-story.ts'
import { opened, turned } from '../support/services/issue-store.ts'

const at = desk()

const host = 'shop.example.com'
const healthy = serves(leafFor('healthy', [host]))
const expiring = serves(leafFor('expiring', [host], { notBefore: day(-68), notAfter: day(22) }))
const renewed = serves(leafFor('renewed', [host], { notAfter: day(110), notBefore: day(15) }))
const moved = serves(leafFor('moved', [host], { issuer: name('R3', 'Other Trust') }))
const cutShort = silentBy('not-observed')

function shop(seen: Observation): Readonly<Record<string, Observation>> {
  return { [host]: seen }
}

async function walk(
  ...days: readonly (readonly [day: number, seen: Observation])[]
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const [when, seen] of days) {
    const written = await at.monitor.run(when, shop(seen))
    lines.push(...written.map((line) => `${when}: ${line}`))
  }
  return lines
}

test('three weeks as a person wants to find them among the issues', async () => {
  const lines = await walk(
    [0, healthy],
    [1, outage()],
    [2, healthy],
    [3, expiring], // 19 days left of 90
    [4, expiring],
    [5, cutShort],
    [6, outage()],
    [7, expiring],
    [13, expiring], // 9 days left
    [15, renewed],
    [16, renewed],
    [17, healthy], // rolled back
    [18, healthy],
    [20, healthy],
    [25, healthy],
    [26, healthy],
  )

  expect(lines).toEqual([
    '1: open #1 shop.example.com: timed out',
    '2: close (completed) #1',
    '2: comment #1',
    '3: reopen #1', // a trouble of the same endpoint, a day later
    '3: comment #1',
    '4: edit #1', // a day less is left
    '6: comment #1', // an outage is worse than what is known
    '6: edit #1',
    '7: edit #1',
    '13: comment #1', // now an error
    '13: edit #1',
    '15: close (completed) #1',
    '15: comment #1',
    '17: reopen #1', // the old certificate is back
    '17: comment #1',
    '18: edit #1',
    '20: edit #1',
    '25: close (completed) #1', // for a week it was there to be read
    '25: comment #1',
  ])
})

test('of a healthy repository nothing is written, and nothing said, whatever GitHub allows', async () => {
  await walk([0, healthy])
  expect(at.monitor.last()).toMatchObject({ touched: [], notes: [], undelivered: [] })
  at.github.permission = 'none'
  await walk([1, healthy])

  expect(at.monitor.last()).toMatchObject({ touched: [], notes: [], undelivered: [] })
})

test('an issue that no run remembers is closed when all is well', async () => {
  await walk([0, healthy])
  await at.monitor.run(1, shop(outage()), { unsaved: true })

  expect(await walk([2, healthy])).toEqual(['2: close (completed) #1', '2: comment #1'])
})

test('the end of a trouble names the new end date', async () => {
  await walk([3, expiring], [15, renewed])
  const [issue] = at.github.issues

  expect(issue?.comments.at(-1)?.body).toContain('Valid for 95 more days, until 2027-03-12')
  expect(issue?.body).toContain('### ✅ shop.example.com: Valid for 95 more days, until 2027-03-12')
  expect(issue).toMatchObject({
    title: 'shop.example.com: expires soon',
    state: 'closed',
    stateReason: 'completed',
  })
})

test('an issue is not written to when there is nothing new', async () => {
  expect(await walk([0, outage()], [1, outage()], [2, outage()])).toEqual([
    '0: open #1 shop.example.com: timed out',
  ])
  expect(at.monitor.last().touched).toEqual([])
})

test('what was not observed neither opens nor closes an issue', async () => {
  expect(await walk([0, cutShort], [1, cutShort])).toEqual([])
  expect(await walk([2, outage()], [3, cutShort], [4, cutShort])).toEqual([
    '2: open #1 shop.example.com: timed out',
  ])
})

test('closed by a person is acknowledged until the severity rises', async () => {
  await walk([3, expiring])
  turned(at.github, 1, 'closed')
  expect(await walk([4, expiring], [5, expiring], [12, expiring])).toEqual([])
  expect(await walk([13, expiring])).toEqual(['13: reopen #1', '13: comment #1'])
})

test('closed by a person is acknowledged until the trouble has been gone', async () => {
  await walk([3, outage()])
  turned(at.github, 1, 'closed')
  expect(await walk([4, outage()], [5, healthy], [6, outage()])).toEqual(['6: reopen #1', '6: comment #1'])
})

test('what a person has acknowledged stays so when the history is lost', async () => {
  await walk([3, expiring])
  turned(at.github, 1, 'closed')
  at.monitor.lose()
  expect(await walk([4, expiring])).toEqual([])
  expect(await walk([13, expiring])).toEqual(['13: reopen #1', '13: comment #1'])
})

test('what a person opens again without a trouble stays open', async () => {
  await walk([1, outage()], [2, healthy])
  turned(at.github, 1, 'open')
  expect(await walk([3, healthy], [4, healthy])).toEqual([])
  expect(await walk([5, outage()])).toEqual(['5: comment #1', '5: edit #1'])
  expect(await walk([6, healthy])).toEqual(['6: close (completed) #1', '6: comment #1'])
})

test('a title that a person has written stays', async () => {
  await walk([3, expiring])
  const [issue] = at.github.issues
  if (issue !== undefined) issue.title = 'Renew the shop'
  await walk([4, expiring])

  expect(issue?.title).toBe('Renew the shop')
})

test('a trouble that returns within 30 days opens its issue again, and later ones get a new one', async () => {
  expect(await walk([0, outage()], [1, healthy], [31, outage()])).toContain('31: reopen #1')
  const story = await walk([32, healthy], [40, healthy], [63, outage()])
  expect(story).toContain('63: open #2 shop.example.com: timed out')
})

test('a lost history is found again in the marker', async () => {
  await walk([0, healthy], [3, expiring])
  at.monitor.lose()
  expect(await walk([4, expiring])).toEqual(['4: edit #1'])
  at.monitor.lose()
  expect(await walk([15, renewed])).toEqual(['15: close (completed) #1', '15: comment #1'])
  at.monitor.lose()
  expect(await walk([16, outage()])).toEqual(['16: reopen #1', '16: comment #1'])
})

test('a run that could not save its history repeats nothing', async () => {
  await at.monitor.run(3.1, shop(expiring), { unsaved: true })
  expect(await walk([3.4, expiring])).toEqual([])
  await at.monitor.run(15, shop(renewed), { unsaved: true })
  expect(await walk([16, renewed])).toEqual([])
})

test('a stranger’s issue with our marker is left alone', async () => {
  await walk([3, expiring])
  const [ours] = at.github.issues
  at.github.issues.length = 0
  at.monitor.lose()
  const planted = opened(at.github, { body: ours?.body ?? '', author: 'stranger' })
  const untouched = structuredClone(planted)

  expect(await walk([4, expiring])).toEqual(['4: open #2 shop.example.com: expires soon'])
  expect(await walk([15, renewed])).toEqual(['15: close (completed) #2', '15: comment #2'])
  expect(planted).toEqual(untouched)
})

test('a pull request with our marker is none of our issues', async () => {
  await walk([3, expiring])
  at.monitor.lose()
  const [ours] = at.github.issues.splice(0)
  const planted = opened(at.github, { body: ours?.body ?? '', author: at.github.viewer, pullRequest: true })

  expect(await walk([4, expiring])).toEqual(['4: open #2 shop.example.com: expires soon'])
  expect(planted.state).toBe('open')
})

test('an issue of another monitor is none of ours', async () => {
  await walk([3, expiring])
  at.monitor.lose()
  const [ours] = at.github.issues.splice(0)
  opened(at.github, { body: ours?.body.replace('"production"', '"staging"') ?? '', author: at.github.viewer })

  expect(await walk([4, expiring])).toEqual(['4: open #2 shop.example.com: expires soon'])
})

test('an issue whose number stands in the history is ours, whoever wrote it and whatever became of its text', async () => {
  await walk([3, expiring])
  const [ours] = at.github.issues.splice(0)
  opened(at.github, { ...ours, author: 'alice', body: 'I tidied this up.' })

  expect(await walk([4, expiring])).toEqual(['4: edit #1'])
  expect(await walk([15, renewed])).toEqual(['15: close (completed) #1', '15: comment #1'])
})

test('an issue that was deleted is opened anew', async () => {
  await walk([3, expiring])
  at.github.issues.length = 0
  expect(await walk([4, expiring])).toEqual(['4: open #1 shop.example.com: expires soon'])
})

test('of two issues for one thing the older one stays', async () => {
  await walk([3, outage()])
  opened(at.github, { body: at.github.issues[0]?.body ?? '', author: at.github.viewer })

  expect(await walk([4, outage()])).toEqual(['4: close (not_planned) #2', '4: comment #2'])
})

test('the issue of an endpoint that has left the config is closed, and says that nothing is known', async () => {
  await at.monitor.run(3, {
    [host]: outage(),
    'www.example.com': serves(leafFor('www', ['www.example.com'])),
  })
  const written = await at.monitor.run(4, { 'www.example.com': outage() })

  expect(written).toContain('close (not_planned) #1')
  expect(at.github.issues[0]?.comments.at(-1)?.body).toContain('Nothing is known of them')
})

test('a waiver opens no issue, and closes one without calling the endpoint healthy', async () => {
  const waived = { differs: (seen: Assessment) => waive(seen, new Date('2027-06-01T00:00:00Z')) }
  expect(await at.monitor.run(3, shop(expiring), waived)).toEqual([])
  await walk([4, expiring])
  const written = await at.monitor.run(5, shop(expiring), waived)

  expect(written).toEqual(['close (not_planned) #1', 'comment #1'])
  expect(at.github.issues[0]?.comments.at(-1)?.body).toMatch(/no cure.*waived until 2027-06-01/s)
})

function waive(seen: Assessment, until: Date): Assessment {
  const findings = seen.findings.map((finding) => Object.assign({}, finding, { waivedUntil: until }))
  return { ...seen, findings, status: 'success' }
}

test('a change stays to be read for a week, unless a person closes it', async () => {
  expect(await walk([0, healthy], [1, moved], [2, moved], [7, moved])).toEqual([
    '1: open #1 shop.example.com: new CA',
    '2: edit #1',
    '7: edit #1',
  ])
  expect(at.github.issues[0]?.body).toContain('Other Trust')
  turned(at.github, 1, 'closed')
  expect(await walk([8, moved], [9, moved], [20, moved])).toEqual([])
})

test('a notice opens no issue', async () => {
  expect(await walk([0, healthy], [1, serves(leafFor('second', [host]))])).toEqual([])
})
