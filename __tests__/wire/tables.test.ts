import { spawnSync } from 'node:child_process'
import { createHash, getDiffieHellman } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { tables } from '../../scripts/generate-tables.ts'
import { knownPrimes } from '../../scripts/known-primes.ts'
import { dhParameters } from '../../src/wire/dh-parameters.ts'
import { groupsOf, namedGroup } from '../../src/wire/named-group.ts'
import { schemesOf, signatureScheme } from '../../src/wire/signature-scheme.ts'
import { hasOpenssl } from '../support/openssl.ts'

const scripts = new URL('../../scripts/', import.meta.url)
const primes = knownPrimes(readFileSync(new URL('known-primes.tsv', scripts), 'utf8'))

test.each(tables)('%s is the one that the script generates', (module, source, make) => {
  const generated = readFileSync(new URL(`../../src/wire/tables/${module}`, import.meta.url), 'utf8')

  expect(make(readFileSync(new URL(source, scripts), 'utf8'))).toBe(generated)
})

test.each([
  ['modp1', 'RFC 2409 Oakley group 1'],
  ['modp2', 'RFC 2409 Oakley group 2'],
  ['modp5', 'RFC 3526 group 5'],
  ['modp14', 'RFC 3526 group 14'],
  ['modp15', 'RFC 3526 group 15'],
  ['modp16', 'RFC 3526 group 16'],
  ['modp17', 'RFC 3526 group 17'],
  ['modp18', 'RFC 3526 group 18'],
])('OpenSSL’s %s is %s', (group, name) => {
  const prime = getDiffieHellman(group).getPrime()

  expect(dhParameters(prime, false)).toMatchObject({ known: name, rfc7919: false, bits: prime.length * 8 })
})

test.skipIf(!hasOpenssl).each(['ffdhe2048', 'ffdhe3072', 'ffdhe4096', 'ffdhe6144', 'ffdhe8192'])(
  'OpenSSL’s %s is the one of RFC 7919',
  (group) => {
    const prime = opensslPrime(['-algorithm', 'DH', '-pkeyopt', `group:${group}`])

    expect(dhParameters(prime, false)).toMatchObject({ known: `RFC 7919 ${group}`, rfc7919: true })
  },
)

test.skipIf(!hasOpenssl).each([
  [1, 'RFC 5114 group 22', 1024],
  [2, 'RFC 5114 group 23', 2048],
  [3, 'RFC 5114 group 24', 2048],
])('OpenSSL’s dh_rfc5114:%i is %s', (number, name, bits) => {
  const prime = opensslPrime(['-algorithm', 'DHX', '-pkeyopt', `dh_rfc5114:${number}`])

  expect(dhParameters(prime, true)).toMatchObject({ known: name, rfc7919: false, bits, exportGrade: true })
})

test('zeros before a prime do not hide it', () => {
  const prime = Buffer.concat([Buffer.alloc(3), getDiffieHellman('modp2').getPrime()])

  expect(dhParameters(prime, false)).toMatchObject({ bits: 1024, known: 'RFC 2409 Oakley group 2' })
  expect(dhParameters(prime, false).prime).toMatch(/^ffffffffffffffffc90fdaa2/)
})

test('a prime of the server’s own has no name', () => {
  const own = createHash('sha512').update('own').digest()

  expect(dhParameters(own, false)).toMatchObject({ known: null, rfc7919: false, prime: own.toString('hex') })
})

test('no prime stands in the table twice', () => {
  expect(new Set(primes.map(({ prime }) => prime)).size).toBe(primes.length)
})

test.each([
  [0x001d, { name: 'x25519', bits: 255, postQuantum: false }],
  [0x0100, { name: 'ffdhe2048', bits: 2048, postQuantum: false }],
  [0x11ec, { name: 'X25519MLKEM768', bits: null, postQuantum: true }],
  [0x5a5a, { name: '0x5a5a', bits: null, postQuantum: false }],
])('group %i', (id, group) => {
  expect(namedGroup(id)).toEqual({ id, ...group })
})

test('curves that RFC 8446 forbids are not offered in TLS 1.3, and key encapsulation nowhere else', () => {
  const current = groupsOf(['curve', 'ffdhe', 'kem'], '1.3')

  expect(current.filter((id) => id <= 0x16 || (id >= 0x1a && id <= 0x1c))).toEqual([])
  expect(current).toEqual(expect.arrayContaining([0x17, 0x1d, 0x1f, 0x100, 0x11ec]))
  expect(groupsOf(['kem'], 'old')).toEqual([])
  expect(groupsOf(['curve'], 'old')).toEqual(expect.arrayContaining([0x01, 0x16, 0x17, 0x1a, 0x1d]))
})

test('a scheme nobody registered keeps its hex', () => {
  expect(signatureScheme(0x0804)).toEqual({ id: 0x0804, name: 'rsa_pss_rsae_sha256' })
  expect(signatureScheme(0xfdff)).toEqual({ id: 0xfdff, name: '0xfdff' })
})

test('schemes are told apart by the key that signs', () => {
  expect(schemesOf(['ECDSA'], '1.3')).toEqual([0x0403, 0x0503, 0x0603, 0x0704, 0x081a, 0x081b, 0x081c])
  expect(schemesOf(['RSA'], '1.2')).toEqual(expect.arrayContaining([0x0101, 0x0201, 0x0401, 0x0804]))
})

function opensslPrime(parameters: readonly string[]): Buffer {
  const pem = spawnSync('openssl', ['genpkey', '-genparam', ...parameters]).stdout
  const listed = spawnSync('openssl', ['asn1parse'], { input: pem }).stdout.toString()
  const prime = /INTEGER\s+:([0-9A-F]+)/.exec(listed)?.[1]
  if (prime === undefined) throw new Error(`no prime in ${listed}`)
  return Buffer.from(prime, 'hex')
}
