import { expect, test } from 'vitest'

import type { Observation } from '../../src/model/observation.ts'
import { day, outage, serves } from '../support/history.ts'
import { desk } from '../support/issue-desk.ts'
import { leafFor, type Sights, silentBy } from '../support/issue-story.ts'
import { turned } from '../support/services/issue-store.ts'

const at = desk()

function hosts(count: number, seen: (index: number) => Observation): Sights {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`h${index}.example.com`, seen(index)]),
  )
}

const wildcard = serves(leafFor('wildcard', ['*.example.com'], { notBefore: day(-68), notAfter: day(22) }))
const renewed = serves(leafFor('renewed', ['*.example.com'], { notBefore: day(3), notAfter: day(93) }))
const perCertificate = { settings: { mode: 'per-certificate' } } as const
const healthy = (index: number): Observation => serves(leafFor(`leaf ${index}`, ['*.example.com']))

test('one wildcard on forty hosts is one issue with a table, until the last host has the new one', async () => {
  expect(
    await at.monitor.run(
      1,
      hosts(40, () => wildcard),
      perCertificate,
    ),
  ).toEqual(['open #1 example.com on 40 endpoints: 40 endpoints need you (40 expire soon)'])
  const half = hosts(40, (index) => (index < 20 ? wildcard : renewed))
  expect(await at.monitor.run(3, half, perCertificate)).toEqual(['edit #1'])
  const [issue] = at.github.issues
  expect(issue?.title).toBe('example.com on 40 endpoints: 20 endpoints need you (20 expire soon)')
  expect(issue?.body.split('\n').filter((line) => line.startsWith('| ⚠️ |'))).toHaveLength(20)

  at.monitor.lose()
  expect(await at.monitor.run(4, half, perCertificate)).toEqual(['edit #1'])
  expect(
    await at.monitor.run(
      5,
      hosts(40, () => renewed),
      perCertificate,
    ),
  ).toEqual(['close (completed) #1', 'comment #1'])
})

test('another host with the same certificate joins its issue', async () => {
  await at.monitor.run(
    1,
    hosts(3, () => wildcard),
    perCertificate,
  )
  expect(
    await at.monitor.run(
      2,
      hosts(4, () => wildcard),
      perCertificate,
    ),
  ).toEqual(['comment #1', 'edit #1'])
  expect(at.github.issues[0]?.comments[0]?.body).toContain('**h3.example.com**: ⚠️')
  expect(at.github.issues[0]?.comments[0]?.body).not.toContain('h2.example.com')
})

test('more new issues than agreed are one digest, which closes when the last endpoint is well', async () => {
  const written = await at.monitor.run(
    1,
    hosts(20, (index) => (index < 11 ? outage() : healthy(index))),
  )
  expect(written).toEqual([
    'open #1 certificate-monitor (production): 11 endpoints need you (11 do not answer)',
  ])
  expect(
    await at.monitor.run(
      2,
      hosts(20, (index) => (index < 5 ? outage() : healthy(index))),
    ),
  ).toEqual(['edit #1'])
  expect(at.github.issues[0]?.body).toContain('### ❌ 5 of 11 endpoints need you')
  expect(await at.monitor.run(3, hosts(20, healthy))).toEqual(['close (completed) #1', 'comment #1'])
})

test('beside an open digest a single trouble has an issue of its own, and a second flood joins the digest', async () => {
  await at.monitor.run(
    1,
    hosts(40, (index) => (index < 11 ? outage() : healthy(index))),
  )
  const two = hosts(40, (index) => (index < 11 || index === 39 ? outage() : healthy(index)))
  expect(await at.monitor.run(2, two)).toEqual(['open #2 h39.example.com: timed out'])
  const flood = hosts(40, (index) => (index < 22 || index === 39 ? outage() : healthy(index)))
  expect(await at.monitor.run(3, flood)).toEqual(['comment #1', 'edit #1'])
  at.monitor.lose()
  expect(await at.monitor.run(4, flood)).toEqual(['edit #1', 'edit #2'])
})

test('ten new issues at once are ten issues', async () => {
  await at.monitor.run(
    1,
    hosts(20, (index) => (index < 10 ? outage() : healthy(index))),
  )

  expect(at.github.issues).toHaveLength(10)
  expect(at.monitor.last().touched).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('in the mode digest there is one issue for all', async () => {
  const digest = { settings: { mode: 'digest' } } as const
  const first = hosts(5, (index) => (index === 0 ? outage() : healthy(index)))
  const second = hosts(5, (index) => (index === 1 ? outage() : healthy(index)))
  await at.monitor.run(1, first, digest)
  expect(await at.monitor.run(2, second, digest)).toEqual(['comment #1', 'edit #1'])
  expect(await at.monitor.run(3, hosts(5, healthy), digest)).toEqual(['close (completed) #1', 'comment #1'])
  expect(await at.monitor.run(4, second, digest)).toEqual(['reopen #1', 'comment #1'])
})

test('when most of the run fails in the same way, no issue is opened, changed or closed', async () => {
  await at.monitor.run(
    1,
    hosts(6, (index) => (index === 0 ? wildcard : healthy(index))),
  )
  const before = structuredClone(at.github.issues)
  const remembered = [...at.monitor.memories.values()].map(({ issue }) => issue)
  expect(
    await at.monitor.run(
      2,
      hosts(6, () => outage()),
    ),
  ).toEqual([])

  expect(at.monitor.report().findings[0]?.rule).toBe('monitor/blast-radius')
  expect(at.github.issues).toEqual(before)
  expect([...at.monitor.memories.values()].map(({ issue }) => issue)).toEqual(remembered)
  expect(await at.monitor.run(3, hosts(6, healthy))).toEqual(['close (completed) #1', 'comment #1'])
})

test('an endpoint that nobody looked at keeps the shared issue open', async () => {
  await at.monitor.run(
    1,
    hosts(2, () => wildcard),
    perCertificate,
  )
  const one = hosts(2, (index) => (index === 0 ? renewed : silentBy('not-observed')))

  expect(await at.monitor.run(3, one, perCertificate)).toEqual(['edit #1'])
  expect(at.github.issues[0]?.state).toBe('open')
})

test('a body with very many endpoints stays below what GitHub takes', async () => {
  const long = 'a-host-with-a-name-that-takes-all-the-room-that-there-is-for-one'.slice(0, 60)
  const many = Object.fromEntries(
    Array.from({ length: 1500 }, (_, index) => [
      `${long}.h${index}.example.com`,
      index < 700 ? wildcard : healthy(index),
    ]),
  )
  await at.monitor.run(1, many)
  const [issue] = at.github.issues

  expect(at.github.issues).toHaveLength(1)
  expect(issue?.body.length).toBeLessThan(65_536)
  expect(issue?.body).toMatch(/… and \d+ endpoints more/)
})

test('who has another trouble by now is not in the issue that is opened again for others', async () => {
  const misnamed = serves(leafFor('misnamed', ['other.example']))
  await at.monitor.run(1, { 'b.example.com': wildcard, 'c.example.com': healthy(0) }, perCertificate)
  turned(at.github, 1, 'closed')
  const written = await at.monitor.run(
    1.2,
    { 'b.example.com': misnamed, 'c.example.com': wildcard },
    perCertificate,
  )

  expect(written).toEqual(['open #2 b.example.com: wrong name, names dropped', 'reopen #1', 'comment #1'])
  expect(at.github.issues[0]?.body).not.toContain('b.example.com')
})
