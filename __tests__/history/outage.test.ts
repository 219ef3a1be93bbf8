import { expect, test } from 'vitest'

import { dispatchesFor } from '../../src/history/dispatch.ts'
import { notedOutage, outageNews } from '../../src/history/outage.ts'
import type { ToldOutage } from '../../src/model/history.ts'
import type { Channel, Dispatch } from '../../src/model/message.ts'
import type { Assessment, Report } from '../../src/model/report.ts'
import { day, leaf, outage, run, serves } from '../support/history.ts'
import { hostname, target } from '../support/observation.ts'
import { finding, report } from '../support/report.ts'
import { channel, cutShort } from '../support/telling.ts'

const expired = serves(leaf('expired', { notBefore: day(-90), notAfter: day(-1) }))

function at(
  host: string,
  seen: Assessment['observation'],
  today: number,
  tags: readonly string[] = [],
): Assessment {
  return run(null, { ...seen, target: target({ host: hostname(host), id: `${host}:443`, tags }) }, day(today))
}

/** A run of six endpoints that are out of reach, and of one that answers and has expired. */
function down(today: number, ...others: readonly Assessment[]): Report {
  const silent = Array.from({ length: 6 }, (_, index) => at(`silent-${index}.example`, outage(), today))
  return report({
    now: day(today),
    assessments: [...silent, at('expired.example', expired, today), ...others],
    findings: [finding('monitor/blast-radius', { evidence: { reason: 'timed-out' } })],
  })
}

function up(today: number, differs: Partial<Report> = {}): Report {
  return report({ now: day(today), assessments: [at('expired.example', expired, today)], ...differs })
}

function inShort(dispatches: readonly Dispatch[]): readonly string[] {
  return dispatches.map((one) => {
    if (one.kind === 'blast-radius') return one.finding === null ? 'over' : 'blast radius'
    return one.messages.map(({ assessment }) => assessment.observation.target.id).join(', ')
  })
}

/** What a channel is sent in runs one after the other, everything arriving. */
function sent(reports: readonly Report[], to: Channel = channel()): readonly (readonly string[])[] {
  let told: ToldOutage | null = null
  return reports.map((made) => {
    const dispatches = dispatchesFor(made, to, told)
    const [first] = dispatches
    if (first?.kind === 'blast-radius') told = notedOutage(to.id, first, made.now)
    return inShort(dispatches)
  })
}

test('one message tells of the network, what else is wrong waits for the next run, and the end is told', () => {
  expect(sent([down(0), down(1), up(2), up(3)])).toEqual([
    ['blast radius'],
    ['expired.example:443'],
    ['over', 'expired.example:443'],
    ['expired.example:443'],
  ])
})

test('an outage that lasts is told again when a reminder is due, and no sooner', () => {
  const days = sent(Array.from({ length: 9 }, (_, today) => down(today)))

  expect(days.map(([first]) => first === 'blast radius')).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false,
    true,
    false,
  ])
})

test('a run that was cut short does not know that an outage is over', () => {
  const short = up(1, {
    assessments: [run(null, cutShort(), day(1))],
    findings: [finding('monitor/incomplete')],
  })

  expect(sent([down(0), short, up(2)])).toEqual([['blast radius'], [], ['over', 'expired.example:443']])
})

test('an outage that did not arrive is told by the next run', () => {
  expect(
    [dispatchesFor(down(0), channel(), null), dispatchesFor(down(1), channel(), null)].map(inShort),
  ).toEqual([['blast radius'], ['blast radius']])
})

test('a channel whose targets all answer hears nothing of it', () => {
  const shop = at('shop.example', expired, 0, ['shop'])

  expect(sent([down(0, shop)], channel({ tags: ['shop'] }))).toEqual([['shop.example:443']])
  expect(sent([down(0)], channel({ tags: ['shop'] }))).toEqual([[]])
})

test('a reminder is not kept back by what a wrong clock has dated in the future', () => {
  const reminded = outageNews(
    finding('monitor/blast-radius'),
    { channel: 'webhook-1', since: day(3650), at: day(3650) },
    { minLevel: 'error', remindDays: 7 },
    day(1),
  )

  expect(reminded).toMatchObject({ kind: 'blast-radius' })
})

test('a config that makes a mere notice of it keeps nobody from hearing that nothing answers', () => {
  const quiet = {
    ...down(0),
    findings: [finding('monitor/blast-radius', { severity: 'notice', evidence: { reason: 'timed-out' } })],
  }

  expect(sent([quiet])).toEqual([['blast radius']])
})

test('where a cut-short run is no finding by the config, it still does not know that an outage is over', () => {
  const short = up(1, { assessments: [run(null, cutShort(), day(1))] })

  expect(sent([down(0), short])).toEqual([['blast radius'], []])
})
