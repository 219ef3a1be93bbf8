import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { DamagedMemory } from '../../src/history/memory-fields.ts'
import { NewerSchema } from '../../src/history/memory-file.ts'
import { historySchema, monitorSchema } from '../../src/history/memory-schema.ts'
import { readMonitor, writeMonitor } from '../../src/history/monitor-file.ts'
import type { MonitorMemory } from '../../src/model/history.ts'
import { day } from '../support/history.ts'

const words = fc.string({ unit: 'binary', maxLength: 100 })
const times = fc.date({ min: day(-1000), max: day(1000), noInvalidDate: true })
const monitors: fc.Arbitrary<MonitorMemory> = fc.record({
  undelivered: fc.array(fc.record({ channel: words, at: times, reason: words }), { maxLength: 5 }),
  outages: fc.array(fc.record({ channel: words, since: times, at: times }), { maxLength: 5 }),
})

test('what is remembered of the monitor is read again as it was, and keeps to the published schema', () => {
  const validate = new Ajv2020().compile(historySchema())
  fc.assert(
    fc.property(monitors, (any) => {
      const written = writeMonitor(any)

      expect(readMonitor(written)).toEqual(any)
      expect(validate(JSON.parse(written)), JSON.stringify(validate.errors)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('a damaged file of the monitor is refused by name, and nothing is read that the schema refuses', () => {
  const text = writeMonitor({
    undelivered: [{ channel: 'email', at: day(1), reason: 'The mail server hung up' }],
    outages: [{ channel: 'webhook-1a2b3c4d', since: day(0), at: day(1) }],
  })
  const graft = fc.oneof(fc.json(), fc.string(), fc.constantFrom('', '"', '{', ']', '-1', 'null'))
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(40), graft, (at, length, put) => {
      const damaged = text.slice(0, at) + put + text.slice(at + length)
      try {
        readMonitor(damaged)
        expect(monitorSchema.safeParse(JSON.parse(damaged)).error).toBeUndefined()
      } catch (thrown) {
        expect(thrown instanceof DamagedMemory || thrown instanceof NewerSchema, String(thrown)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
