import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { startTlsProtocols, type StartTls } from '../../src/model/target.ts'
import { healthy, hex } from '../support/starttls-dialogues.ts'
import { hexScript, play, script, type Script } from '../support/starttls-server.ts'

describe('the dialogue ends where TLS begins', () => {
  test.for(startTlsProtocols)('%s', async (protocol) => {
    expect(await play({ protocol, script: healthy[protocol], ending: 'tls' })).toBe('TLS')
  })

  test.for(startTlsProtocols)('%s, one octet per packet', async (protocol) => {
    const cut = (turn: Buffer): readonly Buffer[] => Array.from(turn, (octet) => Buffer.of(octet))

    expect(await play({ protocol, script: healthy[protocol], ending: 'tls', cut })).toBe('TLS')
  })

  const ofLines = ['smtp', 'lmtp', 'imap', 'pop3', 'sieve', 'ftp', 'nntp', 'irc'] as const
  test.for(ofLines)('%s, with bare line feeds', async (protocol) => {
    const bare = healthy[protocol].map(({ speaker, octets }) => ({
      speaker,
      octets: speaker === 'client' ? octets : Buffer.from(octets.toString().replaceAll('\r', '')),
    }))

    expect(await play({ protocol, script: bare, ending: 'tls' })).toBe('TLS')
  })
})

const xmppRequest = healthy.xmpp.slice(0, 1)
const ldapRequest = healthy.ldap.slice(0, 1)

const odd: readonly (readonly [StartTls, string, Script])[] = [
  [
    'smtp',
    'keywords in any case, a reply without text',
    script(`
      S 220
      C EHLO [127.0.0.1]
      S 250-mail.example
      S 250 StartTLS
      C STARTTLS
      S 220`),
  ],
  [
    'imap',
    'capabilities in pieces, other untagged lines between',
    script(`
      S * OK ready
      C a1 CAPABILITY
      S * OK still here
      S * capability IMAP4rev2
      S * CAPABILITY starttls
      S a1 OK
      C a2 STARTTLS
      S * NO [ALERT] disk nearly full
      S a2 ok`),
  ],
  [
    'pop3',
    'CAPA is not known',
    script(`
      S +OK
      C CAPA
      S -ERR unknown command
      C STLS
      S +OK`),
  ],
  [
    'nntp',
    'CAPABILITIES is not known, posting is not allowed',
    script(`
      S 201 no posting
      C CAPABILITIES
      S 500 what
      C STARTTLS
      S 382`),
  ],
  [
    'nntp',
    'readers are passed on to another process',
    script(`
      S 200 innd ready
      C CAPABILITIES
      S 101
      S VERSION 2
      S MODE-READER
      S .
      C MODE READER
      S 200 nnrpd ready
      C CAPABILITIES
      S 101
      S STARTTLS
      S .
      C STARTTLS
      S 382`),
  ],
  [
    'sieve',
    'strings as literals, a consent with a code',
    script(`
      S "IMPLEMENTATION" {7}
      S a "b" c
      S {8+}
      S STARTTLS
      S ok (WARNINGS) "ready"
      C STARTTLS
      S OK {5}
      S begin`),
  ],
  [
    'ftp',
    'a greeting that announces itself, and one of free lines',
    script(`
      S 120 ready in a minute
      S 220-Welcome
      S 530 is what you hear when you fail
      S
      S  220 is the answer
      S 220 ready
      C AUTH TLS
      S 234-go
      S 234 now`),
  ],
  [
    'ldap',
    'long-form lengths as Active Directory writes them',
    [
      ...ldapRequest,
      ...hexScript(`
        S 30 84 00 00 00 28 02 01 01 78 84 00 00 00 1f 0a 01 00 04 00 04 00
        S 8a 16 ${hex('1.3.6.1.4.1.1466.20037')}`),
    ],
  ],
  [
    'xmpp',
    'another prefix, a > in a value, an apostrophe in the text, proceed with an end tag',
    [
      ...xmppRequest,
      ...script(
        `
      S <?xml version="1.0"?><s:stream xmlns:s='http://etherx.jabber.org/streams' version = "1.0" id='a>b"c'>
      S <s:features><mechanism>don't</mechanism><t:starttls xmlns:t='urn:ietf:params:xml:ns:xmpp-tls'/></s:features>
      C <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
      S <proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'></proceed>`,
        '',
      ),
    ],
  ],
  [
    'mysql',
    'the short greeting of an old server',
    [
      ...hexScript(
        `S 1b 00 00 00 0a ${hex('4.1.0')} 00 01 00 00 00 ${hex('saltsalt')} 00 ff ff 08 02 00 00 00`,
      ),
      ...healthy.mysql.slice(1),
    ],
  ],
  [
    'irc',
    'notices and a ping before the consent',
    script(`
      S :irc.example NOTICE AUTH :*** Looking up your hostname...
      S NOTICE AUTH :*** Checking Ident
      S :irc.example 439 * :Please wait while we process your connection
      C CAP LS
      C STARTTLS
      S PING :123
      C PONG :123
      S :irc.example CAP * LS :tls
      S :irc.example 670 * :go`),
  ],
  [
    'irc',
    'CAP is not known',
    script(`
      C CAP LS
      C STARTTLS
      S :irc.example 451 * :You have not registered
      S :irc.example 670 * :go`),
  ],
]

describe('odd forms are understood', () => {
  test.for(odd)('%s: %s', async ([protocol, , script]) => {
    expect(await play({ protocol, script, ending: 'tls' })).toBe('TLS')
  })
})

test('STARTTLS goes through a tunnel of TLS, too', async () => {
  expect(await play({ protocol: 'smtp', script: healthy.smtp, ending: 'tls', tunnel: 'tls' })).toBe('TLS')
})

test('the domain of an XMPP stream is escaped', async () => {
  const request = healthy.xmpp.map(({ speaker, octets }) => ({
    speaker,
    octets: Buffer.from(octets.toString().replace("to='host.example'", "to='a&amp;&apos;&lt;'")),
  }))

  expect(await play({ protocol: 'xmpp', script: request, ending: 'tls', name: "a&'<" })).toBe('TLS')
})

test('however the network cuts a dialogue, its outcome is the same', async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...startTlsProtocols), cuts, async (protocol, sizes) => {
      const cut = (octets: Buffer): Buffer[] => {
        const pieces: Buffer[] = []
        for (let at = 0, i = 0; at < octets.length; i++) {
          const size = sizes[i % sizes.length] ?? 1
          pieces.push(octets.subarray(at, at + size))
          at += size
        }
        return pieces
      }
      expect(await play({ protocol, script: healthy[protocol], ending: 'tls', cut })).toBe('TLS')
    }),
    { numRuns: 40 },
  )
})
