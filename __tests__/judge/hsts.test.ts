import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseHsts } from '../../src/judge/hsts.ts'

// RFC 6797 §6.2 and its grammar in §6.1
test.each([
  ['max-age=31536000', 31_536_000],
  ['max-age=15768000 ; includeSubDomains', 15_768_000],
  ['max-age="31536000"', 31_536_000],
  ['MAX-AGE=5;preload;;', 5],
  ['includeSubDomains; max-age=5; unknown="a;b=c"', 5],
])('%s holds', (field, maxAgeSeconds) => {
  expect(parseHsts(field)).toEqual({ kind: 'valid', maxAgeSeconds })
})

test.each([
  ['max-age=0; includeSubDomains', 'disabled'],
  ['max-age="0"', 'disabled'],
  ['', 'invalid'],
  ['includeSubDomains', 'invalid'],
  ['max-age', 'invalid'],
  ['max-age=', 'invalid'],
  ['max-age=-1', 'invalid'],
  ['max-age=1e9', 'invalid'],
  ['max-age=5; max-age=5', 'invalid'],
  ['max-age=5; includeSubDomains; IncludeSubdomains', 'invalid'],
  ['max-age=5, max-age=6', 'invalid'],
  ['max-age=5; includeSubDomains=yes', 'invalid'],
  ['max-age=5; "x"', 'invalid'],
])('%j is %s', (field, kind) => {
  expect(parseHsts(field).kind).toBe(kind)
})

test('no field is none', () => {
  expect(parseHsts(null)).toEqual({ kind: 'absent' })
})

test('any text is read, and long ones in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ';', '=', ' ', 'max-age', '5', 'é') }), (field) => {
      expect(['valid', 'invalid', 'disabled']).toContain(parseHsts(field).kind)
    }),
  )
  expect(parseHsts(`max-age=5;${'";'.repeat(100_001)}`).kind).toBe('invalid')
})
