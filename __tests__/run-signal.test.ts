import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { runSignal } from '../src/run-signal.ts'

const sixHoursMs = 6 * 3_600_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a run ends before the six hours after which its job is killed', () => {
  const ending = runSignal()

  vi.advanceTimersByTime(sixHoursMs)

  expect(ending.cause).toBe('deadline')
  expect(ending.signal.aborted).toBe(true)
  expect(ending.interrupted.aborted).toBe(false)
  ending.release()
})

test('a watch goes on for as long as nobody ends it', () => {
  const ending = runSignal({ endless: true })

  vi.advanceTimersByTime(100 * sixHoursMs)

  expect(ending.cause).toBeNull()
  expect(ending.signal.aborted).toBe(false)
  ending.release()
})

test('whoever ends a run ends what it was about to tell as well', () => {
  const ending = runSignal()

  process.emit('SIGTERM')

  expect([ending.cause, ending.signal.aborted, ending.interrupted.aborted]).toEqual(['SIGTERM', true, true])
  ending.release()
})
