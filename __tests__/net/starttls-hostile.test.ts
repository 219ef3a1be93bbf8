import type { Socket } from 'node:net'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { startTlsProtocols, type StartTls } from '../../src/model/target.ts'
import { startTls } from '../../src/net/starttls.ts'
import { healthy, hex } from '../support/starttls-dialogues.ts'
import { connection, hexScript, play, script, type Script } from '../support/starttls-server.ts'

type Case = readonly [StartTls, string, Script]

const ldapAnswer = (octets: string): Script => [...healthy.ldap.slice(0, 1), ...hexScript(`S ${octets}`)]
/** Where in the script the server speaks for the last time. */
function lastWord(protocol: StartTls): number {
  return healthy[protocol].findLastIndex(({ speaker }) => speaker === 'server')
}

/** The script with octets added to what the server says last. */
function injected(protocol: StartTls, octets: string): Script {
  const last = lastWord(protocol)
  return healthy[protocol].map((turn, index) =>
    index === last ? { ...turn, octets: Buffer.concat([turn.octets, Buffer.from(octets)]) } : turn,
  )
}

describe('plaintext behind the consent is reported and never reaches TLS', () => {
  test.for(startTlsProtocols.filter((protocol) => protocol !== 'mysql'))('%s', async (protocol) => {
    expect(await play({ protocol, script: injected(protocol, 'RSET\r\n'), ending: 'wait' })).toMatchObject({
      reason: 'malformed',
      message: String.raw`the server sent 6 octets of plaintext after agreeing to STARTTLS: "RSET\r\n"`,
    })
  })

  test('mysql: behind the greeting', async () => {
    const greeting = injected('mysql', 'x').slice(0, 1)

    expect(await play({ protocol: 'mysql', script: greeting, ending: 'wait' })).toMatchObject({
      reason: 'malformed',
      message: 'the server sent 1 octet of plaintext after agreeing to STARTTLS: "x"',
    })
  })
})

const strangers: readonly Case[] = [
  ['smtp', 'the server does not speak SMTP: "SSH-2.0-OpenSSH_9.6"', script('S SSH-2.0-OpenSSH_9.6')],
  ['imap', 'the server does not speak IMAP: "220 mail"', script('S 220 mail')],
  ['pop3', 'the server does not speak POP3: "* OK"', script('S * OK')],
  ['sieve', 'the server does not speak ManageSieve: "+OK"', script('S +OK')],
  ['ftp', 'the server does not speak FTP: "+OK"', script('S +OK')],
  ['nntp', 'the server does not speak NNTP: "+OK"', script('S +OK')],
  [
    'ldap',
    String.raw`the server does not speak LDAP: "HTTP\r\n"`,
    [...healthy.ldap.slice(0, 1), ...script('S HTTP')],
  ],
  [
    'xmpp',
    String.raw`the server does not speak XMPP: "HTTP/1.1 400 Bad Request\r\n"`,
    [...healthy.xmpp.slice(0, 1), ...script('S HTTP/1.1 400 Bad Request')],
  ],
  [
    'xmpp',
    'the server does not speak XMPP: "<html>"',
    [...healthy.xmpp.slice(0, 1), ...script('S <html>', '')],
  ],
  [
    'postgres',
    String.raw`the server does not speak PostgreSQL: "HTTP\r\n"`,
    [...healthy.postgres.slice(0, 1), ...script('S HTTP')],
  ],
  ['mysql', String.raw`the server does not speak MySQL: "220 hi\r\n"`, script('S 220 hi')],
  ['mysql', String.raw`the server does not speak MySQL: "\x0bab"`, hexScript('S 03 00 00 00 0b 61 62')],
  [
    'irc',
    'the server does not speak IRC: "HTTP/1.1 400 Bad Request"',
    script('C CAP LS\nC STARTTLS\nS HTTP/1.1 400 Bad Request'),
  ],
  ['irc', 'the server does not speak IRC: "220 hi"', script('C CAP LS\nC STARTTLS\nS 220 hi')],
  [
    'irc',
    'the server speaks TLS from the first octet, without STARTTLS',
    [...script('C CAP LS\nC STARTTLS'), ...hexScript('S 15 03 03 00 02 02 0a')],
  ],
]

test.for(strangers)('another protocol is not TLS, %s: %s', async ([protocol, message, script]) => {
  expect(await play({ protocol, script, ending: 'close' })).toMatchObject({ reason: 'not-tls', message })
})

const nonsense: readonly Case[] = [
  ['smtp', 'the server sent "354 go" instead of the greeting', script('S 354 go')],
  [
    'smtp',
    'the server sent "220 STARTTLS" instead of the answer to EHLO',
    script('S 220\nC EHLO [127.0.0.1]\nS 250-mail\nS 220 STARTTLS'),
  ],
  [
    'imap',
    'the server sent "a9 OK" instead of the answer to CAPABILITY',
    script('S * OK\nC a1 CAPABILITY\nS a9 OK'),
  ],
  ['pop3', 'the server sent "hm" instead of the answer to CAPA', script('S +OK\nC CAPA\nS hm')],
  [
    'pop3',
    'the server sent "hm" instead of the answer to STLS',
    script('S +OK\nC CAPA\nS -ERR\nC STLS\nS hm'),
  ],
  ['sieve', 'the server sent "hm" instead of the greeting', script('S "STARTTLS"\nS hm')],
  [
    'sieve',
    'the server sent "hm" instead of the answer to STARTTLS',
    script('S "STARTTLS"\nS OK\nC STARTTLS\nS hm'),
  ],
  ['sieve', 'the server sent a literal in the greeting of 99999999 octets: ""', script('S "A" {99999999}')],
  ['ftp', 'the server sent "331 name" instead of the greeting', script('S 331 name')],
  ['ldap', String.raw`the server sent "\x80" instead of the length of an LDAPMessage`, ldapAnswer('30 80')],
  [
    'ldap',
    String.raw`the server sent "\x84" instead of an LDAPMessage of at most 8192 octets`,
    ldapAnswer('30 84 ff ff ff ff'),
  ],
  [
    'ldap',
    String.raw`the server sent "\x02\x01\x01" instead of an ExtendedResponse`,
    ldapAnswer('30 03 02 01 01'),
  ],
  [
    'ldap',
    String.raw`the server sent "\x02\x01\x02x\x07\n\x01\x00\x04\x00\x04\x00" instead of an ExtendedResponse`,
    ldapAnswer('30 0c 02 01 02 78 07 0a 01 00 04 00 04 00'),
  ],
  [
    'xmpp',
    'the server sent "<presence>" instead of the stream features',
    [...healthy.xmpp.slice(0, 2), ...script('S <presence>', '')],
  ],
  [
    'xmpp',
    'the server sent "<a/>" instead of the answer to starttls',
    [...healthy.xmpp.slice(0, -1), ...script('S <a/>', '')],
  ],
  [
    'xmpp',
    'the server sent "<a>" instead of the end of proceed',
    [...healthy.xmpp.slice(0, -1), ...script('S <proceed><a>', '')],
  ],
  [
    'mysql',
    String.raw`the server sent "\n8.4" instead of a whole HandshakeV10`,
    hexScript(`S 04 00 00 00 0a ${hex('8.4')}`),
  ],
  [
    'nntp',
    'the server sent "hm" instead of the answer to CAPABILITIES',
    script('S 200\nC CAPABILITIES\nS hm'),
  ],
  [
    'nntp',
    'the server sent "281" instead of the answer to STARTTLS',
    [...healthy.nntp.slice(0, -1), ...script('S 281')],
  ],
]

test.for(nonsense)(
  'what breaks the specification is malformed, %s: %s',
  async ([protocol, message, script]) => {
    expect(await play({ protocol, script, ending: 'wait' })).toMatchObject({ reason: 'malformed', message })
  },
)

describe('a server that never ends is cut off', () => {
  function pour(socket: Socket, text: string): void {
    const more = (): void => {
      while (!socket.destroyed && socket.write(text.repeat(1000)));
    }
    socket.on('drain', more)
    more()
  }

  test.for([
    ['smtp', 'x', /^the server sent a line of more than 8192 octets: "x+…x+"$/],
    ['smtp', '220-x\r\n', /^the server sent more than 200 lines before TLS: /],
    ['imap', `* OK ${'x'.repeat(1000)}\r\n`, /^the server sent more than 65536 octets before TLS: /],
    ['irc', 'PING :x\r\n', /^the server sent more than 200 lines before TLS: /],
    ['xmpp', '<x', /^the server sent "<x.*" instead of a tag of at most 8192 octets$/],
    ['xmpp', '<?xml?>', /does not speak XMPP/],
    ['sieve', '"A" {8000}\r\n', /^the server sent more than 65536 octets before TLS: /],
  ] as const)('%s: %s', async ([protocol, text, message]) => {
    const socket = await connection((socket) => pour(socket, text))

    await expect(startTls(socket, protocol, { name: 'host.example' })).rejects.toThrow(message)
    expect(socket.destroyed).toBe(true)
  })
})

test('whatever a server says instead, the answer is a named reason', async () => {
  const characters = Array.from('0123 -*<>/="\'{}\r\n:SNOKaBYE\u0000\u00ff+.x')
  const alphabet = fc.constantFrom(...characters)
  const said = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: alphabet, maxLength: 200 }))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...startTlsProtocols), fc.nat(), said, async (protocol, at, words) => {
      const before = healthy[protocol].slice(0, at % (lastWord(protocol) + 1))
      const turn = {
        speaker: 'server',
        octets: Buffer.concat([Buffer.from(words), Buffer.from('\x00')]),
      } as const
      const outcome = await play({ protocol, script: [...before, turn], ending: 'close' })
      expect(outcome).toMatchObject({ name: 'ConversationError' })
    }),
    { numRuns: 300 },
  )
})
