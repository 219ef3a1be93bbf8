import { X509Certificate } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { rootCertificates } from 'node:tls'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readCertificateFile, readIssuerFile } from '../../src/wire/containers.ts'
import { Malformed, WrongPassword } from '../../src/wire/malformed.ts'
import { readCertificate } from '../../src/wire/x509.ts'

const fixtures = new URL('../fixtures/wire/', import.meta.url)
const files = readdirSync(fixtures).filter((name) => name !== 'README.md')
const contents = files.map((name) => readFileSync(new URL(name, fixtures)))
const certificates = rootCertificates.slice(0, 40).map((pem) => new X509Certificate(pem).raw)

/** Bytes cut short, or with some octets changed. */
function damaged(sound: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })
  return fc
    .tuple(fc.constantFrom(...sound), changes, fc.option(fc.nat(), { freq: 4 }))
    .map(([bytes, changed, end]) => {
      const copy = Buffer.from(bytes)
      for (const [at, octet] of changed) copy[at % copy.length] = octet
      return end === null ? copy : copy.subarray(0, end % copy.length)
    })
}

/** What anything but an answer, or one of the two errors we promise, comes out as. */
async function strangeOutcome(read: () => unknown): Promise<unknown> {
  try {
    await read()
    return undefined
  } catch (thrown) {
    return thrown instanceof Malformed || thrown instanceof WrongPassword ? undefined : thrown
  }
}

test('a damaged certificate is read or Malformed, never anything else', async () => {
  const arbitrary = fc.oneof(damaged(certificates), fc.uint8Array({ maxLength: 500 }))
  await fc.assert(
    fc.asyncProperty(arbitrary, async (bytes) => {
      expect(await strangeOutcome(() => readCertificate(bytes))).toBeUndefined()
    }),
    { numRuns: 3000 },
  )
})

test('a damaged file is read, Malformed or does not open, never anything else', async () => {
  const arbitrary = fc.oneof(damaged(contents), fc.uint8Array({ maxLength: 500 }))
  await fc.assert(
    fc.asyncProperty(arbitrary, async (bytes) => {
      expect(await strangeOutcome(() => readCertificateFile(bytes, 'secret'))).toBeUndefined()
    }),
    { numRuns: 400 },
  )
})

test('a damaged file of issuers is read or Malformed, never anything else', async () => {
  const arbitrary = fc.oneof(damaged(contents), fc.uint8Array({ maxLength: 500 }))
  await fc.assert(
    fc.asyncProperty(arbitrary, async (bytes) => {
      expect(await strangeOutcome(() => readIssuerFile(bytes))).toBeUndefined()
    }),
    { numRuns: 400 },
  )
})
