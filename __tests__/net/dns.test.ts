import { AUTHENTIC_DATA, TRUNCATED_RESPONSE } from 'dns-packet'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readDnsMessage, writeDnsQuery } from '../../src/net/dns-message.ts'
import { type Dns, dns, type DnsServer } from '../../src/net/dns.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { dnsServer } from '../support/dns-server.ts'
import { ip } from '../support/observation.ts'
import { closedPort } from '../support/servers.ts'

function asking(resolver: DnsServer | null, deadlineMs = 1000, system: readonly string[] = []): Dns {
  return dns({ resolver, system, deadlineMs, signal: new AbortController().signal })
}

const caa = (
  value: string,
  name = 'example.com',
): { type: 'CAA'; name: string; ttl: number; data: { flags: number; tag: 'issue'; value: string } } => ({
  type: 'CAA',
  name,
  ttl: 60,
  data: { flags: 0, tag: 'issue', value },
})

describe('a resolver', () => {
  test('gives the records of a name, those behind its aliases, too, and no others', async () => {
    const { server } = await dnsServer(() => ({
      answers: [
        { type: 'CNAME', name: 'Example.com', data: 'alias.example.net' },
        caa('ca.example', 'alias.example.net'),
        caa('stranger.example', 'elsewhere.example'),
      ],
    }))
    expect(await asking(server)('example.com', 'CAA')).toEqual({
      caa: [{ critical: false, tag: 'issue', value: 'ca.example' }],
      tlsa: [],
      proven: false,
    })
  })

  test('gives TLSA records, and says whether it has proved them', async () => {
    const data = { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.of(0xab, 0xcd) }
    const { server } = await dnsServer((name) => ({
      flags: AUTHENTIC_DATA,
      answers: [{ type: 'TLSA', name, data }],
    }))
    expect(await asking(server)('_443._tcp.example.com', 'TLSA')).toMatchObject({
      tlsa: [{ usage: 3, selector: 1, matching: 1, data: 'abcd' }],
      proven: true,
    })
  })

  test('of the system is asked where the user names none, and believed on this machine', async () => {
    const { server, asked } = await dnsServer(() => ({ flags: AUTHENTIC_DATA, answers: [caa('ca.example')] }))
    const system = [`127.0.0.1:${server.port}`]
    expect(await asking(null, 1000, system)('example.com', 'CAA')).toMatchObject({
      caa: [{ tag: 'issue' }],
      proven: true,
    })
    expect(asked).toHaveLength(1)
  })

  test('that fails gives way to the next one', async () => {
    const failing = await dnsServer(() => ({ rcode: 2 }))
    const { server } = await dnsServer(() => ({ answers: [caa('ca.example')] }))
    const system = [`127.0.0.1:${failing.server.port}`, `127.0.0.1:${server.port}`]
    expect((await asking(null, 1000, system)('example.com', 'CAA')).caa).toHaveLength(1)
  })

  test('there must be one', async () => {
    await expect(asking(null)('example.com', 'CAA')).rejects.toMatchObject({
      reason: 'unresolved',
      message: 'this machine has no DNS server',
    })
  })

  test('that cuts its answer short is asked over TCP', async () => {
    const { server, asked } = await dnsServer((_, __, over) =>
      over === 'udp' ? { flags: TRUNCATED_RESPONSE } : { answers: [caa('ca.example')] },
    )
    expect((await asking(server)('example.com', 'CAA')).caa).toHaveLength(1)
    expect(asked).toEqual(['udp CAA example.com', 'tcp CAA example.com'])
  })

  test('that loses a packet is asked again', async () => {
    const { server, asked } = await dnsServer((_, __, ___, count) => (count === 1 ? null : { rcode: 3 }))
    expect((await asking(server)('example.com', 'CAA')).caa).toEqual([])
    expect(asked).toHaveLength(2)
  })

  test('that answers in time is not asked again because we were busy', async () => {
    const { server, asked } = await dnsServer(() => {
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300))
      return { answers: [caa('ca.example')] }
    })
    expect((await asking(server)('example.com', 'CAA')).caa).toHaveLength(1)
    expect(asked).toHaveLength(1)
  })

  test('whose answer is guessed by a forger is waited for', async () => {
    let tries = 0
    const { server } = await dnsServer(() => {
      tries++
      return tries === 1
        ? { id: 0x1_0000 - 1, answers: [caa('forger.example')] }
        : { answers: [caa('ca.example')] }
    })
    const { caa: found } = await asking(server)('example.com', 'CAA')
    expect(found.map(({ value }) => value)).toEqual(['ca.example'])
  })

  test.each<[string, Parameters<typeof dnsServer>[0], string]>([
    ['fails', () => ({ rcode: 2 }), 'unresolved'],
    ['refuses', () => ({ rcode: 5 }), 'unresolved'],
    ['is silent', () => null, 'timed-out'],
    ['answers another question', () => ({ name: 'other.example' }), 'timed-out'],
    [
      'is silent over TCP',
      (_, __, over) => (over === 'udp' ? { flags: TRUNCATED_RESPONSE } : null),
      'timed-out',
    ],
  ])('that %s is no "no"', async (_, reply, reason) => {
    const { server } = await dnsServer(reply)
    await expect(asking(server)('example.com', 'CAA')).rejects.toMatchObject({ reason })
  })

  test('that is not there is no "no"', async () => {
    const server = { address: ip('127.0.0.1'), port: await closedPort() }
    await expect(asking(server)('example.com', 'CAA')).rejects.toThrow()
  })

  test('that sends what is no message is waited for', async () => {
    const { server } = await dnsServer(() => ({ octets: [Buffer.alloc(5)] }))
    await expect(asking(server)('example.com', 'CAA')).rejects.toMatchObject({ reason: 'timed-out' })
  })
})

describe('a message', () => {
  const query = writeDnsQuery(7, 'example.com', 'CAA')

  test('asks for recursion and for the AD bit, and for no signatures', () => {
    // id, RD and AD (RFC 4035 §3.2.3), one question, one additional record
    expect(query.subarray(0, 12).toString('hex')).toBe('000701200001000000000001')
    expect(query.subarray(12).toString('hex')).toBe(
      '076578616d706c6503636f6d000101000100002904d0000000000000',
    )
  })

  test('of any making is read, refused or left aside, at once', () => {
    const answer = Buffer.from(query)
    answer[2] = 0x81 // QR
    const changes = fc.array(fc.tuple(fc.integer({ min: 2, max: 11 }), fc.nat(255)), { maxLength: 4 })
    const octets = fc.tuple(changes, fc.uint8Array({ maxLength: 600 })).map(([changed, rest]) => {
      const bytes = Buffer.concat([answer, rest])
      for (const [at, octet] of changed) bytes[at] = octet
      return bytes
    })
    fc.assert(
      fc.property(octets, (bytes) => {
        try {
          readDnsMessage(bytes, 7, 'example.com', 'CAA')
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Malformed)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('of 65,535 octets full of pointers is read or refused within a second', () => {
    const head = Buffer.from(query.subarray(0, 29))
    head[2] = 0x81
    head.writeUInt16BE(0xffff, 6) // answers
    head.writeUInt16BE(0, 10)
    const record = Buffer.from('c00c01010001000000000002c00c', 'hex')
    const bytes = Buffer.concat([head, ...Array.from({ length: 4600 }, () => record)])
    const began = performance.now()
    expect(() => readDnsMessage(bytes, 7, 'example.com', 'CAA')).toThrow(Malformed)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
