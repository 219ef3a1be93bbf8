import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Observation } from '../src/model/observation.ts'
import { machine, begin } from './runner/running.ts'
import { day, outage, serves } from './support/history.ts'
import { leafFor, silentBy, type Story, story } from './support/issue-story.ts'
import { type Services, startServices } from './support/services.ts'
import type { IssueStore } from './support/services/issue-store.ts'

let services: Services
let github: IssueStore
let monitor: Story
beforeEach(async () => {
  services = await startServices()
  github = services.issues
  monitor = await story(github, begin(services, machine()))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await services.close()
  expect(github.violations).toEqual([])
})

const host = 'shop.example.com'
const healthy = serves(leafFor('healthy', [host]))
const expiring = serves(leafFor('expiring', [host], { notBefore: day(-68), notAfter: day(22) }))
const renewed = serves(leafFor('renewed', [host], { notAfter: day(110), notBefore: day(15) }))
const cutShort = silentBy('not-observed')

function shop(seen: Observation): Readonly<Record<string, Observation>> {
  return { [host]: seen }
}

test('three weeks as a person wants to find them among the issues', async () => {
  const days: readonly (readonly [day: number, seen: Observation])[] = [
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
  ]
  const lines: string[] = []
  for (const [at, seen] of days) {
    const written = await monitor.run(at, shop(seen))
    lines.push(...written.map((line) => `${at}: ${line}`))
  }

  expect(lines).toEqual([
    '1: open #1 shop.example.com: timed out',
    '2: close (completed) #1',
    '2: comment #1',
    '3: reopen #1', // a trouble of the same endpoint, a day later
    '3: comment #1',
    '4: edit #1', // a day less is left
    '6: comment #1',
    '6: edit #1',
    '7: edit #1',
    '13: comment #1', // now an error
    '13: edit #1',
    '15: close (completed) #1',
    '15: comment #1',
    '17: reopen #1',
    '17: comment #1',
  ])
})
