import { describe, expect, test } from 'vitest'

import { readClientHello } from '../../src/wire/client-hello.ts'
import { contentType } from '../../src/wire/record.ts'
import { at, observe, reasonOf } from '../observe/observing.ts'
import { scanning, versions } from '../observe/scan/scanning.ts'
import { retry } from '../support/scripted-tls.ts'
import { flood, type Running, tcpServer } from '../support/servers.ts'
import { eachRecord } from './relay.ts'

/** Octets of hex. */
function hex(...parts: readonly string[]): Buffer {
  return Buffer.from(parts.join('').replaceAll(' ', ''), 'hex')
}

/** A whole ServerHello of TLS 1.2 with AES128-GCM-SHA256, in a record. */
const serverHello = `160303002a 02000026 0303${'5a'.repeat(32)}00009c00`

/** What is said to every hello, and whether the server hangs up then. */
const lies: readonly (readonly [string, Buffer, 'hangs up' | 'waits'])[] = [
  ['a record of 16,384 octets that holds ten', hex('1603034000', '02'.repeat(10)), 'hangs up'],
  ['a record of 16,384 octets that never come', hex('1603034000', '02'.repeat(10)), 'waits'],
  ['a record of 65,535 octets', hex('160303ffff', '02'.repeat(100)), 'waits'],
  ['a record of ten octets that holds a hundred', hex('160303000a', '02'.repeat(100)), 'waits'],
  ['a message of 16,777,215 octets', hex('160303002a 02ffffff 0303', '5a'.repeat(36)), 'waits'],
  ['a message longer than its record, and FIN', hex('160303002a 02000100 0303', '5a'.repeat(36)), 'hangs up'],
  ['a session id of 255 octets', hex('160303002a 02000026 0303', '5a'.repeat(32), 'ff009c00'), 'waits'],
  [
    'extensions longer than their message',
    hex('160303002c 02000028 0303', '5a'.repeat(32), '00009c00 ffff'),
    'waits',
  ],
  ['a thousand empty records, and silence', hex('1603030000'.repeat(1000)), 'waits'],
]

/** The same behind a whole ServerHello: TLS 1.2 is agreed to, and the others are not. */
const liesLater: typeof lies = [
  [
    'a list of certificates longer than its message',
    hex(serverHello, '160303000b 0b000007 ffffff 00000100'),
    'waits',
  ],
  ['a certificate longer than its list', hex(serverHello, '160303000b 0b000007 000004 ffffff00'), 'waits'],
  ['a certificate of no octets', hex(serverHello, '160303000a 0b000006 000003 000000'), 'waits'],
]

function lying(octets: Buffer, then: 'hangs up' | 'waits'): Promise<Running> {
  return tcpServer((peer) =>
    peer.once('data', () => (then === 'waits' ? peer.write(octets) : peer.end(octets))),
  )
}

test.each([...lies, ...liesLater])('%s: no certificate, and a reason', async (_, octets, then) => {
  const { port } = await lying(octets, then)

  expect(['malformed', 'closed', 'timed-out', 'not-tls']).toContain(
    reasonOf(await observe(at(port, { timeoutMs: 500 }))),
  )
})

test.each(lies)('%s: a scan that knows nothing', async (_, octets, then) => {
  const { port } = await lying(octets, then)
  const { tls } = await scanning(port, { timeoutMs: 500 })

  expect(tls.known).toBe(false)
  expect(tls).not.toMatchObject({ reason: 'bug' })
})

test.each(liesLater)('%s: a scan that knows the version, and no certificate', async (_, octets, then) => {
  const { port } = await lying(octets, then)
  const { tls, chains } = await scanning(port, { timeoutMs: 500 })

  expect(tls.known && versions(tls.value)).toMatchObject({ 'TLSv1.2': true })
  expect(chains.flatMap(({ chain }) => chain).filter((der) => der.length > 0)).toEqual([])
})

describe('the ordinary handshake', () => {
  test('ends HelloRetryRequests without end', async () => {
    let hellos = 0
    const { port } = await tcpServer((peer) =>
      eachRecord(peer, ({ type, fragment }) => {
        if (type !== contentType.handshake) return
        hellos++
        peer.write(retry(0x1301, 0x0018, readClientHello(fragment.subarray(4))))
      }),
    )

    expect(reasonOf(await observe(at(port, { timeoutMs: 2000 })))).toBe('malformed')
    expect(hellos).toBeGreaterThan(1)
    expect(hellos).toBeLessThan(10)
  })

  test('breaks off empty records without end', async () => {
    const { port } = await tcpServer((peer) =>
      peer.once('data', () => flood(peer, hex('1603030000'.repeat(1000)))),
    )

    expect(['malformed', 'timed-out']).toContain(reasonOf(await observe(at(port, { timeoutMs: 1000 }))))
  })
})
