import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Crl, crlVerifies, readCrl, revokedIn } from '../../src/wire/crl.ts'
import * as der from '../../src/wire/der-writer.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { crl } from '../support/crl.ts'
import { authority, leaf, rsaPair } from '../support/mint.ts'
import { opensslCa } from '../support/openssl-ca.ts'
import { hasOpenssl } from '../support/openssl.ts'

const ca = authority('Test Intermediate')
const issuer = readCertificate(ca.der)
const good = leaf(ca)
const revoked = leaf(ca)
const books = [{ certificate: good }, { certificate: revoked, revoked: 'keyCompromise' }]

function lookedUp(list: Crl, certificate: { readonly der: Uint8Array }): ReturnType<typeof revokedIn> {
  return revokedIn(list, readCertificate(certificate.der))
}

describe.skipIf(!hasOpenssl)('a CRL of OpenSSL', () => {
  test('is read, verifies, and names who is revoked, with date and reason', () => {
    const list = readCrl(opensslCa(ca, books).crl(48))
    expect(crlVerifies(list, issuer)).toBe(true)
    expect((list.nextUpdate?.getTime() ?? 0) - list.thisUpdate.getTime()).toBe(48 * 3_600_000)
    expect(lookedUp(list, revoked)).toEqual({ at: new Date('2026-11-20T12:00:00Z'), reason: 'keyCompromise' })
    expect(lookedUp(list, good)).toBeNull()
  })

  test('may be empty', () => {
    expect(lookedUp(readCrl(opensslCa(ca, [{ certificate: good }]).crl()), revoked)).toBeNull()
  })

  test('of an RSA issuer verifies, too', () => {
    const rsa = authority('RSA Intermediate', { keyPair: rsaPair() })
    expect(crlVerifies(readCrl(opensslCa(rsa, []).crl()), readCertificate(rsa.der))).toBe(true)
  })

  test('of another CA of the same name does not verify', () => {
    const twin = authority('Test Intermediate')
    expect(crlVerifies(readCrl(opensslCa(twin, books).crl()), issuer)).toBe(false)
  })

  test('says which distribution point it is of, and for which kind of certificate', () => {
    const idp =
      'issuingDistributionPoint=critical,@idp\n[idp]\nfullname=URI:http://crl.example/7.crl\nonlyuser=TRUE'
    expect(readCrl(opensslCa(ca, books).crl(24, idp)).scope).toEqual({
      urls: ['http://crl.example/7.crl'],
      only: 'user',
    })
  })

  test.each([
    ['indirectCRL=TRUE', "crl: of other issuers' certificates (indirect CRL)"],
    ['onlyAA=TRUE', 'crl: of attribute certificates'],
    ['onlysomereasons=keyCompromise', 'crl: for some reasons of revocation only'],
  ])('with %s is refused: it could be misread', (setting, message) => {
    const idp = `issuingDistributionPoint=critical,@idp\n[idp]\nfullname=URI:http://crl.example/7.crl\n${setting}`
    expect(() => readCrl(opensslCa(ca, books).crl(24, idp))).toThrow(new Malformed(message))
  })
})

describe('a CRL of our own making', () => {
  test('with only the changes since another one is refused', () => {
    const delta = der.sequence(
      der.oid('2.5.29.27'),
      der.boolean(true),
      der.octetString(der.unsignedInteger(Buffer.of(1))),
    )
    expect(() => readCrl(crl(ca, { extensions: [delta] }))).toThrow('only the changes since another one')
  })

  test('with a critical extension that nobody knows is refused', () => {
    const strange = der.sequence(der.oid('1.2.3.4'), der.boolean(true), der.octetString(der.nothing))
    expect(() => readCrl(crl(ca, { extensions: [strange] }))).toThrow(
      '1.2.3.4 is critical and not known here',
    )
  })

  test('of an issuer that may not sign CRLs is refused', () => {
    const limited = readCertificate(authority('Test Intermediate', { keyUsage: [5] }).der)
    expect(() => crlVerifies(readCrl(crl(ca)), limited)).toThrow('its issuer may not sign CRLs')
  })

  test('of an issuer whose key nobody can use is malformed', () => {
    const issuer = readCertificate(ca.der)
    const key = { ...issuer.key, spki: issuer.key.spki.slice(0, -40) }
    expect(() => crlVerifies(readCrl(crl(ca)), { ...issuer, key })).toThrow(
      new Malformed('crl: the key of its issuer cannot be used'),
    )
  })

  test('says nothing of a certificate whose serial number cannot be read', () => {
    const list = readCrl(crl(ca, { serials: [Buffer.of(0x11)] }))
    expect(() => revokedIn(list, { serial: '' })).toThrow(Malformed)
  })

  test('is not fooled by a serial number that is part of another', () => {
    const short = leaf(ca, { serial: Buffer.of(0x11, 0x22) })
    const list = readCrl(crl(ca, { serials: [Buffer.of(0x11, 0x22, 0x33), Buffer.of(0x44, 0x11, 0x22)] }))
    expect(lookedUp(list, short)).toBeNull()
  })

  test('hides nothing behind a broken entry', () => {
    const broken = der.sequence(der.unsignedInteger(Buffer.of(1)))
    const dateless = der.sequence(der.unsignedInteger(Buffer.of(1)), der.nothing)
    expect(() => readCrl(crl(ca, { entries: [broken] }))).toThrow('revokedCertificates: breaks off')
    expect(() => readCrl(crl(ca, { entries: [dateless] }))).toThrow(
      'wanted userCertificate and revocationDate',
    )
  })

  test('of 30,000 entries is read and searched within 50 ms and 60 MB', () => {
    const serials = Array.from({ length: 30_000 }, (_, index) => {
      const serial = Buffer.alloc(16, 0x51)
      serial.writeUInt32BE(index, 12)
      return serial
    })
    const bytes = crl(ca, { serials })
    const last = leaf(ca, { serial: serials[29_999] ?? Buffer.alloc(0) })
    expect(bytes.length).toBeGreaterThan(1_000_000)
    readCrl(bytes) // warm
    const before = process.memoryUsage().heapUsed
    const cpu = process.cpuUsage()
    const list = readCrl(bytes)
    const [found, none] = [lookedUp(list, last), lookedUp(list, good)]
    const { user, system } = process.cpuUsage(cpu)
    expect(found).toMatchObject({ reason: null })
    expect(none).toBeNull()
    // CPU time, and ten times what it takes: no test is a stopwatch.
    expect((user + system) / 1000).toBeLessThan(500)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000)
  })

  test('with a signature of another algorithm than announced is refused', () => {
    const bytes = crl(ca, { outerAlgorithm: der.sequence(der.oid('1.2.840.10045.4.3.3')) })
    expect(() => readCrl(bytes)).toThrow('not the one in tbsCertList')
  })

  test('damaged is Malformed, or does not verify, never anything else', () => {
    const sound = crl(ca, { serials: [Buffer.of(0x11, 0x22, 0x33)] })
    const subject = readCertificate(leaf(ca, { serial: Buffer.of(0x11, 0x22, 0x33) }).der)
    const outcome = (bytes: Uint8Array): unknown => {
      try {
        const list = readCrl(bytes)
        return crlVerifies(list, issuer) ? revokedIn(list, subject) !== null : true
      } catch (thrown) {
        return thrown instanceof Malformed ? true : thrown
      }
    }
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(changes, fc.option(fc.nat(), { freq: 4 }), (changed, end) => {
        const copy = Buffer.from(sound)
        for (const [at, octet] of changed) copy[at % copy.length] = octet
        expect(outcome(end === null ? copy : copy.subarray(0, end % copy.length))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
