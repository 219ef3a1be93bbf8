import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { judge } from '../../src/judge/judge.ts'
import type { Delivery } from '../../src/model/observation.ts'
import { cacheFolder, noCache } from '../../src/net/cache-folder.ts'
import { guardedHttp } from '../../src/net/guarded-http.ts'
import { type Completion, completion } from '../../src/observe/aia.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { trustStores } from '../../src/observe/trust-store.ts'
import { trustEvidence } from '../../src/observe/trust.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import * as der from '../../src/wire/der-writer.ts'
import { folder } from '../support/folder.ts'
import { authority, leaf } from '../support/mint.ts'
import { delivery, policy, serving } from '../support/observation.ts'
import { hasOpenssl, opensslTrusts } from '../support/openssl.ts'
import { type Answering, receiver } from '../support/receiver.ts'
import { flood, tcpServer } from '../support/servers.ts'
import { trusting } from './observing.ts'

const never = new AbortController().signal
const read = certificates()
const storeFor = trustStores(read)
const root = authority('Test Root')
const { trust } = trusting(root)

function through(kept: string | null = null): Completion {
  const lookup = async (): Promise<readonly { address: string }[]> => [{ address: '127.0.0.1' }]
  return completion({
    http: guardedHttp({ lookup, ipv6: false, proxy: null, signal: never }),
    cache: kept === null ? noCache : cacheFolder(kept),
    certificates: read,
    storeFor,
    deadlineMs: 500,
  })
}

/** What is seen of a server that sends these and nothing else. */
function sends(...chain: readonly Minted[]): Delivery {
  const [first, ...others] = chain.map(({ der }) => read.read(der))
  if (first === undefined) throw new TypeError('a chain has a leaf')
  return delivery({
    leaf: first,
    chain: [first, ...others],
    trust: trustEvidence([first, ...others], storeFor(trust), read),
  })
}

/** The subjects of what was found; `null`: nothing that completes the chain. */
function foundIn({ trust: { obstacle } }: Delivery): readonly string[] | null {
  if (obstacle?.kind !== 'issuer-missing' || obstacle.named?.kind !== 'aia') return null
  return obstacle.named.proved.map(({ subject }) => subject.attributes.at(-1)?.value ?? '')
}

/** A degenerate SignedData (RFC 5652 §5.1): a .p7c. */
function p7c(...members: readonly Minted[]): Uint8Array {
  const signed = der.sequence(
    der.unsignedInteger(Uint8Array.of(1)),
    der.setOf(),
    der.sequence(der.oid('1.2.840.113549.1.7.1')),
    der.context(0, ...members.map((member) => member.der)),
    der.setOf(),
  )
  return der.sequence(der.oid('1.2.840.113549.1.7.2'), der.context(0, signed))
}

interface Publisher {
  readonly url: string
  readonly requests: () => number
}

async function publisher(answer: Answering | Uint8Array | string): Promise<Publisher> {
  const server = await receiver(typeof answer === 'function' ? answer : (response) => response.end(answer))
  return { url: `http://ca.example:${server.port}/issuer`, requests: () => server.received.length }
}

describe('an issuer that the server forgot', () => {
  const lower = authority('Lower', { ca: 0 }, root)
  test.each<[string, Uint8Array | string]>([
    ['DER', lower.der],
    ['PEM', lower.certificatePem],
    ['a .p7c that holds strangers, too', p7c(authority('Stranger'), lower)],
  ])('is fetched as %s, and proved', async (_, body) => {
    const { url } = await publisher(body)
    const seen = sends(leaf(lower, { caIssuers: url }))
    expect(foundIn(seen)).toEqual([])
    expect(foundIn(await through()(seen, trust, true))).toEqual(['Lower'])
  })

  test.runIf(hasOpenssl)('makes a chain that OpenSSL verifies, too', () => {
    const shown = leaf(lower)
    expect([opensslTrusts([shown], [root]), opensslTrusts([shown, lower], [root])]).toEqual([false, true])
  })

  test('may lack one above it: up to three are fetched', async () => {
    const steps = async (count: number): Promise<readonly string[] | null> => {
      let issuer = root
      const places: Promise<Publisher>[] = []
      let caIssuers: string | undefined
      for (let step = 0; step < count; step++) {
        const differs = caIssuers === undefined ? {} : { caIssuers }
        issuer = authority(`Step ${count - step}`, differs, issuer)
        places.push(publisher(issuer.der))
        caIssuers = (await places.at(-1))?.url
      }
      const seen = sends(leaf(issuer, caIssuers === undefined ? {} : { caIssuers }))
      return foundIn(await through()(seen, trust, true))
    }
    expect(await steps(3)).toEqual(['Step 1', 'Step 2', 'Step 3'])
    expect(await steps(4)).toEqual([])
  })

  test('is told with what to append, ready to paste', async () => {
    const { url } = await publisher(lower.der)
    const seen = await through()(sends(leaf(lower, { caIssuers: url })), trust, true)
    const sha256 = read.read(lower.der).sha256
    expect(judge(serving(seen), policy({ verifyHostname: false }), new Date())).toMatchObject([
      {
        rule: 'chain/incomplete',
        fix: expect.stringContaining(
          `Append "Lower" (SHA-256 ${sha256}) to the chain the server sends: it is to be had at ${url}, and with it the chain leads to a root.`,
        ),
        evidence: {
          certificates: [
            { found: { certificates: [{ fingerprint_sha256: sha256, pem: lower.certificatePem }] } },
          ],
        },
      },
    ])
  })

  test('is asked for once for many endpoints, and not again while it is kept', async () => {
    const { url, requests } = await publisher(lower.der)
    const kept = folder()
    const complete = through(kept)
    const seen = [1, 2, 3].map(() => sends(leaf(lower, { caIssuers: url })))
    await Promise.all(seen.map((one) => complete(one, trust, true)))
    await through(kept)(sends(leaf(lower, { caIssuers: url })), trust, true)
    expect(requests()).toBe(1)
    for (const file of readdirSync(kept)) writeFileSync(join(kept, file), authority('Lower').der)
    expect(foundIn(await through(kept)(sends(leaf(lower, { caIssuers: url })), trust, true))).toEqual([])
  })

  test.each<[string, Answering | Uint8Array | string]>([
    ['another key of the same name', authority('Lower', { ca: 0 }, root).der],
    ['no certificate', 'a page of HTML'],
    ['a SEQUENCE of nonsense', Uint8Array.of(0x30, 0x82, 0x01, 0x00, 1, 2, 3)],
    ['nothing', ''],
    ['an error', (response) => response.writeHead(404).end()],
    ['a body without end', (response) => void response.writeHead(200).write('a')],
    ['a redirect to a file', (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()],
  ])('is not found where the address gives %s', async (_, answer) => {
    const { url } = await publisher(answer)
    expect(foundIn(await through()(sends(leaf(lower, { caIssuers: url })), trust, true))).toEqual([])
  })

  test('is not found where the address floods', async () => {
    const { port } = await tcpServer((peer) => {
      peer.write('HTTP/1.1 200 OK\r\n\r\n')
      flood(peer, Buffer.alloc(16_384))
    })
    const caIssuers = `http://ca.example:${port}/`
    expect(foundIn(await through()(sends(leaf(lower, { caIssuers })), trust, true))).toEqual([])
  })

  test('is not fetched from a private address', async () => {
    const { url, requests } = await publisher(lower.der)
    expect(foundIn(await through()(sends(leaf(lower, { caIssuers: url })), trust, false))).toEqual([])
    expect(requests()).toBe(0)
  })

  test('is no proof where its root is unknown', async () => {
    const other = authority('Other Lower', { ca: 0 }, authority('Other Root'))
    const { url } = await publisher(other.der)
    expect(foundIn(await through()(sends(leaf(other, { caIssuers: url })), trust, true))).toEqual([])
  })
})

test('a chain that is whole is left alone', async () => {
  const lower = authority('Lower', { ca: 0 }, root)
  const { url, requests } = await publisher(lower.der)
  const seen = sends(leaf(lower, { caIssuers: url }), lower)
  expect(await through()(seen, trust, true)).toBe(seen)
  expect(requests()).toBe(0)
})
