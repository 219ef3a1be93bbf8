import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import type { Answer } from '../../src/model/answer.ts'
import { known } from '../../src/model/answer.ts'
import type { RevocationEvidence, RevocationStatus } from '../../src/model/revocation.ts'
import { cacheFolder, noCache } from '../../src/net/cache-folder.ts'
import { guardedHttp } from '../../src/net/guarded-http.ts'
import { notInquired } from '../../src/observe/inquiries.ts'
import { type RevocationInquiry, revocationInquiry } from '../../src/observe/revocation.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { crl, type CrlRecipe, distributionPoints, ocspResponders, shardOf } from '../support/crl.ts'
import { authority, inDays, leaf } from '../support/mint.ts'
import { delivery } from '../support/observation.ts'
import { opensslCa } from '../support/openssl-ca.ts'
import { hasOpenssl } from '../support/openssl.ts'
import { receiver } from '../support/receiver.ts'
import { closedPort, flood, tcpServer } from '../support/servers.ts'

const root = authority('Test Root')
const ca = authority('Test Intermediate', { ca: 0 }, root)
const never = new AbortController().signal
const serial = Buffer.of(0x51, 0x22, 0x33)

function inquiry(
  folder: string | null = null,
  mostCrlBytes = 1_000_000,
  now = new Date(),
  mostAllCrlBytes = 10_000_000,
): RevocationInquiry {
  const lookup = async (): Promise<readonly { address: string }[]> => [{ address: '127.0.0.1' }]
  return revocationInquiry({
    http: guardedHttp({ lookup, ipv6: false, proxy: null, signal: never }),
    cache: folder === null ? noCache : cacheFolder(folder),
    clock: () => now,
    mostCrlBytes,
    mostAllCrlBytes,
  })
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'fetched-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

/** Leaf, intermediate and root as an endpoint would have them, with a staple or none. */
function ask(
  certificate: Minted,
  through: RevocationInquiry = inquiry(),
  { allowPrivate = true, staple = null as Uint8Array | null } = {},
): Promise<RevocationEvidence> {
  const [made, issuer, anchor] = [certificate, ca, root].map(({ der }) => readCertificate(der))
  if (made === undefined || issuer === undefined || anchor === undefined)
    throw new TypeError('three were read')
  const trust = {
    paths: [{ certificates: [made, issuer, anchor], anchor: 'custom' as const }],
    obstacle: null,
  }
  const served = delivery({ leaf: made, chain: [made, issuer], trust, staple: known(staple), ...notInquired })
  return through(served, allowPrivate)
}

async function leafAnswer(asked: Promise<RevocationEvidence>): Promise<Answer<RevocationStatus>> {
  const { checks } = await asked
  const [first] = checks
  if (first === undefined) throw new TypeError('the leaf was asked about')
  return first.answer
}

interface Shard {
  readonly url: string
  readonly requests: () => number
}

/** A distribution point on loopback. */
async function point(bytes: (url: string) => Uint8Array): Promise<Shard> {
  const server = await receiver((response) => response.end(bytes(url)))
  const url = `http://crl.example:${server.port}/ca.crl`
  return { url, requests: () => server.received.length }
}

function named(...urls: readonly string[]): Minted {
  return leaf(ca, { serial, extensions: [distributionPoints(...urls)] })
}

describe('a CRL', () => {
  test('that does not name the certificate makes it good', async () => {
    const { url } = await point(() => crl(ca))
    expect(await leafAnswer(ask(named(url)))).toMatchObject({
      known: true,
      value: { status: 'good', source: 'crl' },
    })
  })

  test('that names it makes it revoked', async () => {
    const { url } = await point(() => crl(ca, { serials: [serial] }))
    expect(await leafAnswer(ask(named(url)))).toMatchObject({ value: { status: 'revoked', reason: null } })
  })

  test('may come as PEM', async () => {
    const body = Buffer.from(crl(ca)).toString('base64')
    const { url } = await point(() =>
      Buffer.from(`-----BEGIN X509 CRL-----\n${body}\n-----END X509 CRL-----\n`),
    )
    expect(await leafAnswer(ask(named(url)))).toMatchObject({ value: { status: 'good' } })
  })

  test('of the shard that the certificate names makes it good', async () => {
    const { url } = await point((url) => crl(ca, { extensions: [shardOf(url)] }))
    expect(await leafAnswer(ask(named(url)))).toMatchObject({ value: { status: 'good' } })
  })

  const hour = 3_600_000
  const past = (hours: number): Date => new Date(Date.now() - hours * hour)
  test.each<[string, CrlRecipe, RegExp]>([
    [
      'of another shard',
      { extensions: [shardOf('http://crl.example/8.crl')] },
      /^crl: of another distribution point$/,
    ],
    ['of yesterday', { thisUpdate: past(48), nextUpdate: past(24) }, /^crl: out of date since /],
    ['of tomorrow', { thisUpdate: past(-24) }, /^crl: not in force before /],
    [
      'signed by somebody else',
      { signer: authority('Test Intermediate') },
      /^crl: the signature does not verify$/,
    ],
  ])('%s proves nothing', async (_, recipe, detail) => {
    const { url } = await point(() => crl(ca, recipe))
    expect(await leafAnswer(ask(named(url)))).toMatchObject({
      known: false,
      reason: 'malformed',
      detail: expect.stringMatching(detail),
    })
  })

  test('that would be too many for one run is not fetched, and nothing is known', async () => {
    const list = crl(ca) // each signature has a length of its own
    const [first, second] = [await point(() => list), await point(() => list)]
    const through = inquiry(null, 1_000_000, new Date(), list.length)

    expect(await leafAnswer(ask(named(first.url), through))).toMatchObject({ value: { status: 'good' } })
    expect(await leafAnswer(ask(named(second.url), through))).toMatchObject({
      known: false,
      reason: 'not-observed',
      detail: expect.stringMatching(/^this run holds \d+ octets of CRLs, and fetches no more$/),
    })
    expect([first.requests(), second.requests()]).toEqual([1, 0])
    expect(await leafAnswer(ask(named(first.url), through))).toMatchObject({ value: { status: 'good' } })
  })

  test('of another issuer proves nothing', async () => {
    const { url } = await point(() => crl(authority('Somebody')))
    expect(await leafAnswer(ask(named(url)))).toMatchObject({
      known: false,
      detail: 'crl: of another issuer',
    })
  })

  test('that is too large is not fetched to its end', async () => {
    const { port } = await tcpServer((peer) => {
      peer.resume().write('HTTP/1.1 200 OK\r\n\r\n')
      flood(peer, Buffer.alloc(65_536, '0'))
    })
    const certificate = named(`http://crl.example:${port}/`)
    expect(await leafAnswer(ask(certificate, inquiry(null, 300_000)))).toMatchObject({
      known: false,
      detail: `crl.example:${port} answers with more than 300000 octets`,
    })
  })

  test('that is not to be had leaves the next distribution point', async () => {
    const { url } = await point(() => crl(ca))
    const certificate = named(`http://crl.example:${await closedPort()}/`, url)
    expect(await leafAnswer(ask(certificate))).toMatchObject({ value: { status: 'good' } })
  })

  test('whose addresses beyond the fourth are not asked says so', async () => {
    const closed = `http://crl.example:${await closedPort()}/`
    const { url, requests } = await point(() => crl(ca))
    const certificate = named(...[1, 2, 3, 4].map((at) => `${closed}${at}`), url)
    expect(await leafAnswer(ask(certificate))).toMatchObject({
      known: false,
      detail: expect.stringMatching(/; 1 further address not asked$/),
    })
    expect(requests()).toBe(0)
  })

  test('is fetched once in a run, however many ask at the same time', async () => {
    const shard = await point(() => crl(ca, { serials: [serial] }))
    const run = inquiry()
    const certificates = Array.from({ length: 20 }, () =>
      leaf(ca, { extensions: [distributionPoints(shard.url)] }),
    )
    const answers = await Promise.all(
      [...certificates, named(shard.url)].map((one) => leafAnswer(ask(one, run))),
    )
    const revoked = answers.filter((answer) => answer.known && answer.value.status === 'revoked')
    expect([answers.every(({ known }) => known), revoked.length, shard.requests()]).toEqual([true, 1, 1])
  })

  test('that cannot be fetched is asked for once in a run, too', async () => {
    const server = await receiver((response) => response.writeHead(503).end())
    const certificate = named(`http://crl.example:${server.port}/`)
    const run = inquiry()
    const answers = [await leafAnswer(ask(certificate, run)), await leafAnswer(ask(certificate, run))]
    expect(answers.map((answer) => !answer.known && answer.detail)).toEqual([
      `crl.example:${server.port} answered 503`,
      `crl.example:${server.port} answered 503`,
    ])
    expect(server.received).toHaveLength(1)
  })
})

describe('what was fetched is kept', () => {
  test('until nextUpdate, and fetched again after it', async () => {
    const shard = await point(() => crl(ca))
    const kept = folder()
    const certificate = named(shard.url)
    await ask(certificate, inquiry(kept))
    expect(await leafAnswer(ask(certificate, inquiry(kept)))).toMatchObject({ value: { status: 'good' } })
    expect(shard.requests()).toBe(1)
    const later = inquiry(kept, 1_000_000, new Date(Date.now() + 24 * 3_600_000))
    expect(await leafAnswer(ask(certificate, later))).toMatchObject({ known: false })
    expect(shard.requests()).toBe(2)
  })

  test.each([
    ['another CRL', crl(authority('Test Intermediate'))],
    ['rubbish', Buffer.from('rubbish')],
  ])('and proved again: %s in its place is not believed', async (_, planted) => {
    const shard = await point(() => crl(ca, { serials: [serial] }))
    const kept = folder()
    await ask(named(shard.url), inquiry(kept))
    for (const name of readdirSync(kept)) writeFileSync(join(kept, name), planted)
    expect(await leafAnswer(ask(named(shard.url), inquiry(kept)))).toMatchObject({
      value: { status: 'revoked' },
    })
    expect(shard.requests()).toBe(2)
  })

  test('and a folder that cannot be made costs nothing but the next request', async () => {
    const shard = await point(() => crl(ca))
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    expect(await leafAnswer(ask(named(shard.url), inquiry(join(file, 'below'))))).toMatchObject({
      known: true,
    })
  })
})

describe('addresses in certificates', () => {
  test.each([
    ['http://127.0.0.1:PORT/'],
    ['http://crl.example:PORT/'],
    ['http://169.254.169.254:PORT/'],
    ['http://[::1]:PORT/'],
    ['ftp://crl.example:PORT/'],
    ['ldap://crl.example:PORT/'],
    ['http://user:pass@crl.example:PORT/'],
  ])('%s reaches nothing below a public root', async (url) => {
    const server = await receiver((response) => response.end(crl(ca)))
    const target = url.replace('PORT', String(server.port))
    const certificate = leaf(ca, { extensions: [distributionPoints(target), ocspResponders(target)] })
    expect(await leafAnswer(ask(certificate, inquiry(), { allowPrivate: false }))).toMatchObject({
      known: false,
      reason: 'blocked',
    })
    expect(server.received).toEqual([])
  })

  test('of a chain that leads to no anchor are not asked at all', async () => {
    const served = delivery({
      leaf: readCertificate(named('http://127.0.0.1/').der),
      trust: { paths: [], obstacle: { kind: 'self-signed' } },
    })
    expect((await inquiry()(served, true)).checks).toEqual([])
  })
})

describe.skipIf(!hasOpenssl)('an OCSP responder of OpenSSL', () => {
  test('answers where there is no CRL, and is not asked again while its answer is in force', async () => {
    const good = leaf(ca, { serial: Buffer.of(0x44), extensions: [] })
    const books = opensslCa(ca, [{ certificate: good }, { certificate: named(), revoked: 'superseded' }])
    const port = await books.responder()
    const responder = ocspResponders(`http://ocsp.example:${port}/`)
    const kept = folder()
    const of = (number: Buffer): Minted => leaf(ca, { serial: number, extensions: [responder] })
    expect(await leafAnswer(ask(of(Buffer.of(0x44)), inquiry(kept)))).toMatchObject({
      value: { status: 'good', source: 'ocsp' },
    })
    const revoked = of(serial)
    expect(await leafAnswer(ask(revoked, inquiry(kept)))).toMatchObject({
      value: { status: 'revoked', reason: 'superseded', revokedAt: new Date('2026-11-20T12:00:00Z') },
    })
    expect(await leafAnswer(ask(of(Buffer.of(0x55)), inquiry(kept)))).toMatchObject({
      known: false,
      detail: 'ocsp: the responder does not know the certificate',
    })
    expect(readdirSync(kept)).toHaveLength(2)
  })

  test('is asked once in a run about a certificate that many endpoints serve', async () => {
    const certificate = leaf(ca, { serial: Buffer.of(0x44) })
    const answer = opensslCa(ca, [{ certificate }]).answer(certificate)
    const server = await receiver((response) => response.end(answer))
    const shared = leaf(ca, {
      serial: Buffer.of(0x44),
      extensions: [ocspResponders(`http://ocsp.example:${server.port}/`)],
    })
    const run = inquiry()
    const answers = await Promise.all(Array.from({ length: 10 }, () => leafAnswer(ask(shared, run))))
    expect([answers.every(({ known }) => known), server.received.length]).toEqual([true, 1])
    expect(server.received).toMatchObject([
      { method: 'POST', headers: { 'content-type': 'application/ocsp-request' } },
    ])
  })

  test('that does not say until when is believed for a day, and not kept', async () => {
    const certificate = leaf(ca, { serial: Buffer.of(0x44) })
    const answer = opensslCa(ca, [{ certificate }]).answer(certificate, { days: null })
    const server = await receiver((response) => response.end(answer))
    const shown = leaf(ca, {
      serial: Buffer.of(0x44),
      extensions: [ocspResponders(`http://ocsp.example:${server.port}/`)],
    })
    const kept = folder()
    expect(await leafAnswer(ask(shown, inquiry(kept)))).toMatchObject({ value: { nextUpdate: null } })
    expect(readdirSync(kept)).toEqual([])
    expect(await leafAnswer(ask(shown, inquiry(null, 1_000_000, inDays(1.1))))).toMatchObject({
      known: false,
      detail: expect.stringContaining('ocsp: out of date since'),
    })
  })

  test('answers where the CRL is not to be had', async () => {
    const books = opensslCa(ca, [{ certificate: named() }])
    const urls = [
      `http://crl.example:${await closedPort()}/`,
      `http://ocsp.example:${await books.responder()}/`,
    ] as const
    const certificate = leaf(ca, {
      serial,
      extensions: [distributionPoints(urls[0]), ocspResponders(urls[1])],
    })
    expect(await leafAnswer(ask(certificate))).toMatchObject({ value: { status: 'good', source: 'ocsp' } })
  })

  test('answers for the server: its staple is taken where the CRL names nothing else, and no responder is asked', async () => {
    const shard = await point(() => crl(ca))
    const responder = await receiver((response) => response.end())
    const certificate = leaf(ca, {
      serial,
      extensions: [distributionPoints(shard.url), ocspResponders(`http://ocsp.example:${responder.port}/`)],
    })
    const staple = opensslCa(ca, [{ certificate }]).answer(certificate)
    const evidence = await ask(certificate, inquiry(), { staple })
    expect(evidence.staple).toMatchObject({ value: { sound: true, says: 'good' } })
    expect(evidence.checks[0]?.answer).toMatchObject({ value: { status: 'good', source: 'staple' } })
    expect([shard.requests(), responder.received.length]).toEqual([1, 0])
  })

  test('a good staple hides no revocation that the CRL tells', async () => {
    const shard = await point(() => crl(ca, { serials: [serial] }))
    const certificate = named(shard.url)
    const staple = opensslCa(ca, [{ certificate }]).answer(certificate)
    const run = inquiry()
    const [first, second] = [await ask(certificate, run, { staple }), await ask(certificate, run, { staple })]
    expect(first.staple).toMatchObject({ value: { sound: true, says: 'good' } })
    expect([first, second].map(({ checks: [check] }) => check?.answer)).toMatchObject([
      { value: { status: 'revoked', source: 'crl' } },
      { value: { status: 'revoked', source: 'crl' } },
    ])
    expect(shard.requests()).toBe(1)
  })

  test('a staple that says revoked counts whatever the CRL says', async () => {
    const { url } = await point(() => crl(ca))
    const certificate = named(url)
    const staple = opensslCa(ca, [{ certificate, revoked: 'superseded' }]).answer(certificate)
    expect(await leafAnswer(ask(certificate, inquiry(), { staple }))).toMatchObject({
      value: { status: 'revoked', source: 'staple' },
    })
  })

  test('a good staple counts where the CRL is not to be had', async () => {
    const certificate = named(`http://crl.example:${await closedPort()}/`)
    const staple = opensslCa(ca, [{ certificate }]).answer(certificate)
    expect(await leafAnswer(ask(certificate, inquiry(), { staple }))).toMatchObject({
      value: { status: 'good', source: 'staple' },
    })
  })

  test('a staple of another certificate proves nothing, and the CRL is asked', async () => {
    const shard = await point(() => crl(ca, { serials: [serial] }))
    const other = leaf(ca)
    const staple = opensslCa(ca, [{ certificate: other }]).answer(other)
    const evidence = await ask(named(shard.url), inquiry(), { staple })
    expect(evidence.staple).toMatchObject({
      value: { sound: false, fault: 'ocsp: the answer is about another certificate' },
    })
    expect(evidence.checks[0]?.answer).toMatchObject({ value: { status: 'revoked', source: 'crl' } })
  })

  test('a staple that is out of date proves nothing', async () => {
    const certificate = leaf(ca)
    const staple = opensslCa(ca, [{ certificate }]).answer(certificate)
    const later = inquiry(null, 1_000_000, inDays(4))
    const { staple: found } = await ask(certificate, later, { staple })
    expect(found).toMatchObject({
      value: { sound: false, fault: expect.stringContaining('ocsp: out of date since') },
    })
  })
})

test('intermediates are asked about, too', async () => {
  const shard = await point(() => crl(root, { serials: [Buffer.of(0x66)] }))
  const twin = authority(
    'Test Intermediate',
    { ca: 0, serial: Buffer.of(0x66), extensions: [distributionPoints(shard.url)] },
    root,
  )
  const certificates = [leaf(twin), twin, root].map(({ der }) => readCertificate(der))
  const trust = { paths: [{ certificates, anchor: 'custom' as const }], obstacle: null }
  const { checks } = await inquiry()(delivery({ leaf: readCertificate(leaf(twin).der), trust }), true)
  expect(checks.map(({ answer }) => (answer.known ? answer.value.status : answer.reason))).toEqual([
    'not-asked',
    'revoked',
  ])
})

test('nobody is asked about what has expired', async () => {
  const shard = await point(() => crl(ca))
  const expired = leaf(ca, { notAfter: inDays(-1), extensions: [distributionPoints(shard.url)] })
  expect(await leafAnswer(ask(expired))).toMatchObject({ known: false, reason: 'not-asked' })
  expect(shard.requests()).toBe(0)
})

test('a certificate that names nobody is not asked about', async () => {
  expect(await leafAnswer(ask(leaf(ca)))).toMatchObject({ known: false, reason: 'not-asked' })
})
