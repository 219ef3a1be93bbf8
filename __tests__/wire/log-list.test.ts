import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { googleLogListKey } from '../../src/wire/log-list-key.ts'
import { parseLogList } from '../../src/wire/log-list.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { testLog } from '../support/ct-log.ts'

const made = testLog()

function log(differs: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    description: "Example 'Log 2026h2'",
    log_id: made.id.toString('base64'),
    key: made.spki.toString('base64'),
    url: 'https://ct.example/2026h2/',
    mmd: 86_400,
    state: { usable: { timestamp: '2025-01-01T00:00:00Z' } },
    ...differs,
  }
}

function list(logs: unknown, differs: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    version: '93.3',
    log_list_timestamp: '2026-10-03T13:35:24Z',
    operators: [{ name: 'Example', email: ['ct@example.com'], logs, tiled_logs: [] }],
    ...differs,
  })
}

test('a log is read with its operators, its state and its key', () => {
  const previous_operators = [
    { name: 'Second', end_time: '2026-03-01T00:00:00Z' },
    { name: 'First', end_time: '2025-03-01T00:00:00Z' },
  ]
  expect(parseLogList(list([log({ previous_operators })]))).toEqual({
    madeAt: new Date('2026-10-03T13:35:24Z'),
    logs: [
      {
        key: made.spki,
        log: {
          id: made.id.toString('base64'),
          name: "Example 'Log 2026h2'",
          operator: 'Example',
          previousOperators: [
            { name: 'First', until: new Date('2025-03-01T00:00:00Z') },
            { name: 'Second', until: new Date('2026-03-01T00:00:00Z') },
          ],
          state: { kind: 'usable', since: new Date('2025-01-01T00:00:00Z') },
          kind: 'rfc6962',
        },
      },
    ],
  })
})

test('a tiled log is of static-ct, a log for tests is left out', () => {
  const operators = [{ name: 'Example', logs: [log({ log_type: 'test' })], tiled_logs: [log()] }]
  expect(parseLogList(list([], { operators })).logs.map(({ log }) => log.kind)).toEqual(['static-ct'])
})

test.each<[string, string]>([
  ['{', 'log list: not JSON'],
  ['[]', 'log list: not an object'],
  [list([]), 'log list: no logs'],
  [list([log()], { log_list_timestamp: 'yesterday' }), 'log_list_timestamp: not a time in UTC'],
  [list([log({ log_id: 'AAAA' })]), 'operators[0].logs[0]: log_id is not SHA-256 of key'],
  [
    list([log({ description: 'x'.repeat(201) })]),
    'operators[0].logs[0].description: more than 200 characters',
  ],
  [
    list([log({ state: { frozen: { timestamp: '2025-01-01T00:00:00Z' } } })]),
    'operators[0].logs[0].state: not one of pending, qualified, usable, readonly, retired, rejected',
  ],
  [list([log({ state: { usable: {} } })]), 'operators[0].logs[0].state.timestamp: not a string'],
  [list({ length: 3 }), 'operators[0].logs: not a list'],
  [' '.repeat(4_194_305), 'log list: too large, 4194305 characters'],
])('%#: a list that is not one', (text, message) => {
  expect(() => parseLogList(text)).toThrow(new Malformed(message))
})

test('any JSON is read or Malformed, never anything else', () => {
  const strange = (text: string): unknown => {
    try {
      parseLogList(text)
      return undefined
    } catch (thrown) {
      return thrown instanceof Malformed ? undefined : thrown
    }
  }
  const keys = fc.constantFrom(
    'operators',
    'logs',
    'tiled_logs',
    'name',
    'state',
    'key',
    'log_id',
    '__proto__',
  )
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 7, 'text', {}, []),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(keys, tie('node'), { maxKeys: 4 }),
    ),
  })).node
  fc.assert(
    fc.property(value, (json) => {
      expect(strange(JSON.stringify(json))).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test("Google's key is the RSA key of 4,096 bits that it publishes", () => {
  expect(createPublicKey(googleLogListKey).asymmetricKeyDetails?.modulusLength).toBe(4096)
})

/** The lists of 2026, where they lie beside the checkout. */
const data = [process.env['CT_DATA'] ?? '', '../../../shared/data/ct']
  .filter((path) => path !== '')
  .map((path) => new URL(`${path}/`, import.meta.url))
  .find((folder) => existsSync(folder))

test.skipIf(data === undefined).each([
  ['log_list.json', 80, 22],
  ['log_list_apple.json', 166, 0],
])('%s is read whole, logs for tests aside', (name, total, tiled) => {
  const { logs } = parseLogList(readFileSync(new URL(name, data), 'utf8'))
  expect(logs).toHaveLength(total)
  expect(logs.filter(({ log }) => log.kind === 'static-ct').length).toBeGreaterThanOrEqual(tiled)
})
