import { createHash, createPublicKey } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseLogList } from '../../src/wire/log-list.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { readPem } from '../../src/wire/pem.ts'
import { readEmbeddedScts, readSctList, sctVerifies } from '../../src/wire/sct.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { loggedLeaf, sctExtension, sctList, testLog } from '../support/ct-log.ts'
import { authority, inDays, leaf, served } from '../support/mint.ts'
import { there } from '../support/there.ts'

const at = new Date('2026-11-01T10:00:00.123Z')
const issuer = authority('Test Intermediate')
const issuerKeyHash = createHash('sha256')
  .update(issuer.publicKey.export({ type: 'spki', format: 'der' }))
  .digest()
const logs = [testLog('rfc6962'), testLog('static-ct'), testLog('rfc6962', 'rsa2048')]
const logged = loggedLeaf(issuer, logs, { names: [served], notAfter: inDays(60), at })

function embedded(der: Uint8Array): NonNullable<ReturnType<typeof readEmbeddedScts>> {
  return there(readEmbeddedScts(der))
}

describe('SCTs of logs of our own', () => {
  const { list, tbsCertificate } = embedded(logged.der)
  const scts = readSctList(list)
  const keys = logs.map(({ spki }) => createPublicKey({ key: spki, format: 'der', type: 'spki' }))
  const entry = { kind: 'precert_entry', issuerKeyHash, tbsCertificate } as const
  const all = scts.map((sct, index) => ({ sct, key: there(keys[index]) }))

  test('verify, of RFC 6962 and static-ct, ECDSA and RSA', () => {
    expect(all.map(({ sct, key }) => sctVerifies(sct, entry, key))).toEqual([true, true, true])
    expect(scts.map(({ timestampMs }) => timestampMs)).toEqual([at.getTime(), at.getTime(), at.getTime()])
    expect(scts.map(({ extensions }) => extensions.length)).toEqual([0, 8, 0])
  })

  test('fail under the key of another log', () => {
    expect(all.map(({ sct }, index) => sctVerifies(sct, entry, there(keys[(index + 1) % 3])))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('fail for a shifted time, another issuer, another certificate, other extensions, the other entry type', () => {
    const flipped = Buffer.from(tbsCertificate)
    flipped[100] = (flipped[100] ?? 0) ^ 1
    for (const { sct, key } of all) {
      expect(sctVerifies({ ...sct, timestampMs: sct.timestampMs + 1 }, entry, key)).toBe(false)
      expect(sctVerifies({ ...sct, extensions: Buffer.of(1) }, entry, key)).toBe(false)
      expect(sctVerifies({ ...sct, hash: 2 }, entry, key)).toBe(false)
      expect(sctVerifies(sct, { ...entry, issuerKeyHash: Buffer.alloc(32) }, key)).toBe(false)
      expect(sctVerifies(sct, { ...entry, tbsCertificate: flipped }, key)).toBe(false)
      expect(sctVerifies(sct, { kind: 'x509_entry', certificate: logged.der }, key)).toBe(false)
    }
  })

  test('for the certificate itself, as TLS and OCSP deliver them, verify for that certificate only', () => {
    const plain = leaf(issuer)
    const log = testLog('static-ct')
    const [sct] = readSctList(sctList(log.sct({ kind: 'x509_entry', certificate: plain.der }, at)))
    const key = createPublicKey({ key: log.spki, format: 'der', type: 'spki' })
    expect(sctVerifies(there(sct), { kind: 'x509_entry', certificate: plain.der }, key)).toBe(true)
    expect(sctVerifies(there(sct), { kind: 'x509_entry', certificate: logged.der }, key)).toBe(false)
  })
})

test('a certificate without SCTs has none', () => {
  expect(readEmbeddedScts(leaf(issuer).der)).toBeNull()
})

test('a list of the certificate twice is malformed', () => {
  const list = sctExtension(sctList(Buffer.alloc(50)))
  const twice = leaf(issuer, { extensions: [list, list] })
  expect(() => readEmbeddedScts(twice.der)).toThrow(new Malformed('extensions: two SCT lists'))
})

const sct = testLog().sct({ kind: 'x509_entry', certificate: Buffer.of(1) }, at)

test.each([
  ['', 'sct_list length: wanted 2 octets, found 0 octets'],
  ['0000', 'sct_list: empty'],
  ['0001', 'sct_list: wanted 1 octet, found 0 octets'],
  ['000000', 'sct_list: 1 octet after its end'],
  ['00030001', 'sct_list: wanted 3 octets, found 2 octets'],
  ['0003000100', 'id: wanted 32 octets, found 0 octets'],
])('the list %s is malformed', (hex, message) => {
  expect(() => readSctList(Buffer.from(hex, 'hex'))).toThrow(new Malformed(message))
})

test('an SCT with octets after its end is malformed', () => {
  expect(() => readSctList(sctList(Buffer.concat([sct, Buffer.of(0)])))).toThrow(
    new Malformed('sct: 1 octet after its end'),
  )
})

test('an SCT of a version that nobody defined is left out', () => {
  const later = Buffer.from(sct)
  later[0] = 1
  expect(readSctList(sctList(later, sct))).toHaveLength(1)
})

test('damaged lists and certificates are read or Malformed, never anything else', () => {
  const sound = [logged.der, sctList(sct, sct)]
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })
  const strange = (read: () => unknown): unknown => {
    try {
      read()
      return undefined
    } catch (thrown) {
      return thrown instanceof Malformed ? undefined : thrown
    }
  }
  fc.assert(
    fc.property(fc.constantFrom(...sound), changes, fc.nat(), (bytes, changed, cut) => {
      const copy = Buffer.from(bytes)
      for (const [where, octet] of changed) copy[where % copy.length] = octet
      const damaged = cut % 3 === 0 ? copy.subarray(0, cut % copy.length) : copy
      expect(strange(() => readEmbeddedScts(damaged))).toBeUndefined()
      expect(strange(() => readSctList(damaged))).toBeUndefined()
    }),
    { numRuns: 3000 },
  )
})

/** Leaf and issuer pairs of well-known sites, and the lists of 2026; they lie beside the checkout where they do. */
const data = [process.env['CT_DATA'] ?? '', '../../../shared/data/ct']
  .filter((path) => path !== '')
  .map((path) => new URL(`${path}/`, import.meta.url))
  .find((folder) => existsSync(folder))

describe.skipIf(data === undefined)('SCTs of real certificates', () => {
  const folder = data ?? new URL(import.meta.url)
  const listed =
    data === undefined
      ? []
      : ['log_list.json', 'log_list_apple.json'].flatMap((name) => {
          return parseLogList(readFileSync(new URL(name, folder), 'utf8')).logs
        })
  const keys = new Map(listed.map(({ log, key }) => [log.id, key]))
  const names = data === undefined ? [] : readdirSync(new URL('pairs/', folder))
  const leaves = names.filter((name) => name.endsWith('.leaf.pem'))

  test.each(leaves)('%s verifies, and does not with a bit flipped or the time shifted', (name) => {
    const read = (file: string): Uint8Array =>
      there(readPem(readFileSync(new URL(`pairs/${file}`, folder)))[0]).der
    const { list, tbsCertificate } = embedded(read(name))
    const issuer = readCertificate(read(name.replace('.leaf.', '.issuer.')))
    const issuerKeyHash = Buffer.from(issuer.spkiSha256, 'base64')
    const scts = readSctList(list)
    expect(scts.length).toBeGreaterThan(1)
    for (const sct of scts) {
      const spki = keys.get(Buffer.from(sct.logId).toString('base64'))
      if (spki === undefined) throw new TypeError('a log that no list holds')
      const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
      const entry = { kind: 'precert_entry', issuerKeyHash, tbsCertificate } as const
      const flipped = Buffer.from(tbsCertificate)
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1
      expect(sctVerifies(sct, entry, key)).toBe(true)
      expect(sctVerifies(sct, { ...entry, tbsCertificate: flipped }, key)).toBe(false)
      expect(sctVerifies(sct, { ...entry, issuerKeyHash: Buffer.alloc(32, 1) }, key)).toBe(false)
      expect(sctVerifies({ ...sct, timestampMs: sct.timestampMs + 1000 }, entry, key)).toBe(false)
    }
  })
})
