import { X509Certificate, generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { rootCertificates } from 'node:tls'

import { describe, expect, test } from 'vitest'

import type { Certificate } from '../../src/model/certificate.ts'
import { contextPrimitive, oid, sequence, unsignedInteger } from '../../src/wire/der-writer.ts'
import { readPem } from '../../src/wire/pem.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { certificateDer, extensionDer, rsaEncryption, spkiDer } from '../support/certificate-der.ts'

const fixtures = new URL('../fixtures/wire/', import.meta.url)
const realPairs = process.env['CERTIFICATE_PAIRS']
  ? new URL(`file://${process.env['CERTIFICATE_PAIRS']}/`)
  : new URL('../../../shared/data/ct/pairs/', import.meta.url)

/** What OpenSSL, through node:crypto, says of a certificate, in our terms. */
function accordingToOpenssl(x509: X509Certificate): Record<string, unknown> {
  const { modulusLength, publicExponent } = x509.publicKey.asymmetricKeyDetails ?? {}
  return {
    sha256: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    serial: x509.serialNumber.toLowerCase().replace(/^0+/, ''),
    subject: lines(x509.subject),
    issuer: lines(x509.issuer),
    notBefore: x509.validFromDate,
    notAfter: x509.validToDate,
    dnsNames: (x509.subjectAltName ?? '').split(', ').filter((name) => name.startsWith('DNS:')),
    ca: x509.ca,
    extendedKeyUsage: x509.keyUsage?.length ?? 0,
    spki: x509.publicKey.export({ type: 'spki', format: 'der' }),
    type: x509.publicKey.asymmetricKeyType,
    modulusLength,
    publicExponent: publicExponent?.toString(),
  }
}

function accordingToUs(certificate: Certificate): Record<string, unknown> {
  const rsa = certificate.key.type.startsWith('RSA')
  return {
    sha256: certificate.sha256,
    serial: certificate.serial.replace(/^0+/, ''),
    subject: values(certificate.subject),
    issuer: values(certificate.issuer),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    dnsNames: certificate.alternativeNames.flatMap((name) =>
      name.kind === 'dns' ? [`DNS:${name.value}`] : [],
    ),
    ca: certificate.basicConstraints?.ca ?? false,
    extendedKeyUsage: certificate.extendedKeyUsage?.length ?? 0,
    spki: certificate.key.spki,
    type: certificate.key.type.toLowerCase(),
    modulusLength: rsa ? certificate.key.bits : undefined,
    publicExponent: certificate.key.exponent ?? undefined,
  }
}

/** node:crypto escapes a value as RFC 2253 has it; only what stands behind the first = is compared. */
function lines(name: string): string[] {
  const plain = name.replaceAll(/\\([,+"\\<>;#=])/g, '$1')
  return plain.split(/\n| \+ /).map((line) => line.slice(line.indexOf('=') + 1))
}

function values(name: Certificate['subject']): string[] {
  return name.attributes.map(({ value }) => value)
}

function compared(x509: X509Certificate): void {
  const certificate = readCertificate(x509.raw)

  expect(certificate.problems).toEqual([])
  expect(certificate.unknownCritical).toEqual([])
  expect(accordingToUs(certificate)).toEqual(accordingToOpenssl(x509))
}

describe('agrees with OpenSSL', () => {
  test.each(rootCertificates.map((pem) => [lines(new X509Certificate(pem).subject).at(-1), pem]))(
    'on the root %s',
    (_name, pem) => compared(new X509Certificate(pem)),
  )

  const real = existsSync(realPairs) ? readdirSync(realPairs).filter((file) => file.endsWith('.pem')) : []
  test.skipIf(real.length === 0).each(real.length === 0 ? ['(the pairs are not here)'] : real)(
    'on %s',
    (file) => {
      compared(new X509Certificate(readFileSync(new URL(file, realPairs))))
    },
  )
})

const none = { bits: null, curve: null, exponent: null }
const f4 = '65537'

test.each([
  ['rsa1024', { type: 'RSA', bits: 1024, curve: null, exponent: f4 }, ['sha1WithRSAEncryption', 'SHA-1']],
  ['rsa3', { type: 'RSA', bits: 2048, curve: null, exponent: '3' }, ['md5WithRSAEncryption', 'MD5']],
  ['rsa2047', { type: 'RSA', bits: 2047, curve: null, exponent: f4 }, ['sha512WithRSAEncryption', 'SHA-512']],
  ['pss', { type: 'RSA-PSS', bits: 2048, curve: null, exponent: f4 }, ['id-RSASSA-PSS', 'SHA-384']],
  ['rsapss', { type: 'RSA', bits: 2048, curve: null, exponent: f4 }, ['id-RSASSA-PSS', 'SHA-512']],
  ['secp224r1', { ...none, type: 'EC', bits: 224, curve: 'P-224' }, ['ecdsa-with-SHA256', 'SHA-256']],
  ['prime256v1', { ...none, type: 'EC', bits: 256, curve: 'P-256' }, ['ecdsa-with-SHA256', 'SHA-256']],
  ['secp384r1', { ...none, type: 'EC', bits: 384, curve: 'P-384' }, ['ecdsa-with-SHA256', 'SHA-256']],
  ['secp521r1', { ...none, type: 'EC', bits: 521, curve: 'P-521' }, ['ecdsa-with-SHA256', 'SHA-256']],
  ['secp256k1', { ...none, type: 'EC', bits: 256, curve: 'secp256k1' }, ['ecdsa-with-SHA256', 'SHA-256']],
  [
    'brainpoolP256r1',
    { ...none, type: 'EC', bits: 256, curve: 'brainpoolP256r1' },
    ['ecdsa-with-SHA256', 'SHA-256'],
  ],
  [
    'brainpoolP512t1',
    { ...none, type: 'EC', bits: 512, curve: 'brainpoolP512t1' },
    ['ecdsa-with-SHA256', 'SHA-256'],
  ],
  ['sect283k1', { ...none, type: 'EC', bits: 283, curve: 'sect283k1' }, ['ecdsa-with-SHA256', 'SHA-256']],
  ['sm2', { ...none, type: 'EC', bits: 256, curve: 'curveSM2' }, ['sm2-with-sm3', 'SM3']],
  ['ed25519', { ...none, type: 'Ed25519' }, ['id-Ed25519', null]],
  ['ed448', { ...none, type: 'Ed448' }, ['id-Ed448', null]],
  ['dsa', { ...none, type: 'DSA', bits: 2048 }, ['id-dsa-with-sha256', 'SHA-256']],
])('reads the key and the signature algorithm of a certificate of the kind %s', (kind, key, [name, hash]) => {
  const certificate = ofKind(kind)

  expect(certificate.key).toMatchObject(key)
  expect(certificate.signatureAlgorithm).toEqual({ name, hash })
  expect(certificate.problems).toEqual([])
})

test('names a curve that is written out parameter by parameter as a problem', () => {
  const certificate = ofKind('explicit')

  expect(certificate.key).toMatchObject({ type: 'EC', bits: 256, curve: null })
  expect(certificate.problems).toEqual([
    'ECParameters: explicit curve parameters, where only named curves are allowed (RFC 5480 §2.1.1)',
  ])
})

test.each(['ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'] as const)(
  'reads an %s key that node:crypto made',
  (type) => {
    // @types/node has no overload for post-quantum keys without options
    const { publicKey } = generateKeyPairSync(type as 'ed25519')
    const spki = publicKey.export({ type: 'spki', format: 'der' })
    const algorithm = sequence(
      oid(`2.16.840.1.101.3.4.3.${{ 'ml-dsa-44': 17, 'ml-dsa-65': 18, 'ml-dsa-87': 19 }[type]}`),
    )
    const certificate = readCertificate(certificateDer({ spki, algorithm }))

    expect(certificate.key).toEqual({ ...none, type: type.toUpperCase(), spki })
    expect(certificate.signatureAlgorithm).toEqual({ name: `id-${type}`, hash: null })
    expect(certificate.problems).toEqual([])
  },
)

function ofKind(kind: string): Certificate {
  const [, after = ''] = `\n${readFileSync(new URL('kinds.pem', fixtures), 'latin1')}`.split(`\n${kind}\n`)
  return readCertificate(readPem(after)[0]?.der ?? Buffer.of())
}

const full = readCertificate(readPem(readFileSync(new URL('full.pem', fixtures)))[0]?.der ?? Buffer.of())

test('reads every attribute of a distinguished name under its long name, in order', () => {
  expect(full.subject.attributes.map(({ type, value }) => `${type}=${value}`)).toEqual([
    'countryName=DE',
    'stateOrProvinceName=Baden-Württemberg',
    'localityName=Köln',
    'streetAddress=Straße 1',
    'postalCode=12345',
    'organizationName=Müller & Söhne',
    'organizationalUnitName=Eins',
    'organizationalUnitName=Zwei',
    'businessCategory=Private Organization',
    'jurisdictionCountryName=DE',
    'serialNumber=HRB 1',
    'emailAddress=who@a.example',
    'domainComponent=example',
    'userId=7',
    'commonName=full.example',
  ])
  expect(full.selfIssued).toBe(true)
  expect(full.serial).toBe('00ff0102')
})

test('reads every kind of alternative name', () => {
  expect(full.alternativeNames).toEqual([
    { kind: 'dns', value: 'a.example' },
    { kind: 'dns', value: '*.b.example' },
    { kind: 'ip', value: '192.0.2.1' },
    { kind: 'ip', value: '2001:db8::1' },
    { kind: 'other', value: 'email:who@a.example' },
    { kind: 'other', value: 'URI:https://a.example/x' },
    { kind: 'other', value: 'registeredID:1.2.3.4' },
    { kind: 'other', value: 'otherName:1.3.6.1.4.1.311.20.2.3:who@a.example' },
    { kind: 'other', value: 'directoryName:countryName=DE, organizationName=Example Org' },
  ])
})

test('reads the extensions of RFC 5280 and RFC 7633', () => {
  expect(full).toMatchObject({
    version: 3,
    basicConstraints: { ca: true, pathLength: 3 },
    extendedKeyUsage: ['serverAuth', 'clientAuth', 'OCSPSigning', '1.2.3.4.5'],
    policies: ['2.23.140.1.2.2', '1.3.6.1.4.1.99999.1'],
    mustStaple: true,
    ocspUrls: ['http://ocsp.a.example/', 'http://ocsp2.a.example/'],
    caIssuerUrls: ['http://a.example/ca.der'],
    crlUrls: ['http://a.example/1.crl', 'http://a.example/2.crl'],
    unknownCritical: [],
    problems: [],
  })
  expect(full.keyUsage).toEqual([
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
  ])
})

test('reads name constraints of each kind', () => {
  expect(full.nameConstraints).toMatchObject({
    permitted: [
      { kind: 'dns', base: 'a.example' },
      { kind: 'ip', address: Buffer.of(192, 0, 2, 0), mask: Buffer.of(255, 255, 255, 0) },
      { kind: 'directory' },
    ],
    excluded: [
      { kind: 'dns', base: 'bad.a.example' },
      { kind: 'other', tag: 1 },
    ],
  })
})

test('the key identifier of an issuer is the one its certificates name', () => {
  const [leaf, ca] = readPem(readFileSync(new URL('chain.pem', fixtures))).map(({ der }) =>
    readCertificate(der),
  )

  expect(leaf?.authorityKeyId).toMatch(/^[0-9a-f]{40}$/)
  expect(leaf?.authorityKeyId).toBe(ca?.subjectKeyId)
  expect(leaf?.issuer.der).toEqual(ca?.subject.der)
  expect(leaf?.selfIssued).toBe(false)
})

describe('a context tag [2] is no INTEGER, whatever it begins with', () => {
  test('a subjectUniqueID is passed over, as OpenSSL does', () => {
    const key = spkiDer(
      rsaEncryption,
      sequence(unsignedInteger(Buffer.alloc(256, 0xc1)), unsignedInteger(Buffer.of(3))),
    )
    const der = certificateDer({ spki: Buffer.concat([key, contextPrimitive(2, Buffer.of(0, 0x41))]) })

    expect(new X509Certificate(der).publicKey.asymmetricKeyType).toBe('rsa')
    expect(readCertificate(der)).toMatchObject({ problems: [], key: { type: 'RSA', bits: 2048 } })
  })

  test.each(['\0evil.example', '\0', '\0\0a.example'])('the dNSName %j spoils nothing beside it', (name) => {
    const names = sequence(
      contextPrimitive(2, Buffer.from(name, 'latin1')),
      contextPrimitive(2, Buffer.from('a.example')),
    )
    const der = certificateDer({ extensions: [extensionDer('2.5.29.17', names)] })

    expect(new X509Certificate(der).subjectAltName).toContain('DNS:a.example')
    expect(readCertificate(der)).toMatchObject({
      version: 3,
      alternativeNames: [
        { kind: 'dns', value: name },
        { kind: 'dns', value: 'a.example' },
      ],
    })
  })
})
