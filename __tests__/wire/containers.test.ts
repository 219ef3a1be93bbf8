import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { readCertificateFile } from '../../src/wire/containers.ts'
import { context, oid, sequence, setOf, unsignedInteger } from '../../src/wire/der-writer.ts'
import { writePem } from '../../src/wire/pem.ts'

function file(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/wire/${name}`, import.meta.url))
}

const ca = file('ca.der')
const ec = file('ec.der')
const rsa = file('rsa.der')

test.each([
  ['one DER certificate', file('ec.der'), null, [ec]],
  ['a PEM bundle, in its order', file('chain.pem'), null, [ec, ca]],
  ['PKCS#7 as DER, leaf first', file('ec.p7b'), null, [ec, ca]],
  ['PKCS#7 as PEM, leaf first', file('ec.p7b.pem'), null, [ec, ca]],
  ['PKCS#12 of RSA in the old encryption', file('rsa.legacy.p12'), 'secret', [rsa, ca]],
  ['PKCS#12 of EC in the new encryption', file('ec.modern.p12'), 'secret', [ec, ca]],
  ['PKCS#12 without a key', file('ca.no-key.p12'), 'secret', [ca]],
  ['PKCS#7 in BER', inBer(file('ec.p7b')), null, [ec, ca]],
  ['PEM with the older labels', pem(['X509 CERTIFICATE', ca], ['X.509 CERTIFICATE', ec]), null, [ca, ec]],
  [
    'PEM that begins with the digit 0',
    Buffer.concat([Buffer.from('0 s:\n'), file('chain.pem')]),
    null,
    [ec, ca],
  ],
  ['PEM beside a key and a CRL', pem(['PRIVATE KEY', ca], ['CERTIFICATE', ec], ['X509 CRL', ca]), null, [ec]],
])('reads %s', async (_what, bytes, password, certificates) => {
  expect(await readCertificateFile(bytes, password)).toEqual(certificates)
})

test.each([
  ['an empty file', Buffer.of(), 'certificate file: no certificate in it'],
  ['a text', Buffer.from('hello'), 'certificate file: no certificate in it'],
  ['a key alone', pem(['PRIVATE KEY', ca]), 'certificate file: no certificate in it'],
  ['a Java keystore', Buffer.from('feedfeed00000002', 'hex'), 'certificate file: no certificate in it'],
  ['DER that breaks off', ec.subarray(0, 100), 'certificate file: not BER'],
  ['PKCS#7 of another kind', contentInfo('1.2.840.113549.1.7.1'), 'PKCS#7: wanted SignedData'],
  [
    'PKCS#7 with nothing in it',
    contentInfo('1.2.840.113549.1.7.2'),
    'certificate file: no certificate in it',
  ],
  [
    'a certificate with trust settings',
    pem(['TRUSTED CERTIFICATE', ca]),
    'PEM: TRUSTED CERTIFICATE is a form',
  ],
  ['a file larger than any', Buffer.alloc(4_194_305), 'certificate file: larger than 4194304 octets'],
  [
    'PKCS#12 of version 4',
    sequence(unsignedInteger(Buffer.of(4)), sequence(), padding()),
    'PKCS#12: wanted version 3',
  ],
])('%s is malformed', async (_what, bytes, message) => {
  await expect(readCertificateFile(bytes, null)).rejects.toMatchObject({
    name: 'Malformed',
    message: expect.stringContaining(message),
  })
})

test('more certificates than any fleet has are too many', async () => {
  const bytes = contentInfo('1.2.840.113549.1.7.2', ...Array.from({ length: 2001 }, () => sequence()))

  await expect(readCertificateFile(bytes, null)).rejects.toThrow('more than 2000 certificates')
})

function pem(...blocks: readonly (readonly [label: string, der: Uint8Array])[]): Buffer {
  return Buffer.from(blocks.map(([label, der]) => writePem(label, der)).join(''))
}

/** A SignedData with these certificates, long enough to be taken for DER. */
function contentInfo(type: string, ...certificates: readonly Uint8Array[]): Uint8Array {
  const signed = sequence(
    unsignedInteger(Buffer.of(1)),
    setOf(),
    padding(),
    context(0, ...certificates),
    setOf(),
  )
  return sequence(oid(type), context(0, signed))
}

function padding(): Uint8Array {
  return sequence(unsignedInteger(Buffer.alloc(200, 1)))
}

/** The outermost length made indefinite (X.690 §8.1.3.6); OpenSSL wrote it in two octets. */
function inBer(der: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.of(0x30, 0x80), der.subarray(4), Buffer.of(0, 0)])
}
