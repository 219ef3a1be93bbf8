import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { cut, fitted, width, wrapped } from '../../src/report/width.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 60 })

test.each([
  ['example', 7],
  ['Zu\u0308rich', 6],
  ['東京', 4],
  ['한국', 4],
  ['ｱｲ', 2],
  ['🏪', 2],
  ['👩‍💻', 2],
  ['🇨🇭', 2],
  ['…', 1],
  ['', 0],
])('%s takes %i columns', (text, columns) => {
  expect(width(text)).toBe(columns)
})

test('a fitted text takes exactly the columns it was given', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (text, columns) => {
      expect(width(fitted(text, columns))).toBe(columns)
      expect(width(fitted(text, columns, 'right'))).toBe(columns)
    }),
  )
})

test('what does not fit is cut with an ellipsis, never through a character', () => {
  expect(cut('example.com', 8)).toBe('example…')
  expect(cut('東京店舗', 6)).toBe('東京…')
  expect(cut('abc', 3)).toBe('abc')
  expect(cut('abc', 0)).toBe('')
})

test('wrapping loses nothing but the blanks it breaks at', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 30 }), (text, columns) => {
      const lines = wrapped(text, columns)
      expect(lines.every((line) => width(line) <= columns)).toBe(true)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})
