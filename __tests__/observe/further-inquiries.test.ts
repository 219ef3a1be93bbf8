import { createHash } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { judge } from '../../src/judge/judge.ts'
import { known } from '../../src/model/answer.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { InquiryPolicy } from '../../src/model/policy.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { inquiry, notInquired } from '../../src/observe/inquiries.ts'
import type { ObserverOptions } from '../../src/observe/observe.ts'
import { trustStores } from '../../src/observe/trust-store.ts'
import { writeLogSearch } from '../../src/wire/log-search.ts'
import { certificate } from '../support/certificate.ts'
import { dnsServer, type Reply } from '../support/dns-server.ts'
import { nobodyAsked } from '../support/inquiries.ts'
import { logEntry } from '../support/logged.ts'
import { authority, leaf } from '../support/mint.ts'
import { addressAnswer, delivery, hostname, ip, observation, policy, target } from '../support/observation.ts'
import { receiver } from '../support/receiver.ts'
import { serving, tlsServer } from '../support/servers.ts'
import { at, leadingTo, network, observe, onlyDelivery, trusting } from './observing.ts'

const root = authority('Test Root')
const ca = authority('Test Intermediate', { ca: 0, organizationName: 'Own CA' }, root)

function asking(differs: Partial<InquiryPolicy>): Partial<ObserverOptions> {
  return { inquiries: { policy: { ...nobodyAsked, ...differs }, cacheFolder: null } }
}

test('a CA of one’s own is asked about a private endpoint, at a private address', async () => {
  const window = { start: '2026-12-31T00:00:00Z', end: '2027-01-01T00:00:00Z' }
  const acme = await receiver((response, _, { path }) => {
    const here = `http://acme.example:${acme.port}`
    response.end(
      JSON.stringify(path === '/directory' ? { renewalInfo: `${here}/ari` } : { suggestedWindow: window }),
    )
  })
  const { port } = await tlsServer(serving([leaf(ca), ca]))
  const directories = new Map([['Own CA', `http://acme.example:${acme.port}/directory`]])
  const asked = asking({ renewal: { ari: true, directories } })
  expect(onlyDelivery(await observe(at(port, trusting(root)), asked)).renewal).toMatchObject({
    value: { window: { end: new Date(window.end) } },
  })
  const silent = asking({ renewal: { ari: false, directories } })
  expect(onlyDelivery(await observe(at(port, trusting(root)), silent)).renewal.known).toBe(false)
  expect(acme.received).toHaveLength(2)
})

describe('TLSA records', () => {
  const shown = leaf(ca)
  const spki = shown.publicKey.export({ type: 'spki', format: 'der' })
  const own = createHash('sha256').update(spki).digest()

  async function rulesFor(digest: Buffer, host = 'mail.example.com'): Promise<readonly string[]> {
    const resolver = await dnsServer((name): Reply => ({
      answers: [
        { type: 'TLSA', name, data: { usage: 3, selector: 1, matchingType: 1, certificate: digest } },
      ],
    }))
    const { port } = await tlsServer(serving([shown, ca]))
    const asked = asking({ dns: { caa: true, dane: true, resolver: resolver.server } })
    const seen = await observe(at(port, { ...trusting(root), host: hostname(host) }), asked)
    const found = judge(seen, policy({ verifyHostname: false }), new Date())
    return [...resolver.asked, ...found.map(({ rule, severity }) => `${severity} ${rule}`)].map((text) =>
      text.replace(String(port), 'PORT'),
    )
  }

  test('that name what is served are no news', async () => {
    expect(await rulesFor(own)).toEqual(['udp TLSA _PORT._tcp.mail.example.com'])
  })

  test('that name another key are told, as a notice while DNSSEC proves nothing', async () => {
    expect(await rulesFor(Buffer.alloc(32))).toEqual([
      'udp TLSA _PORT._tcp.mail.example.com',
      'notice dns/dane',
    ])
  })

  test('of a private name are asked of nobody', async () => {
    expect(await rulesFor(Buffer.alloc(32), 'mail.internal')).toEqual([])
  })
})

describe('a search in the logs', () => {
  /** An endpoint at that address whose chain ends in a public root; asked for CAA and logs. */
  async function searched(
    differs: Partial<Observation>,
  ): Promise<{ readonly seen: Observation; readonly asked: readonly string[] }> {
    const service = await receiver((response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(writeLogSearch([logEntry()]))),
    )
    const resolver = await dnsServer((name) => ({
      answers:
        name === 'example.com' ? [{ type: 'CAA', name, data: { flags: 0, tag: 'issue', value: ';' } }] : [],
    }))
    const read = certificates()
    const inquire = inquiry({
      policy: {
        ...nobodyAsked,
        transparency: { logListUrl: service.url.href, lookup: true, searchUrl: service.url.href },
        dns: { caa: true, dane: false, resolver: resolver.server },
      },
      cacheFolder: null,
      network,
      lookup: leadingTo('127.0.0.1'),
      ipv6: false,
      certificates: read,
      storeFor: trustStores(read),
      run: new AbortController().signal,
      clock: () => new Date('2026-11-22T12:00:00Z'),
    })
    const served = delivery({ leaf: certificate({ serial: '00abc123' }), ...notInquired })
    const seen = await inquire(
      observation({
        addresses: [addressAnswer({ address: ip('1.1.1.1') })],
        deliveries: known([served]),
        ...differs,
      }),
    )
    const paths = service.received.map(({ path }) => path).filter((path) => path.includes('q='))
    return { seen, asked: [...paths, ...resolver.asked] }
  }

  test('and for CAA is made for what everybody can see', async () => {
    const { seen, asked } = await searched({})
    expect(asked).toEqual([
      '/hooks/T000/s3cr3t?q=example.com&exclude=expired&output=json',
      'udp CAA example.com',
      'udp CAA www.example.com',
    ])
    expect(onlyDelivery(seen)).toMatchObject({
      logged: { value: { own: [{ serial: 'abc123' }] } },
      caa: [{ answer: { value: { at: 'example.com' } } }, { answer: { value: { at: 'example.com' } } }],
    })
  })

  test.each<[string, Partial<Observation>]>([
    ['name', { target: target({ host: hostname('db.internal') }) }],
    ['server name', { target: target({ servername: hostname('db.internal') }) }],
    ['address', { addresses: [addressAnswer({ address: ip('10.0.0.1') })] }],
    [
      'address among public ones',
      { addresses: [addressAnswer({ address: ip('1.1.1.1') }), addressAnswer({ address: ip('::1') })] },
    ],
  ])('is not made for a private %s', async (_, differs) => {
    const { seen, asked } = await searched(differs)
    expect(asked.filter((question) => question.startsWith('/'))).toEqual([])
    expect(onlyDelivery(seen).logged).toMatchObject({ reason: 'not-asked' })
  })
})
