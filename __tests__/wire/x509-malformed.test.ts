import { describe, expect, test } from 'vitest'

import { certificateLimits } from '../../src/model/limits.ts'
import {
  bitString,
  boolean,
  context,
  contextPrimitive,
  element,
  ia5String,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  unsignedInteger,
  utf8String,
} from '../../src/wire/der-writer.ts'
import { tags } from '../../src/wire/der.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import {
  type Parts,
  certificateDer,
  extensionDer,
  nameDer,
  rsaEncryption,
  spkiDer,
} from '../support/certificate-der.ts'

const subjectAltName = '2.5.29.17'
const keyUsage = '2.5.29.15'
const basicConstraints = '2.5.29.19'

function read(differs: Partial<Parts>): ReturnType<typeof readCertificate> {
  return readCertificate(certificateDer(differs))
}

test('a sound certificate has no problems', () => {
  expect(read({})).toMatchObject({
    version: 3,
    serial: '07',
    problems: [],
    alternativeNames: [],
    keyUsage: null,
  })
})

describe('what cannot be read at all', () => {
  test.each([
    ['nothing', Buffer.of(), /^certificate: not DER/],
    ['something else', sequence(unsignedInteger(Buffer.of(1))), /wanted tbsCertificate, signatureAlgorithm/],
    ['an empty tbsCertificate', sequence(sequence(), nothing, nothing), /^tbsCertificate: only 0 members/],
    ['a byte behind it', Buffer.concat([certificateDer(), Buffer.of(0)]), /^certificate: not DER/],
    ['an indefinite length', indefinite(certificateDer()), /^certificate: BER where DER is demanded/],
    ['a length in too many octets', overlong(certificateDer()), /^certificate: BER where DER is demanded/],
    [
      'two megabytes',
      Buffer.alloc(certificateLimits.certificateBytes + 1),
      /^certificate: too large, 1048577 octets/,
    ],
  ])('%s', (_what, der, message) => {
    expect(() => readCertificate(der)).toThrow(
      expect.objectContaining({ name: 'Malformed', message: expect.stringMatching(message) }),
    )
  })

  test('more problems than anybody wants to read', () => {
    const names = Array.from({ length: 2000 }, () => contextPrimitive(7, Buffer.alloc(5)))
    const extensions = [extensionDer(subjectAltName, sequence(...names))]

    expect(() => read({ extensions })).toThrow('more than 1000 problems, the last: iPAddress: wanted 4 or 16')
  })
})

describe('what spoils one field', () => {
  test.each<[string, Partial<Parts>, object, string]>([
    [
      'a version that does not exist',
      { version: [context(0, unsignedInteger(Buffer.of(3)))] },
      { version: 1 },
      'version: 4',
    ],
    [
      'a serial number that is no INTEGER',
      { serial: boolean(true) },
      { serial: '' },
      'serialNumber: wanted INTEGER, found tag 1 of class 0',
    ],
    [
      'a validity of one time',
      { validity: sequence(element(tags.utcTime, Buffer.from('260101000000Z'))) },
      { notBefore: null, notAfter: null },
      'validity: wanted a SEQUENCE of two, found tag 16 of class 0',
    ],
    [
      'another algorithm outside than inside',
      { outerAlgorithm: sequence(oid('1.2.840.113549.1.1.5'), nothing) },
      { signatureAlgorithm: { name: 'sha1WithRSAEncryption', hash: 'SHA-1' } },
      'signatureAlgorithm: not the one in tbsCertificate (RFC 5280 §4.1.1.2)',
    ],
    [
      'a key that is no SubjectPublicKeyInfo',
      { spki: nothing },
      { key: { type: 'unknown', bits: null, curve: null, exponent: null, spki: Buffer.from(nothing) } },
      'subjectPublicKeyInfo: wanted SEQUENCE, found tag 5 of class 0',
    ],
    [
      'an RSA key with the modulus 0',
      {
        spki: spkiDer(rsaEncryption, sequence(unsignedInteger(Buffer.of(0)), unsignedInteger(Buffer.of(3)))),
      },
      { key: expect.objectContaining({ type: 'RSA', bits: null }) },
      'modulus: not a positive INTEGER',
    ],
    [
      'an EC key without parameters',
      { spki: spkiDer(sequence(oid('1.2.840.10045.2.1')), Buffer.alloc(65, 4)) },
      { key: expect.objectContaining({ type: 'EC', bits: null, curve: null }) },
      'ECParameters: missing',
    ],
    [
      'an OID longer than any',
      { spki: spkiDer(sequence(element(tags.oid, Buffer.alloc(200_000, 0x81), Buffer.of(1))), Buffer.of()) },
      { key: expect.objectContaining({ type: 'unknown' }) },
      'subjectPublicKeyInfo: an OBJECT IDENTIFIER of 200001 octets',
    ],
  ])('%s', (_what, differs, facts, problem) => {
    const certificate = read(differs)

    expect(certificate).toMatchObject(facts)
    expect(certificate.problems).toEqual([problem])
  })

  test.each([
    ['nobody knows', nothing],
    ['hide extensions as a unique identifier', context(2, sequence())],
    [
      'stand there twice',
      Buffer.concat([contextPrimitive(1, Buffer.of(0)), contextPrimitive(1, Buffer.of(0))]),
    ],
  ])('members behind the key that %s', (_what, members) => {
    expect(read({ spki: Buffer.concat([read({}).key.spki, members]) }).problems).toEqual([
      'tbsCertificate: members after subjectPublicKeyInfo that RFC 5280 does not know',
    ])
  })

  test('extensions in a certificate of version 1 are read, and a problem', () => {
    const certificate = read({
      version: [],
      extensions: [extensionDer(keyUsage, bitString(Buffer.of(0x80), 7))],
    })

    expect(certificate).toMatchObject({ version: 1, keyUsage: ['digitalSignature'] })
    expect(certificate.problems).toEqual(['extensions: in a certificate of version 1'])
  })
})

describe('algorithms nobody knows are facts, not problems', () => {
  const unknown = sequence(oid('1.2.3.4.5.6'))

  test('of a signature', () => {
    const certificate = read({ algorithm: unknown })

    expect(certificate.signatureAlgorithm).toEqual({ name: '1.2.3.4.5.6', hash: null })
    expect(certificate.problems).toEqual([])
  })

  test('of a key', () => {
    const certificate = read({ spki: spkiDer(unknown, Buffer.of(1, 2, 3)) })

    expect(certificate.key).toMatchObject({ type: '1.2.3.4.5.6', bits: null, curve: null, exponent: null })
    expect(certificate.problems).toEqual([])
  })

  test('of a curve', () => {
    const spki = spkiDer(sequence(oid('1.2.840.10045.2.1'), oid('1.2.3.4')), Buffer.alloc(65, 4))

    expect(read({ spki }).key).toMatchObject({ type: 'EC', bits: null, curve: '1.2.3.4' })
  })

  test('RSASSA-PSS without parameters hashes with SHA-1', () => {
    const algorithm = sequence(oid('1.2.840.113549.1.1.10'), sequence())

    expect(read({ algorithm }).signatureAlgorithm).toEqual({ name: 'id-RSASSA-PSS', hash: 'SHA-1' })
  })
})

describe('extensions', () => {
  const usage = extensionDer(keyUsage, bitString(Buffer.of(0x80), 7), true)
  const names = extensionDer(subjectAltName, sequence(contextPrimitive(2, Buffer.from('a.example'))))

  test('one that stands there twice tells nothing, and must not be relied upon when critical', () => {
    const certificate = read({
      extensions: [usage, names, extensionDer(keyUsage, bitString(Buffer.of(4), 2))],
    })

    expect(certificate).toMatchObject({ keyUsage: null, unknownCritical: [keyUsage] })
    expect(certificate.alternativeNames).toEqual([{ kind: 'dns', value: 'a.example' }])
    expect(certificate.problems).toEqual(['extensions: 2.5.29.15 stands there twice (RFC 5280 §4.2)'])
  })

  test('the poison of a precertificate is an unknown critical extension', () => {
    const certificate = read({ extensions: [extensionDer('1.3.6.1.4.1.11129.2.4.3', nothing, true)] })

    expect(certificate.unknownCritical).toEqual(['1.3.6.1.4.1.11129.2.4.3'])
    expect(certificate.problems).toEqual([])
  })

  test('policy extensions that bind no TLS client are not unknown', () => {
    const certificate = read({ extensions: [extensionDer('2.5.29.36', sequence(), true)] })

    expect(certificate.unknownCritical).toEqual([])
  })

  test('a critical one that cannot be read counts as unknown', () => {
    const certificate = read({ extensions: [extensionDer('2.5.29.30', utf8String('x'), true)] })

    expect(certificate).toMatchObject({ nameConstraints: null, unknownCritical: ['2.5.29.30'] })
    expect(certificate.problems).toEqual(['nameConstraints: wanted SEQUENCE, found tag 12 of class 0'])
  })

  test('TRUE is FF: a CA flag of 01 makes no CA', () => {
    const value = sequence(element(tags.boolean, Buffer.of(1)))
    const certificate = read({ extensions: [extensionDer(basicConstraints, value)] })

    expect(certificate.basicConstraints).toBeNull()
    expect(certificate.problems).toEqual([
      'basicConstraints: wanted BOOLEAN 00 or FF, found tag 1 of class 0',
    ])
  })

  test('a critical flag of 01 is taken for TRUE, and a problem', () => {
    const strange = sequence(oid('1.2.3'), element(tags.boolean, Buffer.of(1)), octetString(nothing))
    const certificate = read({ extensions: [strange] })

    expect(certificate.unknownCritical).toEqual(['1.2.3'])
    expect(certificate.problems).toHaveLength(1)
  })

  test('CA FALSE written out is no problem', () => {
    const certificate = read({ extensions: [extensionDer(basicConstraints, sequence(boolean(false)))] })

    expect(certificate).toMatchObject({ basicConstraints: { ca: false, pathLength: null }, problems: [] })
  })

  test.each([
    [
      '2.5.29.19',
      sequence(boolean(true), element(tags.integer, Buffer.of(0xff))),
      'a negative pathLenConstraint',
    ],
    ['2.5.29.19', sequence(boolean(true), element(tags.integer, Buffer.of(1)), nothing), 'more than cA and'],
    ['2.5.29.37', sequence(), 'extKeyUsage: empty'],
    ['2.5.29.32', sequence(sequence()), 'one without policyIdentifier'],
    ['2.5.29.31', sequence(sequence(context(0))), 'wanted one value inside an explicit tag'],
    ['2.5.29.14', sequence(), 'subjectKeyIdentifier: wanted OCTET STRING'],
    [
      '1.3.6.1.5.5.7.1.1',
      sequence(sequence(oid('1.3.6.1.5.5.7.48.1'))),
      'authorityInfoAccess: wanted a SEQUENCE of two',
    ],
    ['1.3.6.1.5.5.7.1.24', sequence(utf8String('5')), 'tlsFeature: wanted INTEGER'],
    ['2.5.29.30', sequence(context(2)), 'more than permittedSubtrees and excludedSubtrees'],
    [
      '2.5.29.30',
      sequence(context(0, sequence(contextPrimitive(2, Buffer.of()), contextPrimitive(0, Buffer.of(1))))),
      'a subtree with minimum or maximum',
    ],
    [
      '2.5.29.30',
      sequence(context(0, sequence(contextPrimitive(7, Buffer.alloc(4))))),
      'wanted 8 or 32 octets, found 4',
    ],
  ])('%s that breaks its own syntax', (id, value, problem) => {
    const { problems } = read({ extensions: [extensionDer(id, value)] })

    expect(problems).toEqual([expect.stringContaining(problem)])
  })
})

describe('alternative names', () => {
  function withNames(...members: readonly Uint8Array[]): ReturnType<typeof readCertificate> {
    return read({
      subject: sequence(),
      extensions: [extensionDer(subjectAltName, sequence(...members), true)],
    })
  }

  test('an address of five octets is left out, the others count', () => {
    const certificate = withNames(
      contextPrimitive(7, Buffer.alloc(5)),
      contextPrimitive(7, Buffer.of(10, 0, 0, 1)),
    )

    expect(certificate.alternativeNames).toEqual([{ kind: 'ip', value: '10.0.0.1' }])
    expect(certificate.problems).toEqual(['iPAddress: wanted 4 or 16 octets, found 5'])
    expect(certificate.unknownCritical).toEqual([])
  })

  test('a name beyond ASCII is no IA5String', () => {
    const certificate = withNames(contextPrimitive(2, Buffer.from('bücher.example', 'latin1')))

    expect(certificate.alternativeNames).toEqual([])
    expect(certificate.problems).toEqual(['dNSName: octet 0xfc in an IA5String'])
  })

  test('a NUL stays in the name, so that no host is called so', () => {
    const certificate = withNames(contextPrimitive(2, Buffer.from('good.example\0.evil.example')))

    expect(certificate.alternativeNames).toEqual([{ kind: 'dns', value: 'good.example\0.evil.example' }])
  })

  test('kinds without a text are named by their kind', () => {
    const certificate = withNames(context(3), context(5), context(0, oid('1.2.3'), context(0, nothing)))

    expect(certificate.alternativeNames.map(({ value }) => value)).toEqual([
      'x400Address',
      'ediPartyName',
      'otherName:1.2.3',
    ])
  })

  test('a member that is no GeneralName is a problem', () => {
    expect(withNames(ia5String('a.example')).problems).toEqual([
      'subjectAltName: a member that is no GeneralName',
    ])
  })
})

describe('names', () => {
  test('an empty subject is a name without attributes', () => {
    expect(read({ subject: sequence() }).subject).toEqual({ attributes: [], der: Buffer.from(sequence()) })
  })

  test.each([
    ['UTF8String', utf8String('Zoë 🔑'), 'Zoë 🔑'],
    ['BMPString', element(tags.bmpString, Buffer.from('Zoë', 'utf16le').swap16()), 'Zoë'],
    ['TeletexString', element(tags.teletexString, Buffer.from('Zoë', 'latin1')), 'Zoë'],
    ['UniversalString', element(tags.universalString, Buffer.of(0, 0, 0, 0x5a, 0, 1, 0xf5, 0x11)), 'Z🔑'],
    ['NumericString', element(tags.numericString, Buffer.from('42')), '42'],
    ['a string with NUL in it', utf8String('good.example\0.evil.example'), 'good.example\0.evil.example'],
  ])('a value may be %s', (_what, value, text) => {
    const certificate = read({ subject: nameDer(['2.5.4.3', value]) })

    expect(certificate.subject.attributes).toEqual([{ type: 'commonName', value: text }])
    expect(certificate.problems).toEqual([])
  })

  test.each([
    [
      'UTF8String',
      element(tags.utf8String, Buffer.of(0xff)),
      '#0c01ff',
      'a UTF8String that is not UTF-8 (RFC 3629)',
    ],
    [
      'UniversalString',
      element(tags.universalString, Buffer.of(1)),
      '#1c0101',
      'a UniversalString that is not UCS-4',
    ],
  ])('a broken %s shows as hex', (_what, value, text, problem) => {
    const certificate = read({ subject: nameDer(['2.5.4.3', value]) })

    expect(certificate.subject.attributes).toEqual([{ type: 'commonName', value: text }])
    expect(certificate.problems).toEqual([`subject: ${problem}`])
  })

  test.each([
    ['2.5.4.16', 'postalAddress', sequence(utf8String('a')), []],
    ['2.5.4.45', 'uniqueIdentifier', bitString(Buffer.of(1)), []],
    ['1.2.3.4', '1.2.3.4', boolean(true), []],
    ['2.5.4.3', 'commonName', boolean(true), ['subject: wanted a character string, found tag 1 of class 0']],
  ])('a value of %s that is no string shows as hex', (id, type, value, problems) => {
    const certificate = read({ subject: nameDer([id, value]) })

    expect(certificate.subject.attributes).toEqual([
      { type, value: `#${Buffer.from(value).toString('hex')}` },
    ])
    expect(certificate.problems).toEqual(problems)
  })

  test('a megabyte of subject is read as it stands', () => {
    const certificate = read({ subject: nameDer(['2.5.4.3', utf8String('x'.repeat(1_000_000))]) })

    expect(certificate.subject.attributes[0]?.value).toHaveLength(1_000_000)
  })

  test('several attributes in one RelativeDistinguishedName keep the order of the SET', () => {
    const subject = sequence(
      setOf(sequence(oid('2.5.4.3'), utf8String('a')), sequence(oid('1.2.3.4'), utf8String('b'))),
    )

    expect(read({ subject }).subject.attributes).toEqual([
      { type: '1.2.3.4', value: 'b' },
      { type: 'commonName', value: 'a' },
    ])
  })

  test('a name that is none is empty, and a problem', () => {
    const certificate = read({ issuer: utf8String('issuer') })

    expect(certificate.issuer).toEqual({ attributes: [], der: Buffer.from(utf8String('issuer')) })
    expect(certificate.problems).toEqual(['issuer: wanted SEQUENCE, found tag 12 of class 0'])
  })
})

/** The outermost SEQUENCE with an indefinite length (X.690 §8.1.3.6). */
function indefinite(der: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.of(0x30, 0x80), der.subarray(4), Buffer.of(0, 0)])
}

/** The same two length octets behind a third that says nothing. */
function overlong(der: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.of(0x30, 0x83, 0), der.subarray(2)])
}
