import { describe, expect, test } from 'vitest'

import { element, sequence, time } from '../../src/wire/der-writer.ts'
import { readDer, tags } from '../../src/wire/der.ts'
import { readTime } from '../../src/wire/x509-time.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { certificateDer } from '../support/certificate-der.ts'

const { utcTime, generalizedTime, printableString } = tags

function read(tag: number, text: string): Date {
  return readTime(readDer(element(tag, Buffer.from(text, 'latin1')), 'time'), 'notAfter')
}

test.each([
  [utcTime, '500101000000Z', '1950-01-01T00:00:00.000Z'],
  [utcTime, '991231235959Z', '1999-12-31T23:59:59.000Z'],
  [utcTime, '000229120000Z', '2000-02-29T12:00:00.000Z'],
  [utcTime, '491231235959Z', '2049-12-31T23:59:59.000Z'],
  [generalizedTime, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
  [generalizedTime, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  [generalizedTime, '20300101000000Z', '2030-01-01T00:00:00.000Z'],
  [generalizedTime, '00500101000000Z', '0050-01-01T00:00:00.000Z'],
])('a Time with tag %i and the text %s is %s', (tag, text, iso) => {
  expect(read(tag, text).toISOString()).toBe(iso)
})

describe('what is no time', () => {
  test.each([
    ['a lower-case z', utcTime, '260101000000z'],
    ['no seconds', utcTime, '2601010000Z'],
    ['an offset', utcTime, '260101000000+0000'],
    ['a fraction', generalizedTime, '20500101000000.5Z'],
    ['no Z', generalizedTime, '20500101000000'],
    ['two digits for the year', generalizedTime, '500101000000Z'],
    ['four digits for the year', utcTime, '20260101000000Z'],
    ['a line break behind it', utcTime, '260101000000Z\n'],
  ])('%s', (_what, tag, text) => {
    expect(() => read(tag, text)).toThrow('MMDDHHMMSSZ (RFC 5280 §4.1.2.5)')
  })

  test.each([
    ['a 13th month', '261301000000Z'],
    ['a month 0', '260001000000Z'],
    ['the 30th of February', '260230000000Z'],
    ['the 29th of February in a common year', '270229000000Z'],
    ['the hour 24', '260101240000Z'],
    ['a leap second', '261231235960Z'],
  ])('%s', (_what, text) => {
    expect(() => read(utcTime, text)).toThrow('no such time in the calendar')
  })

  test('a text of another type', () => {
    expect(() => read(printableString, '260101000000Z')).toThrow(
      'notAfter: neither UTCTime nor GeneralizedTime',
    )
  })

  test('octets beyond ASCII', () => {
    expect(() => read(utcTime, '26010100000\u00b2Z')).toThrow('notAfter: octet 0xb2 in an IA5String')
  })
})

test('one bad time leaves the other', () => {
  const start = new Date('2026-01-01T00:00:00Z')
  const validity = sequence(time(start), element(utcTime, Buffer.from('260101000000z')))
  const certificate = readCertificate(certificateDer({ validity }))

  expect(certificate).toMatchObject({ notBefore: start, notAfter: null })
  expect(certificate.problems).toEqual(['notAfter: wanted YYMMDDHHMMSSZ (RFC 5280 §4.1.2.5)'])
})
