import { describe, expect, test } from 'vitest'

import { attribute, daysLeft, lifetimeDays, type Name, shortName } from '../../src/model/certificate.ts'
import { certificate, now } from '../support/certificate.ts'

function nameOf(...attributes: readonly (readonly [type: string, value: string])[]): Name {
  return { attributes: attributes.map(([type, value]) => ({ type, value })), der: new Uint8Array() }
}

describe('what people call the holder of a name', () => {
  test.for([
    ['R11', nameOf(['organizationName', "Let's Encrypt"], ['commonName', 'R11'])],
    ["Let's Encrypt", nameOf(['countryName', 'US'], ['organizationName', "Let's Encrypt"])],
    ['Web', nameOf(['countryName', 'US'], ['organizationalUnitName', 'Web'])],
    ['countryName=US, localityName=Here', nameOf(['countryName', 'US'], ['localityName', 'Here'])],
    ['', nameOf()],
  ] as const)('%s', ([short, name]) => {
    expect(shortName(name)).toBe(short)
  })

  test('of several values the last is the most specific', () => {
    expect(attribute(nameOf(['commonName', 'general'], ['commonName', 'special']), 'commonName')).toBe(
      'special',
    )
    expect(attribute(nameOf(), 'commonName')).toBeNull()
  })
})

describe('validity', () => {
  const notBefore = new Date('2026-11-01T00:00:00Z')

  test('both ends belong to it', () => {
    const notAfter = new Date('2027-01-29T23:59:59Z')

    expect(lifetimeDays(certificate({ notBefore, notAfter }))).toBe(90)
  })

  test('days left are not rounded, and negative once it is over', () => {
    expect(daysLeft(certificate({ notAfter: new Date(now.getTime() + 36 * 3_600_000) }), now)).toBe(1.5)
    expect(daysLeft(certificate({ notAfter: new Date(now.getTime() - 6 * 3_600_000) }), now)).toBe(-0.25)
  })

  test('a date that cannot be read gives no number', () => {
    expect(lifetimeDays(certificate({ notBefore: null }))).toBeNull()
    expect(lifetimeDays(certificate({ notAfter: null }))).toBeNull()
    expect(daysLeft(certificate({ notAfter: null }), now)).toBeNull()
  })
})
