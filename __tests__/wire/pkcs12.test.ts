import { createHmac, pbkdf2Sync } from 'node:crypto'
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

describe('opens what OpenSSL writes', () => {
  test.each([
    ['rsa.legacy.p12', 'secret', [rsa, ca]],
    ['ec.legacy.p12', 'secret', [ec, ca]],
    ['rsa.modern.p12', 'secret', [rsa, ca]],
    ['ec.modern.p12', 'secret', [ec, ca]],
    ['ec.rc2-128.p12', 'secret', [ec]],
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

  test('a MAC of another algorithm', async () => {
    const bytes = pfx(sequence(), macData(sequence(oid('1.2.3.4')), Buffer.alloc(20)))

    await expect(readPkcs12Certificates(bytes, 'secret')).rejects.toMatchObject({
      name: 'Malformed',
      message: 'MacData: 1.2.3.4 is not supported',
    })
  })
})

test('reads a file without a MAC when the password is right', async () => {
  expect(await readPkcs12Certificates(withoutMac(file('ec.legacy.p12')), 'secret')).toEqual([ec, ca])
})

test('reads BER: indefinite lengths and an OCTET STRING in pieces', async () => {
  expect(await readPkcs12Certificates(inBer(file('ec.modern.p12')), 'secret')).toEqual([ec, ca])
})

test('reads the MAC of RFC 9579', async () => {
  const safe = sequence()
  const derivation = sequence(
    octetString(Buffer.from('salt')),
    unsignedInteger(Buffer.of(10)),
    unsignedInteger(Buffer.of(32)),
    sequence(oid('1.2.840.113549.2.9'), nothing),
  )
  const parameters = sequence(
    sequence(oid('1.2.840.113549.1.5.12'), derivation),
    sequence(oid('1.2.840.113549.2.9'), nothing),
  )
  const mac = createHmac('sha256', pbkdf2Sync('secret', 'salt', 10, 32, 'sha256'))
    .update(safe)
    .digest()
  const bytes = pfx(safe, macData(sequence(oid('1.2.840.113549.1.5.14'), parameters), mac))

  expect(await readPkcs12Certificates(bytes, 'secret')).toEqual([])
  await expect(readPkcs12Certificates(bytes, 'Secret')).rejects.toMatchObject({ name: 'WrongPassword' })
})

test('looks for certificates in nested SafeContents, and past bags of other kinds', async () => {
  const bag = (type: number, value: Uint8Array): Uint8Array =>
    sequence(oid(`1.2.840.113549.1.12.10.1.${type}`), context(0, value))
  const certificate = bag(3, sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(ec))))
  const sdsi = bag(3, sequence(oid('1.2.840.113549.1.9.22.2'), context(0, octetString(ca))))
  const contents = sequence(bag(4, nothing), bag(5, nothing), sdsi, bag(6, sequence(certificate)))

  expect(await readPkcs12Certificates(pfx(sequence(contentInfo('1', octetString(contents)))), null)).toEqual([
    ec,
  ])
})

describe('what is malformed', () => {
  test.each([
    ['the wrong kind of protection', sequence(three(), contentInfo('2', nothing)), 'not by a password'],
    ['content in an envelope', pfx(sequence(contentInfo('3', nothing))), 'PKCS#12: content of type'],
    ['encrypted nothing', pfx(sequence(contentInfo('6', sequence()))), 'EncryptedData: nothing inside'],
    ['a cipher nobody uses', pfx(encrypted(sequence(oid('1.2.3'), nothing))), '1.2.3 is not supported'],
    ['half a block', pfx(encrypted(tripleDes(2048), Buffer.alloc(9))), 'des-ede3-cbc: 9 octets'],
    ['no iterations', pfx(encrypted(tripleDes(0))), 'key derivation: 0 iterations'],
    [
      'iterations without end',
      pfx(encrypted(tripleDes(5_000_001))),
      'more than 5000000 iterations in one file',
    ],
    [
      'iterations without end in PBKDF2',
      pfx(encrypted(pbes2(2_147_483_647))),
      'more than 5000000 iterations',
    ],
    ['scrypt', pfx(encrypted(pbes2(1, '1.3.6.1.4.1.11591.4.11'))), '1.3.6.1.4.1.11591.4.11 is not PBKDF2'],
    ['no key', file('ca.no-key.p12'), 'PKCS#12: no private key with its certificate'],
    ['a file larger than any', Buffer.alloc(1_048_577), 'PKCS#12: larger than 1048576 octets'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readPkcs12Identity(bytes, 'secret')).rejects.toMatchObject({
      name: 'Malformed',
      message: expect.stringContaining(message),
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

function three(): Uint8Array {
  return unsignedInteger(Buffer.of(3))
}

function contentInfo(lastArc: string, content: Uint8Array): Uint8Array {
  return sequence(oid(`1.2.840.113549.1.7.${lastArc}`), context(0, content))
}

function pfx(authenticatedSafe: Uint8Array, ...macs: readonly Uint8Array[]): Uint8Array {
  return sequence(three(), contentInfo('1', octetString(authenticatedSafe)), ...macs)
}

function macData(algorithm: Uint8Array, mac: Uint8Array): Uint8Array {
  return sequence(
    sequence(algorithm, octetString(mac)),
    octetString(Buffer.of(1)),
    unsignedInteger(Buffer.of(1)),
  )
}

function encrypted(algorithm: Uint8Array, ciphertext: Uint8Array = Buffer.alloc(16)): Uint8Array {
  const content = sequence(oid('1.2.840.113549.1.7.1'), algorithm, element(0x80, ciphertext))
  return sequence(contentInfo('6', sequence(unsignedInteger(Buffer.of(0)), content)))
}

function tripleDes(iterations: number): Uint8Array {
  return sequence(oid('1.2.840.113549.1.12.1.3'), sequence(octetString(Buffer.alloc(8)), number(iterations)))
}

function pbes2(iterations: number, derivation = '1.2.840.113549.1.5.12'): Uint8Array {
  const pbkdf2 = sequence(oid(derivation), sequence(octetString(Buffer.alloc(8)), number(iterations)))
  const aes = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(Buffer.alloc(16)))
  return sequence(oid('1.2.840.113549.1.5.13'), sequence(pbkdf2, aes))
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
