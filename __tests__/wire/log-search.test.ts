import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseLogSearch, plainSerial, writeLogSearch } from '../../src/wire/log-search.ts'
import { Malformed } from '../../src/wire/malformed.ts'

/** A row in the form that crt.sh documents by example. */
const row = {
  issuer_ca_id: 295810,
  issuer_name: "C=US, O=Let's Encrypt, CN=E7",
  common_name: 'example.com',
  name_value: 'example.com\nwww.example.com',
  id: 12_345_678_901,
  entry_timestamp: '2026-11-01T01:02:03.456',
  not_before: '2026-11-01T00:03:33',
  not_after: '2027-01-30T00:03:32',
  serial_number: '048f0a',
  result_count: 2,
}

describe('a row', () => {
  test('is read, its times as UTC', () => {
    expect(parseLogSearch(JSON.stringify([row]))).toEqual([
      {
        id: 12_345_678_901,
        issuerName: "C=US, O=Let's Encrypt, CN=E7",
        issuer: "Let's Encrypt",
        serial: '48f0a',
        names: ['example.com', 'www.example.com'],
        notBefore: new Date('2026-11-01T00:03:33Z'),
        notAfter: new Date('2027-01-30T00:03:32Z'),
      },
    ])
  })

  test.each([
    ['C=US, O="DigiCert, Inc.", CN=GeoTrust', 'DigiCert, Inc.'],
    ['CN=Only A Name', 'Only A Name'],
    ['OU=Neither', 'OU=Neither'],
    ['CN=O=nothing, O=Organisation', 'Organisation'],
  ])('of the issuer %s is of %s', (issuer_name, issuer) => {
    expect(parseLogSearch(JSON.stringify([{ ...row, issuer_name }]))[0]?.issuer).toBe(issuer)
  })

  test.each([
    row.issuer_name,
    `CN=${'x'.repeat(150)}, O=In the middle, OU=${'y'.repeat(150)}`,
    `O="${'Long, '.repeat(60)}", CN=z`,
  ])('is written as it is read, so that an issuer kept in the cache is the same one: %s', (issuer_name) => {
    const read = parseLogSearch(JSON.stringify([{ ...row, issuer_name }]))
    expect(parseLogSearch(JSON.stringify(writeLogSearch(read)))).toEqual(read)
  })

  test.each<[string, object]>([
    ['log search[0].id: not a number', { id: '7' }],
    ['log search[0].serial_number: not hex', { serial_number: 'zz' }],
    ['log search[0].not_before: not a time', { not_before: 'yesterday' }],
    ['log search[0].name_value: not a string', { name_value: null }],
    ['log search[0].issuer_name: more than 100000 characters', { issuer_name: 'x'.repeat(100_001) }],
  ])('%s', (message, differs) => {
    expect(() => parseLogSearch(JSON.stringify([{ ...row, ...differs }]))).toThrow(new Malformed(message))
  })
})

test.each(['', '<html>', '{}', 'null', '[7]', '[[]]', '[{}]'])('%j is no list of certificates', (text) => {
  expect(() => parseLogSearch(text)).toThrow(Malformed)
})

test('anything is read or Malformed, and at once', () => {
  const values = fc.oneof(fc.string(), fc.constantFrom(...Object.values(row)), fc.jsonValue())
  const rows = fc.array(fc.record(Object.fromEntries(Object.keys(row).map((key) => [key, values]))))
  fc.assert(
    fc.property(
      fc.oneof(
        rows.map((all) => JSON.stringify(all)),
        fc.json(),
        fc.string(),
      ),
      (text) => {
        try {
          parseLogSearch(text)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Malformed)
        }
      },
    ),
  )
  const began = performance.now()
  parseLogSearch(JSON.stringify([{ ...row, issuer_name: ', O="'.repeat(20_000) }]))
  expect(performance.now() - began).toBeLessThan(500)
})

test.each([
  ['00ab', 'ab'],
  ['0', '0'],
  ['AB', 'ab'],
])('the serial number %s is compared as %s', (hex, plain) => {
  expect(plainSerial(hex)).toBe(plain)
})
