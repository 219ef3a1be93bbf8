import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Minted } from '../../src/terminal/lab/mint.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { type OcspAnswer, readOcspAnswer, writeOcspRequest } from '../../src/wire/ocsp.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { authority, inDays, leaf, rsaPair } from '../support/mint.ts'
import { type AnswerOptions, opensslCa } from '../support/openssl-ca.ts'
import { hasOpenssl } from '../support/openssl.ts'

const ca = authority('Test Intermediate')
const rsaCa = authority('RSA Intermediate', { keyPair: rsaPair() })
const good = leaf(ca)
const revoked = leaf(ca)
const unheard = leaf(ca)
const books = [{ certificate: good }, { certificate: revoked, revoked: 'keyCompromise' }]
const ocspSigning = { extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'] }

function answered(certificate: Minted, options?: AnswerOptions, issuer = ca): OcspAnswer {
  const bytes = opensslCa(ca, books).answer(certificate, options)
  return readOcspAnswer(bytes, readCertificate(certificate.der), readCertificate(issuer.der), new Date())
}

describe.skipIf(!hasOpenssl)('beside OpenSSL', () => {
  test.each([
    ['an ordinary serial number', leaf(ca)],
    ['one whose first bit is set', leaf(ca, { serial: Buffer.alloc(16, 0xf0) })],
    ['one of a single octet', leaf(ca, { serial: Buffer.of(7) })],
  ])('a request for %s is the same, octet for octet', (_, certificate) => {
    const own = writeOcspRequest(readCertificate(certificate.der), readCertificate(ca.der))
    expect(Buffer.from(own).toString('hex')).toBe(opensslCa(ca, books).request(certificate).toString('hex'))
  })

  test('a good answer is read', () => {
    const { status, revokedAt, reason, thisUpdate, nextUpdate, scts } = answered(good)
    expect([status, revokedAt, reason, scts]).toEqual(['good', null, null, null])
    expect((nextUpdate?.getTime() ?? 0) - thisUpdate.getTime()).toBe(3 * 86_400_000)
  })

  test('a revoked one has date and reason', () => {
    expect(answered(revoked)).toMatchObject({
      status: 'revoked',
      revokedAt: new Date('2026-11-20T12:00:00Z'),
      reason: 'keyCompromise',
    })
  })

  test('"unknown" is neither', () => {
    expect(answered(unheard)).toMatchObject({ status: 'unknown' })
  })

  test('an RSA issuer signs, too', () => {
    const certificate = leaf(rsaCa)
    const bytes = opensslCa(rsaCa, [{ certificate }]).answer(certificate)
    const read = readOcspAnswer(
      bytes,
      readCertificate(certificate.der),
      readCertificate(rsaCa.der),
      new Date(),
    )
    expect(read.status).toBe('good')
  })

  test('the issuer may be named by its key', () => {
    expect(answered(good, { arguments: ['-resp_key_id'] }).status).toBe('good')
  })

  test('a delegate of the issuer may sign', () => {
    expect(answered(good, { responder: leaf(ca, ocspSigning) }).status).toBe('good')
  })

  test.each<[string, Minted]>([
    ['without the right for it', leaf(ca)],
    ['whose certificate has expired', leaf(ca, { ...ocspSigning, notAfter: inDays(-1) })],
    ['of another CA', leaf(authority('Test Intermediate'), ocspSigning)],
    ['that stands by itself', leaf(undefined, ocspSigning)],
  ])('a responder %s proves nothing', (_, responder) => {
    expect(() => answered(good, { responder })).toThrow(
      new Malformed('ocsp: the responder is neither the issuer nor its delegate'),
    )
  })

  test('a responder without its certificate proves nothing', () => {
    const options = { responder: leaf(ca, ocspSigning), arguments: ['-resp_no_certs'] }
    expect(() => answered(good, options)).toThrow('neither the issuer nor its delegate')
  })

  test('an answer about another certificate proves nothing', () => {
    const bytes = opensslCa(ca, books).answer(good)
    const of = (certificate: Minted, issuer: Minted): unknown =>
      readOcspAnswer(bytes, readCertificate(certificate.der), readCertificate(issuer.der), new Date())
    expect(() => of(revoked, ca)).toThrow(new Malformed('ocsp: the answer is about another certificate'))
    expect(() => of(good, authority('Test Intermediate'))).toThrow(
      new Malformed('ocsp: the signature does not verify'),
    )
  })

  test('a damaged answer is Malformed, or says what the sound one says, never anything else', () => {
    const sound = opensslCa(ca, books).answer(revoked, { responder: leaf(ca, ocspSigning) })
    const certificate = readCertificate(revoked.der)
    const issuer = readCertificate(ca.der)
    const outcome = (bytes: Uint8Array): unknown => {
      try {
        return readOcspAnswer(bytes, certificate, issuer, new Date()).status
      } catch (thrown) {
        return thrown instanceof Malformed ? 'revoked' : thrown
      }
    }
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(changes, fc.option(fc.nat(), { freq: 4 }), (changed, end) => {
        const copy = Buffer.from(sound)
        for (const [at, octet] of changed) copy[at % copy.length] = octet
        expect(outcome(end === null ? copy : copy.subarray(0, end % copy.length))).toBe('revoked')
      }),
      { numRuns: 1500 },
    )
  })
})

test.each([
  ['30030a0103', 'ocsp: the responder says tryLater'],
  ['30030a0106', 'ocsp: the responder says unauthorized'],
  ['30030a0109', 'ocsp: the responder says status 9'],
  ['30030a0100', 'ocsp: not a BasicOCSPResponse'],
])('the answer %s proves nothing', (hex, message) => {
  const read = (): unknown =>
    readOcspAnswer(Buffer.from(hex, 'hex'), readCertificate(good.der), readCertificate(ca.der), new Date())
  expect(read).toThrow(new Malformed(message))
})
