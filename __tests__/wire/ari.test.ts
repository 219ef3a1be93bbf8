import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ariCertId, parseDirectory, parseRenewalInfo, retryAfterMs } from '../../src/wire/ari.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { certificate, now } from '../support/certificate.ts'

describe('the id of a certificate', () => {
  test('is that of the example in RFC 9773 §4.1', () => {
    const authorityKeyId = '69885b6b87464041e1b37b847ba0ae2cde01c8d4'
    expect(ariCertId(certificate({ authorityKeyId, serial: '0087654321' }))).toBe(
      'aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE',
    )
  })

  test('does not exist where the issuer’s key is not named', () => {
    expect(ariCertId(certificate({ authorityKeyId: null }))).toBeNull()
  })
})

describe('a directory', () => {
  test('says where renewal information is', () => {
    expect(parseDirectory('{"renewalInfo":"https://ca.example/ari","newOrder":"https://ca.example/n"}')).toBe(
      'https://ca.example/ari',
    )
  })

  test.each([
    ['<html>', 'ACME directory: not JSON'],
    ['[]', 'ACME directory: not an object'],
    ['{}', 'ACME directory: it names no renewalInfo'],
    ['{"renewalInfo":"file:///etc/passwd"}', 'ACME directory: renewalInfo is not an address'],
    ['{"renewalInfo":7}', 'ACME directory: renewalInfo is not an address'],
  ])('%s is none', (text, message) => {
    expect(() => parseDirectory(text)).toThrow(new Malformed(message))
  })
})

describe('renewal information', () => {
  test('is read as RFC 9773 §4.2 shows it', () => {
    const text = `{
      "suggestedWindow": { "start": "2025-01-02T04:00:00Z", "end": "2025-01-03T04:00:00+01:00" },
      "explanationURL": "https://acme.example.com/docs/ari"
    }`
    expect(parseRenewalInfo(text)).toEqual({
      window: { start: new Date('2025-01-02T04:00:00Z'), end: new Date('2025-01-03T03:00:00Z') },
      explanationUrl: 'https://acme.example.com/docs/ari',
    })
  })

  const of = (start: unknown, end: unknown): string => JSON.stringify({ suggestedWindow: { start, end } })
  test.each([
    ['{}', 'renewal information: no suggestedWindow'],
    [
      of('2025-01-02T04:00:00Z', '2025-01-02T04:00:00Z'),
      'renewal information: the window ends before it begins',
    ],
    [of('2025-01-02T04:00:00Z', 'tomorrow'), 'renewal information: end is not a time'],
    [of(7, '2025-01-02T04:00:00Z'), 'renewal information: start is not a time'],
  ])('%s is none', (text, message) => {
    expect(() => parseRenewalInfo(text)).toThrow(new Malformed(message))
  })

  test('with an explanation that is no web address has none', () => {
    const text = `{"suggestedWindow":{"start":"2025-01-02T04:00:00Z","end":"2025-01-03T04:00:00Z"},"explanationURL":"javascript:alert(1)"}`
    expect(parseRenewalInfo(text).explanationUrl).toBeNull()
  })

  test('of any making is read or refused, and nothing else', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ suggestedWindow: value })),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        for (const parse of [parseRenewalInfo, parseDirectory]) {
          try {
            parse(text)
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Malformed)
          }
        }
      }),
    )
  })
})

test.each([
  [undefined, null],
  ['soon', null],
  ['21600', 21_600_000],
  ['0', 60_000],
  ['999999999', 86_400_000],
  ['Sun, 22 Nov 2026 14:00:00 GMT', 7_200_000],
  ['Sun, 22 Nov 2020 14:00:00 GMT', 60_000],
])('Retry-After: %s is %s ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms)
})
