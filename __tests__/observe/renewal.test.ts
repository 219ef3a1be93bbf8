import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import type { Delivery } from '../../src/model/observation.ts'
import { cacheFolder, noCache } from '../../src/net/cache-folder.ts'
import { guardedHttp } from '../../src/net/guarded-http.ts'
import { acmeDirectories } from '../../src/observe/acme-directories.ts'
import { renewalInquiry, type RenewalWays } from '../../src/observe/renewal.ts'
import { certificate, intermediate, name, now, root } from '../support/certificate.ts'
import { folder } from '../support/folder.ts'
import { delivery } from '../support/observation.ts'
import { type Answering, receiver } from '../support/receiver.ts'
import { flood, tcpServer } from '../support/servers.ts'

const never = new AbortController().signal
const authorityKeyId = '69885b6b87464041e1b37b847ba0ae2cde01c8d4'
const leaf = certificate({ authorityKeyId, serial: '0087654321', issuer: name('E7', "Let's Encrypt") })
const served = delivery({ leaf })
const window = { start: new Date('2026-12-31T00:00:00Z'), end: new Date('2027-01-01T00:00:00Z') }
const info = JSON.stringify({ suggestedWindow: window, explanationURL: 'https://ca.example/why' })

interface Ca {
  readonly port: number
  readonly asked: () => readonly string[]
}

/** A CA with a directory and renewal information. */
async function ca(
  answer: Answering = (response) => response.writeHead(200, { 'retry-after': '3600' }).end(info),
): Promise<Ca> {
  const server = await receiver((response, count, request) => {
    if (request.path !== '/directory') return answer(response, count, request)
    response.end(JSON.stringify({ renewalInfo: `http://ca.example:${server.port}/ari/` }))
  })
  return { port: server.port, asked: () => server.received.map(({ path }) => path) }
}

function ways(port: number, differs: Partial<RenewalWays> = {}): RenewalWays {
  const lookup = async (): Promise<readonly { address: string }[]> => [{ address: '127.0.0.1' }]
  return {
    http: guardedHttp({ lookup, ipv6: false, proxy: null, signal: never }),
    cache: noCache,
    clock: () => now,
    own: new Map([["let's encrypt", `http://ca.example:${port}/directory`]]),
    known: {},
    privateAllowed: true,
    deadlineMs: 60_000,
    ...differs,
  }
}

const asking = { publicTarget: true, allowPrivate: true }
const advice = { known: true, value: { window, explanationUrl: 'https://ca.example/why' } }

describe('a CA that speaks ARI', () => {
  test('is asked by the way of its directory', async () => {
    const { port, asked } = await ca()
    expect(await renewalInquiry(ways(port))(served, asking)).toEqual(advice)
    expect(asked()).toEqual(['/directory', '/ari/aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE'])
  })

  test('is asked once about a certificate of many endpoints', async () => {
    const { port, asked } = await ca()
    const inquiry = renewalInquiry(ways(port))
    await Promise.all([1, 2, 3].map(() => inquiry(served, asking)))
    expect(asked()).toHaveLength(2)
  })

  test('is not asked again before it wishes', async () => {
    const { port, asked } = await ca()
    const cache = cacheFolder(folder())
    const later = (minutes: number): RenewalWays =>
      ways(port, { cache, clock: () => new Date(now.getTime() + minutes * 60_000) })
    for (const minutes of [0, 59])
      expect(await renewalInquiry(later(minutes))(served, asking)).toEqual(advice)
    expect(asked()).toHaveLength(2)
    expect(await renewalInquiry(later(61))(served, asking)).toEqual(advice)
    expect(asked()).toHaveLength(3)
  })

  test('that failed is left alone for six hours', async () => {
    const { port, asked } = await ca((response) => response.writeHead(500).end())
    const cache = cacheFolder(folder())
    const failed = { known: false, reason: 'malformed', detail: `ca.example:${port} answered 500` }
    for (const hours of [0, 5]) {
      const clock = (): Date => new Date(now.getTime() + hours * 3_600_000)
      expect(await renewalInquiry(ways(port, { cache, clock }))(served, asking)).toEqual(failed)
    }
    expect(asked()).toHaveLength(2)
  })

  test.each<[string, Answering]>([
    ['is not JSON', (response) => response.end('<html>')],
    ['has no window', (response) => response.end('{}')],
    ['is too large', (response) => response.end(`{"a":"${'a'.repeat(70_000)}"}`)],
    ['leads elsewhere without end', (response) => response.writeHead(302, { location: '/ari/x' }).end()],
  ])('and whose answer %s is not known', async (_, answer) => {
    const { port } = await ca(answer)
    expect(await renewalInquiry(ways(port))(served, asking)).toMatchObject({ known: false })
  })

  test('and whose answer has no end is not known', async () => {
    const { port } = await ca((response) => void response.write('{"suggestedWindow":'))
    expect(await renewalInquiry(ways(port, { deadlineMs: 500 }))(served, asking)).toMatchObject({
      known: false,
      reason: 'timed-out',
    })
  })

  test('and floods is not known', async () => {
    const { port } = await tcpServer((peer) => {
      peer.write('HTTP/1.1 200 OK\r\n\r\n')
      flood(peer, Buffer.alloc(16_384))
    })
    expect(await renewalInquiry(ways(port))(served, asking)).toMatchObject({
      known: false,
      reason: 'malformed',
    })
  })
})

describe('nobody is asked', () => {
  const expired = certificate({ ...leaf, notAfter: new Date('2026-11-01T00:00:00Z') })
  const paths = [{ certificates: [leaf, intermediate(), root()], anchor: 'custom' as const }]
  const known = (port: number): Partial<RenewalWays> => ({
    own: new Map<string, string>(),
    known: { "Let's Encrypt": `http://ca.example:${port}/directory` },
  })
  test.each<[string, Delivery, typeof asking, (port: number) => Partial<RenewalWays>]>([
    ['about another CA', delivery({ leaf: certificate({ authorityKeyId }) }), asking, known],
    [
      'about a chain that ends in no public root',
      delivery({ leaf, trust: { paths, obstacle: null } }),
      asking,
      known,
    ],
    ['about a private target', served, { ...asking, publicTarget: false }, known],
    ['about a certificate that has expired', delivery({ leaf: expired }), asking, () => ({})],
    [
      'about a certificate that names no key',
      delivery({ leaf: certificate({ issuer: leaf.issuer }) }),
      asking,
      () => ({}),
    ],
  ])('%s', async (_, seen, how, differs) => {
    const { port, asked } = await ca()
    const answer = await renewalInquiry(ways(port, differs(port)))(seen, how)
    expect([answer, asked()]).toMatchObject([{ known: false, reason: 'not-asked' }, []])
  })

  test('at a private address that the table leads to', async () => {
    const { port, asked } = await ca()
    const answer = await renewalInquiry(ways(port, known(port)))(served, asking)
    expect([answer, asked()]).toMatchObject([{ known: false, reason: 'blocked' }, []])
  })

  test('at a private address that a directory names for a public chain', async () => {
    const { port, asked } = await ca()
    const answer = await renewalInquiry(ways(port))(served, { publicTarget: true, allowPrivate: false })
    expect([answer, asked()]).toMatchObject([{ known: false, reason: 'blocked' }, ['/directory']])
  })
})

test('a directory of the user’s own is asked about private targets, too', async () => {
  const { port } = await ca()
  expect(await renewalInquiry(ways(port))(served, { ...asking, publicTarget: false })).toEqual(advice)
})

test('what somebody planted in the cache is read by its form, or not at all', async () => {
  const { port } = await ca()
  const kept = folder()
  await renewalInquiry(ways(port, { cache: cacheFolder(kept) }))(served, asking)
  for (const planted of ['', 'null', '{"until":"9999-01-01T00:00:00Z","info":{}}', '{"until":7}']) {
    for (const file of readdirSync(kept)) writeFileSync(join(kept, file), planted)
    expect(await renewalInquiry(ways(port, { cache: cacheFolder(kept) }))(served, asking)).toEqual(advice)
  }
  expect(readdirSync(kept).map((file) => readFileSync(join(kept, file), 'utf8').length)).not.toContain(0)
})

test('the known directories are asked over HTTPS', () => {
  expect(Object.values(acmeDirectories).map((url) => new URL(url).protocol)).not.toContain('http:')
})
