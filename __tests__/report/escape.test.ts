import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  codeForMarkdown,
  forMarkdown,
  proseForMarkdown,
  visible,
  withoutCommands,
} from '../../src/report/escape.ts'
import { hostile } from '../support/hostile.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile))
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

test('no control, bidirectional override or zero-width character survives in visible text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(visible(text)).not.toMatch(unseen)
    }),
  )
})

test.each([
  ['\u001B[31m', '␛[31m'],
  ['a\r\nb', 'a␍␊b'],
  ['\u007F', '␡'],
  ['\u009B31m', '<U+009B>31m'],
  ['a\u202Eb', 'a<U+202E>b'],
  ['\u{E0041}', '<U+E0041>'],
  ['no\u00A0break', 'no break'],
  ['Zu\u0308rich 東京 ❤\uFE0F', 'Zu\u0308rich 東京 ❤'],
])('%j becomes %s', (text, seen) => {
  expect(visible(text)).toBe(seen)
})

test('towers of combining marks are cut down', () => {
  expect(visible(`a${'\u0301'.repeat(50)}`)).toBe(`a${'\u0301'.repeat(4)}`)
})

test('no line of rendered text is a workflow command', () => {
  fc.assert(
    fc.property(fc.array(anyText), (lines) => {
      const log = withoutCommands(lines.join('\n'))
      expect(log).not.toMatch(/^\s*::/mu)
      expect(log).not.toContain('##[')
    }),
  )
})

test('text that is no command stays as it is', () => {
  const text = 'time: 10:15\nsee 2001:db8::1 and a::b\n# [x]\n'

  expect(withoutCommands(text)).toBe(text)
})

test('nothing in Markdown text can open a tag, a link, a span, a cell or a reference', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const markdown = forMarkdown(text)
      expect(markdown).not.toMatch(/[<>|`[\]\\*_~$!@"'{}]/u)
      expect(markdown).not.toMatch(/&(?!#\d+;)/u)
      expect(markdown).not.toMatch(/\n|:\/\/|www\.|^\s*(-|\d+[.)])/iu)
    }),
  )
})

test.each([
  ['@octocat', '&#64;&#8203;octocat'],
  ['fixes #12', 'fixes &#35;&#8203;12'],
  ['GH-12', 'GH-&#8203;12'],
  ['http://evil.example', 'http:&#8203;//evil.example'],
  ['www.evil.example', 'www&#8203;.evil.example'],
  ['1. x', '&#49;. x'],
  ['- x', '&#45; x'],
  ['<!-- x -->', '&#60;&#33;-- x --&#62;'],
  ['plain words, 10:15 UTC (example.com)', 'plain words, 10:15 UTC (example.com)'],
])('%s in Markdown is %s', (text, markdown) => {
  expect(forMarkdown(text)).toBe(markdown)
})

test('code in Markdown holds one line without any markup of its own', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(codeForMarkdown(text)).toMatch(/^<code>([\p{L}\p{N} .,:;()%/-]|&#\d+;)*<\/code>$/u)
      expect(codeForMarkdown(text)).not.toMatch(/:\/\/|www\./iu)
    }),
  )
})

test('a command between backticks becomes code, and cannot break out of it', () => {
  expect(proseForMarkdown('run `a | b` now')).toBe('run <code>a &#124; b</code> now')
  expect(proseForMarkdown('run `a</code>` now')).toBe('run <code>a&#60;/code&#62;</code> now')
  expect(proseForMarkdown('an odd ` tick')).toBe('an odd &#96; tick')
})
