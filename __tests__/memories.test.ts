import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { Unusable } from '../src/deliver/whole-file.ts'
import { openMemories } from '../src/memories.ts'
import type { MonitorMemory } from '../src/model/history.ts'
import { day } from './support/history.ts'
import { memory } from './support/remembered.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'certificate-monitor-memories-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

const troubled: MonitorMemory = {
  undelivered: [{ channel: 'webhook 2', at: day(0), reason: 'the receiver answered 500 (3 tries)' }],
  outages: [{ channel: 'webhook-1a2b3c4d', since: day(-2), at: day(-1) }],
}

test('what is remembered of the monitor itself comes back as it was, and nothing to say needs no file', async () => {
  const path = folder()
  const first = await openMemories(path, true)
  await first.remember([memory([])])

  expect(readdirSync(path)).toEqual(['example.com_443.json'])
  await first.remember([], troubled)
  const second = await openMemories(path, true)
  expect(second.monitor).toEqual(troubled)
  expect(second.notes).toEqual([])

  await second.remember([])
  expect((await openMemories(path, false)).monitor).toEqual(troubled)
  await second.remember([], { undelivered: [], outages: [] })
  expect((await openMemories(path, false)).monitor).toEqual({ undelivered: [], outages: [] })
})

test('what a killed run left unfinished is no memory, and is removed once nobody can be writing it', async () => {
  const path = folder()
  await (await openMemories(path, true)).remember([memory([])])
  const [abandoned, underWay] = ['a.example_443.json.17.tmp', 'b.example_443.json.18.tmp']
  for (const name of [abandoned, underWay]) writeFileSync(join(path, name), '{"schema_v')
  utimesSync(join(path, abandoned), 0, 0)

  expect((await openMemories(path, false)).notes).toEqual([])
  expect(readdirSync(path)).toContain(abandoned)
  expect((await openMemories(path, true)).notes).toEqual([])
  expect(readdirSync(path).toSorted()).toEqual([underWay, 'example.com_443.json'])
})

test.each([
  ['torn', '{"schema_version": "1.0", "undeliv'],
  ['of another kind', '{"schema_version": "1.0", "undelivered": {}, "outages": []}'],
  [
    'without a time',
    '{"schema_version": "1.0", "undelivered": [{"channel":"a","at":"soon","reason":"b"}], "outages": []}',
  ],
  ['a flood', JSON.stringify({ schema_version: '1.0', undelivered: Array(1001).fill(1), outages: [] })],
])('a file of the monitor that is %s is set aside, and the run begins anew', async (_, text) => {
  const path = folder()
  writeFileSync(join(path, 'monitor.json'), text)
  const memories = await openMemories(path, true)

  expect(memories.monitor).toEqual({ undelivered: [], outages: [] })
  expect(memories.notes).toEqual(['1 history file could not be read: monitor.json; kept beside as *.damaged'])
  expect(readdirSync(path)).toEqual(['monitor.json.damaged'])
})

test('what a newer version knows of the monitor is left as it is', async () => {
  const path = folder()
  const text = '{"schema_version": "2.0", "everything": "else"}'
  writeFileSync(join(path, 'monitor.json'), text)
  const memories = await openMemories(path, true)
  await memories.remember([], troubled)

  expect(readFileSync(join(path, 'monitor.json'), 'utf8')).toBe(text)
  expect(memories.notes).toEqual([
    '1 history file of a newer version of certificate-monitor left as they are',
  ])
})

test('a damaged file that cannot be set aside ends the run, naming path and cause', async () => {
  const path = folder()
  writeFileSync(join(path, 'example.com_443.json'), 'cut short')
  mkdirSync(join(path, 'example.com_443.json.damaged', 'full'), { recursive: true })

  await expect(openMemories(path, true)).rejects.toThrow(
    `${join(path, 'example.com_443.json')} is damaged and cannot be set aside: E`,
  )
  await expect(openMemories(path, true)).rejects.toBeInstanceOf(Unusable)
})
