import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'

import { describe, expect, onTestFinished, test } from 'vitest'

import { judge } from '../../src/judge/judge.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { InquiryPolicy } from '../../src/model/policy.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { inquiry, notInquired } from '../../src/observe/inquiries.ts'
import type { ObserverOptions } from '../../src/observe/observe.ts'
import { trustStores } from '../../src/observe/trust-store.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { crl, distributionPoints } from '../support/crl.ts'
import { loggedLeaf, type TestLog, testLog } from '../support/ct-log.ts'
import { nobodyAsked } from '../support/inquiries.ts'
import { logListText } from '../support/log-list.ts'
import { authority, hierarchy, inDays, leaf, pem, served } from '../support/mint.ts'
import { delivery, policy, serving as judgedObservation } from '../support/observation.ts'
import { ocspAnswer } from '../support/ocsp-answer.ts'
import { receiver } from '../support/receiver.ts'
import { serving, tlsServer } from '../support/servers.ts'
import { at, leadingTo, network, observe, onlyDelivery, trusting } from './observing.ts'

/** A server that staples this to every handshake that asks for it. */
async function stapling(options: TlsOptions, staple: Uint8Array | null): Promise<number> {
  const server = createServer(options, (socket) => socket.on('error', () => socket.destroy()).resume())
  server.on(
    'OCSPRequest',
    (_certificate, _issuer, answer: (error: null, response: Buffer | null) => void) => {
      answer(null, staple === null ? null : Buffer.from(staple))
    },
  )
  server.on('tlsClientError', (_, socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const root = authority('Test Root')
const ca = authority('Test Intermediate', { ca: 0 }, root)
const shown = leaf(ca)
const staple = ocspAnswer(shown, ca)

describe('the staple is seen', () => {
  test.each<[string, TlsOptions]>([
    ['in TLS 1.3', {}],
    ['in TLS 1.2', { maxVersion: 'TLSv1.2' }],
    [
      'of a server that turns us away for want of a certificate',
      { maxVersion: 'TLSv1.2', requestCert: true, ca: root.certificatePem },
    ],
  ])('%s', async (_, options) => {
    const port = await stapling({ ...serving([shown, ca]), ...options }, staple)
    const found = onlyDelivery(await observe(at(port, trusting(root))))
    expect(found.staple).toEqual({ known: true, value: Buffer.from(staple) })
  })

  test('or that there is none', async () => {
    const port = await stapling(serving([shown, ca]), null)
    expect(onlyDelivery(await observe(at(port, trusting(root)))).staple).toEqual({ known: true, value: null })
    const plain = await tlsServer(serving([shown, ca]))
    expect(onlyDelivery(await observe(at(plain.port, trusting(root)))).staple).toEqual({
      known: true,
      value: null,
    })
  })
})

function inquiring(differs: Partial<InquiryPolicy['revocation']> = {}): Partial<ObserverOptions> {
  const revocation = { enabled: true, mostCrlBytes: 1_000_000, ...differs }
  return { inquiries: { policy: { ...nobodyAsked, revocation }, cacheFolder: null } }
}

const serial = Buffer.of(0x51, 0x22)

describe('an endpoint whose certificate names a CRL', () => {
  async function watched(): Promise<{ readonly port: number; readonly requests: () => number }> {
    const point = await receiver((response) => response.end(crl(ca, { serials: [serial] })))
    const revoked = leaf(ca, {
      serial,
      extensions: [distributionPoints(`http://crl.example:${point.port}/`)],
    })
    const { port } = await tlsServer(serving([revoked, ca]))
    return { port, requests: () => point.received.length }
  }

  test('is judged by what the CRL says', async () => {
    const { port, requests } = await watched()
    const found = judge(await observe(at(port, trusting(root)), inquiring()), policy(), new Date())
    expect(found.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'certificate/revoked' },
    ])
    expect(requests()).toBe(1)
  })

  test.each<[string, Parameters<typeof at>[1], Partial<ObserverOptions>]>([
    ['revocation is switched off', trusting(root), inquiring({ enabled: false })],
    ['nobody is to be asked', trusting(root), {}],
    ['the chain ends in no anchor', trusting(authority('Another Root')), inquiring()],
    [
      'private addresses are forbidden',
      trusting(root),
      { ...inquiring(), network: { ...network, allowPrivate: false } },
    ],
  ])('is not asked about where %s', async (_, trust, options) => {
    const { port, requests } = await watched()
    const { deliveries } = await observe(at(port, trust), options)
    expect([deliveries.known || deliveries.reason === 'blocked', requests()]).toEqual([true, 0])
  })
})

describe('below a public root', () => {
  const logs = [testLog('rfc6962'), testLog('static-ct')]
  const logged = (these: readonly TestLog[]): Minted =>
    loggedLeaf(ca, these, { names: [served], notAfter: inDays(60), at: new Date() })

  /** What is seen of a chain whose root the public store would hold, with our own list of logs for Chrome's. */
  async function seen(
    certificate: Minted,
    allowPrivate = true,
  ): Promise<{ readonly observation: Observation; readonly requests: number }> {
    const list = await receiver((response) => response.end(logListText(logs, new Date())))
    const read = certificates()
    const inquire = inquiry({
      policy: {
        ...nobodyAsked,
        transparency: { ...nobodyAsked.transparency, logListUrl: list.url.href },
        revocation: { enabled: true, mostCrlBytes: 1_000_000 },
      },
      cacheFolder: null,
      network: { ...network, allowPrivate },
      lookup: leadingTo('127.0.0.1'),
      ipv6: false,
      certificates: read,
      storeFor: trustStores(read),
      run: new AbortController().signal,
      clock: () => new Date(),
    })
    const [made, issuer, anchor] = [certificate, ca, root].map(({ der }) => readCertificate(der))
    if (made === undefined || issuer === undefined || anchor === undefined)
      throw new TypeError('three were read')
    const trust = {
      paths: [{ certificates: [made, issuer, anchor], anchor: 'public' as const }],
      obstacle: null,
    }
    const served2 = delivery({ leaf: made, chain: [made, issuer], trust, ...notInquired })
    const given = { ...judgedObservation(served2), at: new Date() }
    await inquire(given)
    return { observation: await inquire(given), requests: list.received.length }
  }

  function said(observation: Observation): readonly string[] {
    const found = judge(observation, policy(), new Date())
    return found
      .filter(({ rule }) => rule.startsWith('transparency/'))
      .map(({ severity, message }) => `${severity}: ${message}`)
  }

  test('the list is fetched once, and an outage of the other one is a notice', async () => {
    const { observation, requests } = await seen(logged(logs))
    expect(requests).toBe(1)
    expect(said(observation)).toEqual([
      'notice: The certificate cannot be judged by the policies on Certificate Transparency: for Apple, valid.apple.com is 127.0.0.1, which is not a public address',
    ])
  })

  test('where private addresses are forbidden, a list of the config leads to none', async () => {
    const { observation, requests } = await seen(logged(logs), false)
    expect([requests, said(observation).length]).toEqual([0, 1])
  })

  test('an SCT that was made for another issuer is an error', async () => {
    const forged = loggedLeaf(authority('Test Intermediate'), logs, {
      names: [served],
      notAfter: inDays(60),
      at: new Date(),
    })
    expect(said((await seen(forged)).observation)[0]).toMatch(/^error: .* prove nothing: Log 1 did not sign/u)
  })
})

test('below a private anchor nobody asks for lists of logs', async () => {
  const issuer = hierarchy()
  const logged = loggedLeaf(issuer.intermediate, [testLog()], {
    names: [served],
    notAfter: inDays(60),
    at: new Date(),
  })
  const { port } = await tlsServer({ cert: pem(logged, issuer.intermediate), key: logged.keyPem })
  const found = onlyDelivery(await observe(at(port, trusting(issuer.root)), inquiring()))
  expect(found.transparency.lists.chrome).toMatchObject({ known: false, reason: 'not-asked' })
})
