import * as core from '@actions/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { cause, fromToolkit } from '../../src/runner/toolkit.ts'

const patient = { ms: 1000, signal: new AbortController().signal }

let printed: string[]
beforeEach(() => {
  printed = []
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('what the toolkit warns of is heard, and becomes a plain line of the log', async () => {
  const reply = await fromToolkit(async () => {
    core.info('Cache Size: ~0 MB')
    core.warning('Failed to restore: 50% of\nit')
    return 7
  }, patient)

  expect(reply).toEqual({ kind: 'returned', value: 7, complaint: 'Failed to restore: 50% of\nit' })
  expect(printed).toEqual(['Cache Size: ~0 MB\n', 'Failed to restore: 50% of␊it\n'])
})

test('masks and debug lines reach the runner untouched', async () => {
  await fromToolkit(async () => {
    core.setSecret('hidden')
    core.debug('detail')
  }, patient)

  expect(printed).toEqual(['::add-mask::hidden\n', '::debug::detail\n'])
})

test('no word of a service becomes a command to the runner', async () => {
  await fromToolkit(async () => core.warning('::error::gotcha\n::stop-commands::x'), patient)

  expect(printed.join('')).not.toMatch(/^::/m)
})

test('an attempt that was repeated is no complaint about the outcome', async () => {
  const reply = await fromToolkit(async () => {
    core.info('Attempt 1 of 5 failed with error: 503. Retrying request in 3000 ms...')
    return 'value'
  }, patient)

  expect(reply).toEqual({ kind: 'returned', value: 'value', complaint: null })
})

test('what is thrown is a cause', async () => {
  const reply = await fromToolkit(() => Promise.reject(new Error('\nno tar.\nstack')), patient)

  expect(reply).toEqual({ kind: 'failed', cause: 'no tar' })
})

test('when patience ends the last words are told, and a later failure hurts nobody', async () => {
  let fail: (error: Error) => void = () => {}
  const reply = await fromToolkit(
    () => {
      core.info('Attempt 1 of 5 failed with error: Failed request: (503). Retrying request in 3000 ms...')
      return new Promise((_, reject) => {
        fail = reject
      })
    },
    { ...patient, ms: 5 },
  )
  fail(new Error('too late'))

  expect(reply).toEqual({
    kind: 'timed-out',
    cause:
      'no answer within 0.005 s; Attempt 1 of 5 failed with error: Failed request: (503). Retrying request in 3000 ms',
  })
})

test('a run that is ended waits for nobody', async () => {
  const ending = new AbortController()
  const reply = fromToolkit(() => new Promise(() => {}), { ms: 60_000, signal: ending.signal })
  ending.abort()

  expect(await reply).toEqual({ kind: 'timed-out', cause: 'the run was ended' })
})

test('what an abandoned call complains of is not laid at another one’s door', async () => {
  let proceed: () => void = () => {}
  const waiting = new Promise<void>((resolve) => {
    proceed = resolve
  })
  await fromToolkit(
    async () => {
      await waiting
      core.warning('Failed to restore: the abandoned one')
    },
    { ...patient, ms: 5 },
  )
  const reply = await fromToolkit(async () => {
    proceed()
    await new Promise((resolve) => setImmediate(resolve))
    return 'value'
  }, patient)

  expect(reply).toEqual({ kind: 'returned', value: 'value', complaint: null })
  expect(printed).toEqual(['Failed to restore: the abandoned one\n'])
})

test('afterwards stdout is what it was', async () => {
  const before = Object.getOwnPropertyDescriptor(process.stdout, 'write')
  await fromToolkit(() => Promise.resolve(1), patient)

  expect(Object.getOwnPropertyDescriptor(process.stdout, 'write')).toEqual(before)
})

test('a cause is one line that fits a sentence', () => {
  expect(cause(new Error(`${'x'.repeat(999)}\nmore`))).toHaveLength(299)
  expect(cause('\n')).toBe('no reason given')
})
