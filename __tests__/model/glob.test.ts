import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { matchesGlob } from '../../src/model/glob.ts'

test.each([
  ['*', ''],
  ['*', 'certificate/expiry'],
  ['certificate/*', 'certificate/expiry'],
  ['*/expiry', 'chain/expiry'],
  ['Admin.*', 'admin.example.com:443'],
  ['a*b*c', 'a-b-b-c'],
  ['aa', 'AA'],
])('%s matches %j', (glob, text) => {
  expect(matchesGlob(glob, text)).toBe(true)
})

test.each([
  ['certificate/*', 'chain/expiry'],
  ['example.com', 'www.example.com'],
  ['a*a', 'a'],
  ['a*b*b', 'ab'],
  ['a.c', 'abc'],
  ['', 'a'],
])('%j does not match %s', (glob, text) => {
  expect(matchesGlob(glob, text)).toBe(false)
})

test('a glob made from a text by cutting a piece out matches it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.nat(), fc.nat(), (text, one, other) => {
      const plain = text.replaceAll('*', '')
      const [from = 0, to = 0] = [one % (plain.length + 1), other % (plain.length + 1)].sort((a, b) => a - b)
      return matchesGlob(`${plain.slice(0, from)}*${plain.slice(to)}`, plain)
    }),
  )
})

test('a hostile glob is answered without backtracking', () => {
  expect(matchesGlob('*a'.repeat(5000) + 'b', 'a'.repeat(100_000))).toBe(false)
})
