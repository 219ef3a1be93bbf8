import { createCipheriv, pbkdf2Sync } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type TLSSocket, connect, createServer } from 'node:tls'

import { describe, expect, test } from 'vitest'

import {
  context,
  element,
  nothing,
  octetString,
  oid,
  sequence,
  unsignedInteger,
} from '../../src/wire/der-writer.ts'
import { type Der, readDer } from '../../src/wire/der.ts'
import { writePem } from '../../src/wire/pem.ts'
import { type Identity, readPkcs12Certificates, readPkcs12Identity } from '../../src/wire/pkcs12.ts'

function file(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/wire/${name}`, import.meta.url))
}

const ca = file('ca.der')
const ec = file('ec.der')
const rsa = file('rsa.der')

const pbeSchemes = '1.2.840.113549.1.12.1.'
const tooMany = 'more than 250000 iterations of key derivation'

describe('opens what OpenSSL, Windows and Java write', () => {
  test.each([
    ['rsa.legacy.p12', 'secret', [rsa, ca]],
    ['ec.legacy.p12', 'secret', [ec, ca]],
    ['rsa.modern.p12', 'secret', [rsa, ca]],
    ['ec.modern.p12', 'secret', [ec, ca]],
    ['ec.rc2-128.p12', 'secret', [ec]],
    ['rsa.windows.p12', 'secret', [rsa, ca]],
    ['ec.keytool.p12', 'secret', [ec, ca]],
    ['ec.no-mac.p12', 'secret', [ec]],
    ['ec.open.p12', null, [ec]],
    ['ec.unicode.p12', 'Käse 🔑', [ec]],
    ['ec.empty-password.p12', '', [ec]],
    ['ec.empty-password.p12', null, [ec]],
  ])('%s with the password %s', async (name, password, certificates) => {
    const identity = await readPkcs12Identity(file(name), password)

    expect(identity.certificates).toEqual(certificates)
    expect(identity.key).toContain('-----BEGIN PRIVATE KEY-----')
  })
})

test('an old file that Node itself refuses serves as a client certificate', async () => {
  const pfx = file('ec.legacy.p12')
  const identity = await readPkcs12Identity(pfx, 'secret')

  expect(() => connect({ port: 1, pfx, passphrase: 'secret' })).toThrow('Unsupported PKCS12 PFX data')
  expect(await shownToServer(identity)).toEqual(ec)
})

describe('a password that does not fit is told apart from a broken file', () => {
  test.each([
    ['a wrong one', file('ec.modern.p12'), 'wrong'],
    ['a wrong one for the old encryption', file('ec.legacy.p12'), 'wrong'],
    ['none where one is needed', file('ec.modern.p12'), null],
    ['a wrong one where there is no MAC', withoutMac(file('ec.modern.p12')), 'wrong'],
    ['a wrong one where there is no MAC, RC2', withoutMac(file('ec.legacy.p12')), 'wrong'],
  ])('%s', async (_what, bytes, password) => {
    await expect(readPkcs12Certificates(bytes, password)).rejects.toMatchObject({ name: 'WrongPassword' })
  })

  test('a wrong one for the key alone', async () => {
    await expect(readPkcs12Identity(file('ec.no-mac.p12'), 'wrong')).rejects.toMatchObject({
      name: 'WrongPassword',
      message: 'PKCS#12: the password does not decrypt it',
    })
  })
})

test('reads a file without a MAC when the password is right', async () => {
  expect(await readPkcs12Certificates(withoutMac(file('ec.legacy.p12')), 'secret')).toEqual([ec, ca])
})

test('reads BER: indefinite lengths and an OCTET STRING in pieces', async () => {
  expect(await readPkcs12Certificates(inBer(file('ec.modern.p12')), 'secret')).toEqual([ec, ca])
})

test('looks for certificates in nested SafeContents, and past bags of other kinds', async () => {
  const certificate = bag(3, sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(ec))))
  const sdsi = bag(3, sequence(oid('1.2.840.113549.1.9.22.2'), context(0, octetString(ca))))
  const contents = sequence(bag(4, nothing), bag(5, nothing), sdsi, bag(6, sequence(certificate)))

  expect(await readPkcs12Certificates(pfx(sequence(contentInfo('1', octetString(contents)))), null)).toEqual([
    ec,
  ])
})

test('a key that would take for ever stands in the way of nobody who wants the certificates', async () => {
  const shrouded = sequence(pbes2({ iterations: 2_147_483_647 }), octetString(Buffer.alloc(16)))
  const certificate = sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(ec)))
  const bytes = pfx(sequence(contentInfo('1', octetString(sequence(bag(2, shrouded), bag(3, certificate))))))

  expect(await readPkcs12Certificates(bytes, null)).toEqual([ec])
  await expect(readPkcs12Identity(bytes, null)).rejects.toMatchObject({
    name: 'Malformed',
    message: expect.stringContaining('more than 250000 iterations'),
  })
})

describe('what is malformed', () => {
  test.each([
    ['another version', sequence(number(4), contentInfo('1', nothing)), 'PKCS#12: wanted version 3'],
    ['the wrong kind of protection', sequence(number(3), contentInfo('2', nothing)), 'not by a password'],
    ['content in an envelope', pfx(sequence(contentInfo('3', nothing))), 'PKCS#12: content of type'],
    ['encrypted nothing', pfx(sequence(contentInfo('6', sequence()))), 'EncryptedData: nothing inside'],
    ['half a block', pfx(encrypted(pbe(3), Buffer.alloc(9))), '9 octets in blocks of 8'],
    ['half an initialisation vector', pfx(encrypted(pbes2({ iv: 8 }))), 'encryptionAlgorithm: '],
    ['a cipher without parameters', pfx(encrypted(sequence(oid(pbeSchemes + 3)))), 'without parameters'],
    ['no iterations', pfx(encrypted(pbe(3, 0))), '0 iterations of key derivation'],
    ['no key', file('ca.no-key.p12'), 'PKCS#12: no private key with its certificate'],
    ['a file larger than any', Buffer.alloc(1_048_577), 'PKCS#12: larger than 1048576 octets'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readPkcs12Identity(bytes, 'secret')).rejects.toMatchObject({
      name: 'Malformed',
      message: expect.stringContaining(message),
    })
  })
})

describe('what is not supported is named, with the remedy', () => {
  test.each([
    ['a cipher nobody uses', pfx(encrypted(sequence(oid('1.2.3'), nothing))), '1.2.3'],
    ['RC4', pfx(encrypted(pbe(1))), 'pbeWithSHAAnd128BitRC4'],
    ['triple DES with two keys', pfx(encrypted(pbe(4))), 'pbeWithSHAAnd2-KeyTripleDES-CBC'],
    ['scrypt', pfx(encrypted(pbes2({ derivation: '1.3.6.1.4.1.11591.4.11' }))), 'scrypt'],
    ['HMAC with SHA-224', pfx(encrypted(pbes2({ prf: '1.2.840.113549.2.8' }))), 'hmacWithSHA224'],
    ['a PRF nobody uses', pfx(encrypted(pbes2({ prf: '1.2.3.4' }))), '1.2.3.4'],
    ['the MAC of RFC 9579', pfx(sequence(), macData('1.2.840.113549.1.5.14')), 'PBMAC1'],
    ['a MAC nobody uses', pfx(sequence(), macData('1.2.3.4')), '1.2.3.4'],
    ['much RC2', pfx(encrypted(pbe(6), Buffer.alloc(131_080))), 'RC2 over more than 131072 octets'],
    ['iterations without end', pfx(encrypted(pbe(3, 250_001))), tooMany],
    ['iterations without end in PBKDF2', pfx(encrypted(pbes2({ iterations: 2_147_483_647 }))), tooMany],
    ['iterations without end in the MAC', pfx(sequence(), macData('1.3.14.3.2.26', 250_001)), tooMany],
    ['iterations that are too many together', pfx(sequence(opening(2), opening(249_999))), tooMany],
  ])('%s', async (_what, bytes, message) => {
    await expect(readPkcs12Identity(bytes, 'secret')).rejects.toMatchObject({
      name: 'Malformed',
      message: `PKCS#12: ${message}: not supported; "openssl pkcs12 -in OLD -nodes -out ALL.pem" and then "openssl pkcs12 -export -in ALL.pem -out NEW" writes one that is`,
    })
  })
})

/** The certificate a server on loopback sees, whose key the client must have used. */
async function shownToServer({ key, certificates }: Identity): Promise<Uint8Array | undefined> {
  const chain = certificates.map((der) => writePem('CERTIFICATE', der)).join('')
  const own = { key, cert: chain }
  const server = createServer({ ...own, requestCert: true, rejectUnauthorized: false }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const client = connect({ ...own, port, host: '127.0.0.1', rejectUnauthorized: false })
  const [socket] = (await once(server, 'secureConnection')) as [TLSSocket]
  const seen = socket.getPeerX509Certificate()?.raw
  client.destroy()
  server.close()
  return seen
}

function contentInfo(lastArc: string, content: Uint8Array): Uint8Array {
  return sequence(oid(`1.2.840.113549.1.7.${lastArc}`), context(0, content))
}

function bag(lastArc: number, value: Uint8Array): Uint8Array {
  return sequence(oid(`1.2.840.113549.1.12.10.1.${lastArc}`), context(0, value))
}

function pfx(authenticatedSafe: Uint8Array, ...macs: readonly Uint8Array[]): Uint8Array {
  return sequence(number(3), contentInfo('1', octetString(authenticatedSafe)), ...macs)
}

function macData(algorithm: string, iterations = 1): Uint8Array {
  const info = sequence(sequence(oid(algorithm)), octetString(Buffer.alloc(20)))
  return sequence(info, octetString(Buffer.of(1)), number(iterations))
}

function encrypted(algorithm: Uint8Array, ciphertext?: Uint8Array): Uint8Array {
  return sequence(encryptedContent(algorithm, ciphertext))
}

function encryptedContent(algorithm: Uint8Array, ciphertext: Uint8Array = Buffer.alloc(16)): Uint8Array {
  const content = sequence(oid('1.2.840.113549.1.7.1'), algorithm, element(0x80, ciphertext))
  return contentInfo('6', sequence(number(0), content))
}

/** Empty SafeContents that `secret` decrypts. */
function opening(iterations: number): Uint8Array {
  const key = pbkdf2Sync('secret', Buffer.alloc(8), iterations, 32, 'sha256')
  const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16))
  const ciphertext = Buffer.concat([cipher.update(sequence()), cipher.final()])
  return encryptedContent(pbes2({ iterations }), ciphertext)
}

function pbe(lastArc: number, iterations = 2048): Uint8Array {
  return sequence(oid(pbeSchemes + lastArc), sequence(octetString(Buffer.alloc(8)), number(iterations)))
}

function pbes2({
  derivation = '1.2.840.113549.1.5.12',
  prf = '1.2.840.113549.2.9',
  iterations = 1,
  iv = 16,
}): Uint8Array {
  const parameters = sequence(octetString(Buffer.alloc(8)), number(iterations), sequence(oid(prf), nothing))
  const aes = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(Buffer.alloc(iv)))
  return sequence(oid('1.2.840.113549.1.5.13'), sequence(sequence(oid(derivation), parameters), aes))
}

function number(value: number): Uint8Array {
  const octets = Buffer.alloc(4)
  octets.writeUInt32BE(value)
  return unsignedInteger(octets)
}

function parts(bytes: Uint8Array): readonly Der[] {
  return readDer(bytes, 'PFX').sequence()
}

function withoutMac(bytes: Uint8Array): Uint8Array {
  return sequence(
    ...parts(bytes)
      .slice(0, 2)
      .map((part) => part.encoded),
  )
}

/** The same file as some programs write it: lengths left open, the content cut in two. */
function inBer(bytes: Uint8Array): Uint8Array {
  const open = (identifier: number, ...content: readonly Uint8Array[]): Uint8Array =>
    Buffer.concat([Buffer.of(identifier, 0x80), ...content, Buffer.of(0, 0)])
  const [version, authSafe, mac] = parts(bytes)
  const content = authSafe?.sequence()[1]?.explicit().octetString() ?? Buffer.of()
  const pieces = [content.subarray(0, 100), content.subarray(100)].map((piece) => octetString(piece))
  const safe = open(0x30, oid('1.2.840.113549.1.7.1'), open(0xa0, open(0x24, ...pieces)))
  return open(0x30, version?.encoded ?? nothing, safe, mac?.encoded ?? nothing)
}
