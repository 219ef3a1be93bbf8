import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { fileLimits } from '../../src/model/limits.ts'
import { readPem, writePem } from '../../src/wire/pem.ts'

const hello = '-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n'
const read = { label: 'CERTIFICATE', der: Buffer.from('hello') }

test.each([
  ['as it should be', hello],
  ['with CRLF', hello.replaceAll('\n', '\r\n')],
  ['with CR alone', hello.replaceAll('\n', '\r')],
  ['without a line break at the end', hello.trimEnd()],
  ['with text around it', `subject=CN=a\n${hello}and so on: -----BEGIN CERTIFICATE----- in a sentence\n`],
  ['behind a byte order mark', `\uFEFF${hello}`],
  ['behind a byte order mark, as bytes', Buffer.from(`\uFEFF${hello}`)],
  ['with blanks at the ends of lines', hello.replaceAll('\n', ' \t\n')],
  ['with blank lines', hello.replaceAll('\n', '\n\n')],
  ['with its base64 in pieces', hello.replace('aGVsbG8=', 'aGV\nsb\nG8=')],
  ['with header lines', hello.replace('aGVsbG8=', 'Comment: RFC 1421\n\naGVsbG8=')],
])('reads a block %s', (_how, text) => {
  expect(readPem(text)).toEqual([read])
})

test('keeps the order of the file', () => {
  const text = ['a', 'b', 'c'].map((label) => writePem(label, Buffer.from(label))).join('between\n')

  expect(readPem(text).map(({ label }) => label)).toEqual(['a', 'b', 'c'])
})

test('a text without a block has none', () => {
  expect(readPem('nothing here\n-----END CERTIFICATE-----\n')).toEqual([])
})

describe('what is malformed', () => {
  test.each([
    [
      'a block that never ends',
      hello.replace(/-----END.*/, ''),
      'CERTIFICATE in line 1: no END of the same label',
    ],
    ['a block that ends as another', hello.replace('END C', 'END X509 C'), 'no END of the same label'],
    ['a block inside another', `-----BEGIN CERTIFICATE-----\n${hello}`, 'CERTIFICATE in line 1: not base64'],
    ['padding left out', `\n${hello.replace('=', '')}`, 'CERTIFICATE in line 2: not base64 (RFC 4648 §4)'],
    ['bits that count for nothing', hello.replace('8=', '9='), 'not base64'],
    ['an alphabet for URLs', hello.replace('aGVsbG8=', '-_-_'), 'not base64'],
    ['something behind the padding', hello.replace('8=', '8=aaaa'), 'not base64'],
    ['an empty block', hello.replace('aGVsbG8=', ''), 'not base64'],
    ['too many blocks', hello.repeat(fileLimits.pemBlocks + 1), 'more than 10000 blocks'],
  ])('%s', (_what, text, message) => {
    expect(() => readPem(text)).toThrow(message)
  })

  test('a text larger than any bundle', () => {
    expect(() => readPem(' '.repeat(4_194_305))).toThrow('PEM: larger than 4194304 octets')
  })
})

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (der) => {
      expect(readPem(writePem('CERTIFICATE', der))).toEqual([{ label: 'CERTIFICATE', der: Buffer.from(der) }])
    }),
  )
})
