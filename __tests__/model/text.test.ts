import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { counted, listed, oneOf, shortened } from '../../src/model/text.ts'

describe('shortened', () => {
  test('short text stays as it is, of long text the middle goes', () => {
    expect(shortened('a'.repeat(120))).toBe('a'.repeat(120))
    expect(shortened('abcdefghij', 5)).toBe('ab…ij')
    expect(shortened(`begin${'x'.repeat(100_000)}end`)).toMatch(/^begin.*…x+end$/)
  })

  test('is never longer than allowed, and keeps both ends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 3, max: 200 }), (text, most) => {
        const short = shortened(text, most)

        expect(short.length).toBeLessThanOrEqual(most)
        expect(text.startsWith(short.split('…')[0] ?? '') || text.includes('…')).toBe(true)
      }),
    )
  })
})

test('counted knows one from many', () => {
  expect([0, 1, 2].map((count) => counted(count, 'octet'))).toEqual(['0 octets', '1 octet', '2 octets'])
  expect([1, 2].map((count) => counted(count, 'address', 'addresses'))).toEqual(['1 address', '2 addresses'])
})

describe('listed', () => {
  test.for([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d and e'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e and 1 more'],
  ] as const)('%j', ([items, sentence]) => {
    expect(listed(items)).toBe(sentence)
  })

  test('each item is shortened', () => {
    expect(listed(['x'.repeat(1000), 'y']).length).toBeLessThan(130)
  })
})

test.each([
  [['table', 'json'], 'table or json'],
  [['error', 'warning', 'never'], 'error, warning or never'],
])('of %j one may be written', (choices, sentence) => {
  expect(oneOf(choices)).toBe(sentence)
})
