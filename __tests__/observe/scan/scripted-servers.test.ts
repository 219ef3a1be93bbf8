import { getDiffieHellman } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { knownPrimes } from '../../../scripts/known-primes.ts'
import { judge } from '../../../src/judge/judge.ts'
import { unanswered } from '../../../src/model/answer.ts'
import { helloShape } from '../../../src/observe/scan/candidates.ts'
import { askSsl2 } from '../../../src/observe/scan/ssl2.ts'
import { doubtOf, verdicts } from '../../../src/observe/scan/verdicts.ts'
import { now } from '../../support/certificate.ts'
import { hierarchy, leaf as leafOf, rsaPair } from '../../support/mint.ts'
import { observation, policy } from '../../support/observation.ts'
import {
  alert,
  dhExchange,
  flight,
  type Heard,
  retry,
  scriptedTls,
  versionAsked,
} from '../../support/scripted-tls.ts'
import { connectProxy, drip, flood, handOn, serving, tcpServer, tlsServer } from '../../support/servers.ts'
import { network } from '../observing.ts'
import { groups, offerOf, scanning, scanOf, suites, surroundings, valueOf, versions } from './scanning.ts'
import { sessionTo } from './session-to.ts'

const { intermediate, leaf } = hierarchy()
const rsa = leafOf(intermediate, { keyPair: rsaPair() })

/** Speaks TLS 1.2 with these suites in its own order, and refuses the rest with the alert that fits. */
function tls12(accepted: readonly number[], parts: Partial<Parameters<typeof flight>[0]> = {}) {
  return (heard: Heard): Uint8Array => {
    if (versionAsked(heard) !== 0x0303) return alert(70)
    const suite = accepted.find((id) => heard.hello.cipherSuites.includes(id))
    if (suite === undefined) return alert(40)
    return flight({ version: 0x0303, suite, certificate: rsa.der, ...parts })
  }
}

const only12 = {
  SSLv2: false,
  SSLv3: false,
  TLSv1: false,
  'TLSv1.1': false,
  'TLSv1.2': true,
  'TLSv1.3': false,
}

test('a server of TLS 1.2 alone costs one connection for each version that it has not', async () => {
  const { port, connections } = await scriptedTls(tls12([0x002f, 0x0035]))

  const { tls, connections: counted } = await scanning(port)

  expect(tls.known && versions(tls.value)).toEqual(only12)
  expect(tls.known && suites(offerOf(tls.value, 'TLSv1.2'))).toEqual(['AES128-SHA', 'AES256-SHA'])
  expect(counted).toBe(connections())
  expect(counted).toBeLessThanOrEqual(10)
})

describe('a server that shows another certificate each time', () => {
  /** Agrees to whatever suite stands first. */
  const everChanging = (der: () => Uint8Array) =>
    scriptedTls((heard) =>
      versionAsked(heard) === 0x0303
        ? flight({ version: 0x0303, suite: heard.hello.cipherSuites[0] ?? 0, certificate: der() })
        : alert(70),
    )

  test('is given up after 64 of them, and what it offers counts as not known', async () => {
    let shown = 0
    const { port, connections } = await everChanging(() => Buffer.concat([rsa.der, Buffer.of(shown++)]))

    const { tls, chains } = await scanning(port)

    expect(tls).toMatchObject({
      known: false,
      reason: 'malformed',
      detail: 'more than 64 different chains: nobody knows which servers were asked',
    })
    expect(chains).toEqual([])
    expect(connections()).toBeLessThan(90)
  })

  test('is given up sooner where they are large', async () => {
    let shown = 0
    const large = (): Buffer => Buffer.alloc(900_000, shown++)
    const { port, connections } = await everChanging(large)

    const { tls } = await scanning(port)

    expect(tls).toMatchObject({
      known: false,
      reason: 'malformed',
      detail: 'different chains of more than 8388608 octets: nobody knows which servers were asked',
    })
    expect(connections()).toBeLessThan(30)
  })
})

describe('SSL 2.0', () => {
  /** SERVER-HELLO with a certificate, these specs, and a connection id of one octet. */
  const ssl2 = (specs: string): Buffer => {
    const length = (octets: number): string => octets.toString(16).padStart(4, '0')
    const body = `040001 0002 ${length(rsa.der.length)} ${length(specs.length / 2)} 0001 ${Buffer.from(rsa.der).toString('hex')} ${specs} 5a`
    const octets = Buffer.from(body.replaceAll(' ', ''), 'hex')
    return Buffer.concat([Buffer.from([0x80 | (octets.length >> 8), octets.length & 255]), octets])
  }

  test('shows all its suites and its certificate in one connection', async () => {
    const { port } = await scriptedTls(tls12([0x002f]), () => ssl2('0100800700c0'))

    const { tls, chains } = await scanning(port)

    expect(tls.known && versions(tls.value)).toEqual({ ...only12, SSLv2: true })
    expect(tls.known && offerOf(tls.value, 'SSLv2').suites.found.map(({ id }) => id)).toEqual([
      0x010080, 0x0700c0,
    ])
    expect(chains).toContainEqual({
      chain: [expect.objectContaining(rsa.der)],
      version: 'SSLv2',
      suite: 0x010080,
    })
  })

  test('without a suite is there all the same (CVE-2015-3197)', async () => {
    const { port } = await scriptedTls(tls12([0x002f]), () => ssl2(''))

    const scan = await scanOf(port)

    expect(versions(scan)).toMatchObject({ SSLv2: true })
    expect(offerOf(scan, 'SSLv2').suites.found).toEqual([])
  })

  test('alone: the hello that is answered again makes the refusals of the others count', async () => {
    const { port } = await scriptedTls(
      () => 'close',
      () => ssl2('0100800700c0'),
    )

    expect(versions(await scanOf(port))).toEqual({ ...only12, 'TLSv1.2': false, SSLv2: true })
  })

  test('alone, and gone the second time: the refusals of the others prove nothing', async () => {
    let asked = 0
    const { port } = await scriptedTls(
      () => 'close',
      () => (++asked > 1 ? 'close' : ssl2('0100800700c0')),
    )

    expect(versions(await scanOf(port))).toEqual({
      SSLv2: true,
      SSLv3: 'closed',
      TLSv1: 'closed',
      'TLSv1.1': 'closed',
      'TLSv1.2': 'closed',
      'TLSv1.3': 'closed',
    })
  })

  test('refused by a server that answers nothing after it is not known', async () => {
    let gone = false
    const { port } = await scriptedTls(
      (heard) => (gone ? 'close' : tls12([0x002f])(heard)),
      () => 'close',
    )
    const session = sessionTo(port)
    await session.ask(helloShape('TLSv1.2', [0x002f]))
    gone = true
    const silence = { kind: 'unknown', why: unanswered('not-asked', 'not asked') } as const
    const found = { ...(await askSsl2(session)), old: [], tls13: silence }
    const doubt = await doubtOf(found, [], session)

    expect(found.ssl2).toEqual({ known: true, value: null })
    expect(verdicts(found, session, doubt).SSLv2).toMatchObject({ known: false, reason: 'closed' })
  })

  test.each([
    ['an alert', alert(40), false],
    ['an ERROR', Buffer.from('8003000001', 'hex'), false],
    ['FIN', 'close', false],
    ['RST', 'reset', false],
    ['silence', 'silence', 'timed-out'],
    ['a broken hello', Buffer.from('8003 04 0001'.replaceAll(' ', ''), 'hex'), 'malformed'],
  ] as const)('%s', async (_, answer, expected) => {
    const { port } = await scriptedTls(tls12([0x002f]), () => answer)

    expect(versions(await scanOf(port, { timeoutMs: 400 }))).toEqual({ ...only12, SSLv2: expected })
  })
})

describe('what is no "no"', () => {
  test('a version whose hello is met with silence is unknown', async () => {
    const { port } = await scriptedTls((heard) =>
      versionAsked(heard) === 0x0300 ? 'silence' : tls12([0x002f])(heard),
    )

    expect(versions(await scanOf(port, { timeoutMs: 300 }))).toMatchObject({
      SSLv3: 'timed-out',
      'TLSv1.2': true,
    })
  })

  test('a server that falls silent in the middle is asked no more, and the rest is cut', async () => {
    let answered = 0
    const { port, connections } = await scriptedTls((heard) =>
      ++answered > 6 ? 'silence' : tls12([0x002f, 0x0035, 0x009c])(heard),
    )

    const { tls } = await scanning(port, { timeoutMs: 300 })

    expect(connections()).toBeLessThan(20)
    expect(tls.known && suites(offerOf(tls.value, 'TLSv1.2')).at(-1)).toMatch(/^cut: timed-out/)
    expect(tls.known && Object.values(versions(tls.value))).toContain('timed-out')
  })

  test('refusals after which nothing is answered any more prove nothing', async () => {
    let answered = 0
    const { port } = await scriptedTls((heard) =>
      ++answered > 3 ? 'reset' : tls12([0x002f, 0x0035, 0x009c])(heard),
    )

    const { tls } = await scanning(port)

    expect(tls.known && suites(offerOf(tls.value, 'TLSv1.2')).at(-1)).toMatch(/^cut: /)
    expect(tls.known && versions(tls.value)).not.toMatchObject({ SSLv3: false })
  })

  test('an old server that says "no" with RST is believed, because it goes on answering', async () => {
    const { port } = await scriptedTls((heard) => {
      const answer = tls12([0x002f])(heard)
      return answer[0] === 0x15 ? 'reset' : answer
    })

    expect(versions(await scanOf(port))).toEqual(only12)
  })

  test('where nothing is ever answered, nothing is known', async () => {
    const { port } = await scriptedTls(() => alert(40))

    const { tls } = await scanning(port)

    expect(tls).toMatchObject({ known: false, reason: 'refused-handshake' })
  })

  test('what is not TLS is said so', async () => {
    const { port } = await tcpServer((peer) =>
      peer.on('data', () => peer.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    )

    expect((await scanning(port)).tls).toMatchObject({ known: false, reason: 'not-tls' })
  })

  test('unrecognized_name refuses the name: without it the versions are seen', async () => {
    const { port } = await scriptedTls((heard) => (heard.name === null ? tls12([0x002f])(heard) : alert(112)))

    expect(versions(await scanOf(port))).toMatchObject({ 'TLSv1.2': true, 'TLSv1.1': false })
  })

  test('a warning before the answer is no answer', async () => {
    const { port } = await scriptedTls((heard) => Buffer.concat([alert(112, 1), tls12([0x002f])(heard)]))

    expect(versions(await scanOf(port))).toEqual(only12)
  })

  test('an answer in a lower version is a "no" to the one asked for', async () => {
    const { port } = await scriptedTls((heard) =>
      versionAsked(heard) >= 0x0302 && heard.hello.cipherSuites.includes(0x002f)
        ? flight({ version: 0x0302, suite: 0x002f, certificate: rsa.der })
        : alert(40),
    )

    expect(versions(await scanOf(port))).toMatchObject({ 'TLSv1.1': true, 'TLSv1.2': false })
  })
})

describe('servers that misbehave', () => {
  test('one that chokes on long hellos is asked with short ones', async () => {
    const { port } = await scriptedTls((heard) =>
      heard.length > 255 ? 'close' : tls12([0xc030, 0x002f, 0x0005, 0x0035])(heard),
    )

    const scan = await scanOf(port)

    expect(versions(scan)).toMatchObject({ 'TLSv1.2': true })
    expect(suites(offerOf(scan, 'TLSv1.2')).toSorted()).toEqual(
      ['AES128-SHA', 'AES256-SHA', 'ECDHE-RSA-AES256-GCM-SHA384', 'RC4-SHA'].toSorted(),
    )
    expect(scan.intolerances).toEqual([
      'A TLSv1.2 hello with all suites is not answered (the server hung up), shorter ones are.',
    ])
  })

  test('one that refuses what is newer than it knows is told from one that answers as it should', async () => {
    const old = (heard: Heard): Uint8Array =>
      heard.hello.cipherSuites.includes(0x002f)
        ? flight({ version: 0x0301, suite: 0x002f, certificate: rsa.der })
        : alert(40)
    const intolerant = await scriptedTls((heard) => (versionAsked(heard) === 0x0301 ? old(heard) : alert(70)))
    const tolerant = await scriptedTls((heard) => (versionAsked(heard) >= 0x0301 ? old(heard) : alert(70)))

    expect((await scanOf(intolerant.port)).intolerances).toEqual([
      'A TLSv1.1 hello is refused (fatal alert protocol_version (70)) instead of answered in TLSv1.',
      'A TLSv1.2 hello is refused (fatal alert protocol_version (70)) instead of answered in TLSv1.',
    ])
    expect((await scanOf(tolerant.port)).intolerances).toEqual([])
  })

  test('one that says yes to everything is not asked for ever', async () => {
    const { port, connections } = await scriptedTls((heard) => {
      const version = versionAsked(heard)
      const [suite = 0] = heard.hello.cipherSuites
      if (version === 0x0304) return retry(suite, heard.groups?.[0] ?? 0, heard.hello)
      return flight({ version, suite, certificate: rsa.der })
    })

    const { tls } = await scanning(port)

    expect(connections()).toBeLessThanOrEqual(301)
    expect(tls.known && suites(offerOf(tls.value, 'TLSv1.2')).at(-1)).toBe('cut: malformed')
    expect(judge(observation({ tls }), policy(), now)).toContainEqual(
      expect.objectContaining({
        rule: 'endpoint/unanswered',
        message: expect.stringContaining('after 300 connections the server is asked no more') as string,
      }),
    )
  })

  test.each([
    [
      'a suite that was not offered',
      (heard: Heard) => flight({ version: versionAsked(heard), suite: 0x5a5a }),
    ],
    ['a version that does not exist', () => flight({ version: 0x0399, suite: 0x002f })],
    ['a broken ServerHello', () => Buffer.from('1603030006 02000002 0303'.replaceAll(' ', ''), 'hex')],
    ['a Certificate first', () => Buffer.from('1603030007 0b000003 000000'.replaceAll(' ', ''), 'hex')],
  ])('%s is malformed, and no version', async (_, answer) => {
    const { port } = await scriptedTls((heard) =>
      versionAsked(heard) === 0x0304 ? alert(70) : answer(heard),
    )

    expect((await scanning(port)).tls).toMatchObject({ known: false, reason: 'malformed' })
  })

  test('HelloRetryRequests without end are ended', async () => {
    const { port, connections } = await scriptedTls((heard) =>
      versionAsked(heard) === 0x0304 ? retry(0x1301, 0x001d, heard.hello) : alert(70),
    )

    const scan = await scanOf(port)

    expect(versions(scan)['TLSv1.3']).toBe(true)
    expect(connections()).toBeLessThan(30)
  })

  test('a flight that comes octet by octet, each in a record of its own, is read', async () => {
    const { port } = await scriptedTls((heard) => {
      const whole = Buffer.from(tls12([0x002f])(heard))
      if (whole[0] !== 0x16) return whole
      const messages: Buffer[] = []
      for (let at = 0; at < whole.length; at += 5 + whole.readUInt16BE(at + 3))
        messages.push(whole.subarray(at + 5, at + 5 + whole.readUInt16BE(at + 3)))
      return Buffer.concat(
        Array.from(Buffer.concat(messages), (octet) => Buffer.from([0x16, 3, 3, 0, 1, octet])),
      )
    })

    const { tls, chains } = await scanning(port)

    expect(tls.known && versions(tls.value)).toEqual(only12)
    expect(chains).toHaveLength(1)
  })

  test('a flight without end is broken off', async () => {
    const { port } = await tcpServer((peer) =>
      peer.once('data', () =>
        flood(peer, Buffer.concat([Buffer.from('1603034000', 'hex'), Buffer.alloc(0x4000)])),
      ),
    )

    expect((await scanning(port, { timeoutMs: 2000 })).tls).toMatchObject({
      known: false,
      reason: 'malformed',
    })
  })

  test('a server that drips is left after two timeouts', async () => {
    const { port, connections } = await tcpServer((peer) => drip(peer, Buffer.from('16030300ff02', 'hex')))

    const { tls } = await scanning(port, { timeoutMs: 200 })

    expect(tls).toMatchObject({ known: false, reason: 'timed-out' })
    expect(connections()).toBeLessThan(8)
  })
})

describe('Diffie-Hellman groups', () => {
  test('an export suite shows its short prime, with the name under which it is known', async () => {
    const prime = Buffer.from(
      '9fdb8b8a004544f0045f1737d0ba2e0b274cdf1a9f588218fb435316a16e374171fd19d8d8f37c39bf863fd60e3e300680a3030c6e4c3757d08f70e6aa871033',
      'hex',
    )
    const { port } = await scriptedTls(tls12([0x0014], { exchange: dhExchange(prime) }))

    expect((await scanOf(port)).dh).toMatchObject([
      { bits: 512, known: 'mod_ssl 2.2 default, 512 bits', exportGrade: true, rfc7919: false },
    ])
  })

  test('one for clients that know RFC 7919 is found beside the server’s own', async () => {
    const own = getDiffieHellman('modp2').getPrime()
    const ffdhe2048 = rfc7919Prime(2048)
    const { port } = await scriptedTls((heard) =>
      tls12([0x0033], { exchange: dhExchange(heard.groups?.includes(0x100) === true ? ffdhe2048 : own) })(
        heard,
      ),
    )

    const scan = await scanOf(port)

    expect(scan.dh).toMatchObject([
      { bits: 1024, known: 'RFC 2409 Oakley group 2', rfc7919: false },
      { bits: 2048, known: 'RFC 7919 ffdhe2048', rfc7919: true },
    ])
    expect(groups(offerOf(scan, 'TLSv1.2'))).toEqual(['ffdhe2048'])
  })

  test('all of a server that goes by the client’s order are groups as curves are', async () => {
    const { port } = await scriptedTls((heard) => {
      const asked = heard.groups?.filter((group) => group >= 0x100) ?? []
      const taken = [0x100, 0x102].find((group) => asked.length === 0 || asked.includes(group))
      if (taken === undefined && versionAsked(heard) === 0x0303) return alert(71)
      return tls12([0x0033], { exchange: dhExchange(rfc7919Prime(taken === 0x102 ? 4096 : 2048)) })(heard)
    })

    const scan = await scanOf(port)

    expect(scan.dh.map(({ known }) => known)).toEqual(['RFC 7919 ffdhe2048', 'RFC 7919 ffdhe4096'])
    expect(groups(offerOf(scan, 'TLSv1.2'))).toEqual(['ffdhe2048', 'ffdhe4096'])
  })

  test('a flight without ServerKeyExchange leaves the search unfinished', async () => {
    const { port } = await scriptedTls(tls12([0x0033]))

    expect(groups(offerOf(await scanOf(port), 'TLSv1.2'))).toEqual(['cut: malformed'])
  })
})

test('a server that takes DEFLATE, and has no secure renegotiation', async () => {
  const { port } = await scriptedTls((heard) =>
    tls12([0x002f], { compression: heard.hello.compressionMethods.includes(1) ? 1 : 0 })(heard),
  )

  const { features } = await scanOf(port)

  expect(valueOf(features.compression)).toBe(true)
  expect(valueOf(features.secureRenegotiation)).toBe(false)
  expect(valueOf(features.extendedMasterSecret)).toBe(false)
})

describe('a TLS 1.3 server that dislikes an empty key_share', () => {
  test('is asked with real ones', async () => {
    const real = await tlsServer({
      ...serving([leaf, intermediate]),
      minVersion: 'TLSv1.3',
      ecdhCurve: 'X25519:P-256',
    })
    const { port } = await tcpServer((peer) => {
      peer.once('data', (octets: Buffer) => {
        if (octets.includes(Buffer.from('003300020000', 'hex'))) return void peer.end(alert(47))
        peer.pause()
        peer.unshift(octets)
        handOn(peer, real.port)
      })
    })

    const scan = await scanOf(port)

    expect(versions(scan)).toMatchObject({ 'TLSv1.3': true })
    expect(suites(offerOf(scan, 'TLSv1.3')).toSorted()).toEqual([
      'TLS_AES_128_GCM_SHA256',
      'TLS_AES_256_GCM_SHA384',
      'TLS_CHACHA20_POLY1305_SHA256',
    ])
    expect(offerOf(scan, 'TLSv1.3').groups).toMatchObject({
      found: [{ name: 'x25519' }, { name: 'secp256r1' }],
      cut: { reason: 'not-asked' },
    })
    expect(scan.intolerances).toEqual([
      'A TLS 1.3 hello with an empty key_share is refused, although RFC 8446 §4.2.8 allows it.',
    ])
  })
})

describe('on the way', () => {
  const options = { ...serving([rsa, intermediate]), minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const

  test('a proxy is gone through by every connection', async () => {
    const server = await tlsServer(options)
    const proxy = await connectProxy({ to: server })
    const through = surroundings({
      network: { ...network, proxy: new URL(`http://127.0.0.1:${proxy.port}`) },
    })

    const { tls, connections } = await scanning(8001, {}, through)

    expect(tls.known && versions(tls.value)).toEqual(only12)
    expect(proxy.requests).toHaveLength(connections)
  })

  test('STARTTLS is agreed to on every connection, and HTTP not thought of', async () => {
    const server = await tlsServer(options)
    const { port } = await tcpServer((peer) => {
      peer.write('220 mail.example ESMTP\r\n')
      const hear = (octets: Buffer): void => {
        const line = octets.toString('latin1')
        if (line.startsWith('EHLO')) peer.write('250-mail.example\r\n250 STARTTLS\r\n')
        if (!line.startsWith('STARTTLS')) return
        peer.off('data', hear).pause()
        peer.write('220 go\r\n')
        handOn(peer, server.port)
      }
      peer.on('data', hear)
    })

    const scan = await scanOf(port, { starttls: 'smtp' })

    expect(versions(scan)).toEqual(only12)
    expect(valueOf(scan.alpn)).toBe('not-asked')
    expect(valueOf(scan.hsts)).toBe('not-asked')
  })

  test('the end of the run ends the scan', async () => {
    const run = new AbortController()
    const { port } = await scriptedTls(() => {
      run.abort()
      return 'silence'
    })

    expect((await scanning(port, {}, surroundings({ run: run.signal }))).tls).toMatchObject({
      known: false,
      reason: 'not-observed',
    })
  })
})

/** RFC 7919 appendix A.1, by its formula as the scripts have it. */
function rfc7919Prime(bits: number): Buffer {
  const found = knownPrimes('name\tprime\n').find(({ name }) => name === `RFC 7919 ffdhe${bits}`)
  return Buffer.from(found?.prime.toString(16) ?? '', 'hex')
}
