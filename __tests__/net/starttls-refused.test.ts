import { describe, expect, test } from 'vitest'

import type { Reason } from '../../src/model/answer.ts'
import { startTlsProtocols, type StartTls } from '../../src/model/target.ts'
import { healthy, hex, mysqlGreeting } from '../support/starttls-dialogues.ts'
import { hexScript, play, script, type Script } from '../support/starttls-server.ts'

type Case = readonly [StartTls, string, Script]

const [xmppRequest, xmppHeader] = [healthy.xmpp.slice(0, 1), healthy.xmpp.slice(0, 2)]
const xml = (text: string): Script => script(text, '')
const ldapAnswer = (octets: string): Script => [...healthy.ldap.slice(0, 1), ...hexScript(`S ${octets}`)]
const postgresAnswer = (octets: string): Script => [
  ...healthy.postgres.slice(0, 1),
  ...hexScript(`S ${octets}`),
]

const busy: readonly Case[] = [
  ['smtp', 'the server refuses us: "421 too busy"', script('S 421 too busy')],
  ['smtp', 'the server refuses us: "554 no mail here go away"', script('S 554-no mail here\nS 554 go away')],
  ['lmtp', 'the server refuses us: "454 later"', script('S 454 later')],
  ['imap', 'the server refuses us: "* BYE overloaded"', script('S * BYE overloaded')],
  ['pop3', 'the server refuses us: "-ERR locked"', script('S -ERR locked')],
  ['sieve', 'the server refuses us: "BYE "overloaded""', script('S BYE "overloaded"')],
  ['ftp', 'the server refuses us: "421 Too many users"', script('S 421 Too many users')],
  [
    'ldap',
    'the server refuses us: "unavailable (52) bye"',
    ldapAnswer('30 0f 02 01 00 78 0a 0a 01 34 04 00 04 03 627965'),
  ],
  [
    'xmpp',
    `the server refuses us: "<host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"`,
    [...xmppHeader, ...xml(`S <stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>`)],
  ],
  [
    'mysql',
    `the server refuses us: "1129 Host blocked"`,
    hexScript(`S 0f 00 00 00 ff 69 04 ${hex('Host blocked')}`),
  ],
  ['nntp', 'the server refuses us: "502 no permission"', script('S 502 no permission')],
  [
    'irc',
    'the server refuses us: "ERROR :Closing link"',
    script('C CAP LS\nC STARTTLS\nS ERROR :Closing link'),
  ],
]

const unoffered: readonly Case[] = [
  [
    'smtp',
    'the server does not offer STARTTLS: its answer to EHLO is "PIPELINING XSTARTTLS"',
    script('S 220 hi\nC EHLO [127.0.0.1]\nS 250-STARTTLS.example\nS 250-PIPELINING\nS 250 XSTARTTLS'),
  ],
  [
    'smtp',
    'the server refuses EHLO: "502 only HELO"',
    script('S 220 hi\nC EHLO [127.0.0.1]\nS 502 only HELO'),
  ],
  [
    'lmtp',
    'the server does not offer STARTTLS: its answer to LHLO is ""',
    script('S 220 hi\nC LHLO [127.0.0.1]\nS 250 mail.example'),
  ],
  ['imap', 'the server refuses STARTTLS after PREAUTH: "* PREAUTH hi"', script('S * PREAUTH hi')],
  [
    'imap',
    'the server does not offer STARTTLS: its answer to CAPABILITY is "IMAP4rev1"',
    script('S * OK hi\nC a1 CAPABILITY\nS * CAPABILITY IMAP4rev1\nS a1 OK'),
  ],
  [
    'pop3',
    'the server does not offer STARTTLS: its answer to CAPA is "TOP UIDL"',
    script('S +OK\nC CAPA\nS +OK\nS TOP\nS UIDL\nS .'),
  ],
  [
    'sieve',
    'the server does not offer STARTTLS: its greeting is ""SIEVE" "fileinto""',
    script('S "SIEVE" "fileinto"\nS OK'),
  ],
  [
    'xmpp',
    'the server does not offer STARTTLS: its list of features is "mechanisms mechanism"',
    [
      ...xmppHeader,
      ...xml('S <stream:features><mechanisms><mechanism>PLAIN</mechanism></mechanisms></stream:features>'),
    ],
  ],
  [
    'xmpp',
    'the server does not offer STARTTLS: its list of features is ""',
    [...xmppHeader, ...xml('S <stream:features/>')],
  ],
  [
    'xmpp',
    `the server does not offer STARTTLS: its stream header is "<stream:stream id='1'>"`,
    [...xmppRequest, ...xml(`S <stream:stream id='1'>`)],
  ],
  [
    'mysql',
    'the server does not offer STARTTLS: its greeting without CLIENT_SSL is "8.4.0"',
    hexScript(`S ${mysqlGreeting('ff f7')}`),
  ],
  [
    'mysql',
    'the server does not offer STARTTLS: its protocol version is "9"',
    hexScript('S 03 00 00 00 09 33 00'),
  ],
  [
    'nntp',
    'the server does not offer STARTTLS: its answer to CAPABILITIES is "VERSION 2 READER"',
    script('S 200\nC CAPABILITIES\nS 101\nS VERSION 2\nS READER\nS .'),
  ],
  [
    'irc',
    'the server does not offer STARTTLS: its answer to CAP LS is "multi-prefix sasl"',
    script('C CAP LS\nC STARTTLS\nS :irc CAP * LS :multi-prefix sasl'),
  ],
  [
    'irc',
    'the server refuses STARTTLS: ":irc 451 * :register first"',
    script('C CAP LS\nC STARTTLS\nS :irc 451 * :register first\nS :irc 451 * :register first'),
  ],
]

const declined: readonly Case[] = [
  [
    'smtp',
    'the server refuses STARTTLS: "454 4.7.0 TLS not available"',
    [...healthy.smtp.slice(0, -1), ...script('S 454 4.7.0 TLS not available')],
  ],
  ['lmtp', 'the server refuses STARTTLS: "503 no"', [...healthy.lmtp.slice(0, -1), ...script('S 503 no')]],
  [
    'imap',
    'the server refuses STARTTLS: "a2 NO not now"',
    [...healthy.imap.slice(0, -1), ...script('S a2 NO not now')],
  ],
  [
    'imap',
    'the server refuses STARTTLS: "a2 BAD what"',
    [...healthy.imap.slice(0, -1), ...script('S a2 BAD what')],
  ],
  ['imap', 'the server refuses STARTTLS: "* BYE"', [...healthy.imap.slice(0, -1), ...script('S * BYE')]],
  ['pop3', 'the server refuses STLS: "-ERR no"', [...healthy.pop3.slice(0, -1), ...script('S -ERR no')]],
  ['sieve', 'the server refuses STARTTLS: "NO"', [...healthy.sieve.slice(0, -1), ...script('S NO')]],
  ...['334 other', '500 what', '502 no', '504 no TLS', '534 policy', '431 no key'].map((said): Case => [
    'ftp',
    `the server refuses AUTH TLS: "${said}"`,
    script(`S 220\nC AUTH TLS\nS ${said}`),
  ]),
  [
    'ldap',
    'the server refuses StartTLS: "protocolError (2) unsupported"',
    ldapAnswer(`30 18 02 01 01 78 13 0a 01 02 04 00 04 0c ${hex('unsupported ')}`),
  ],
  [
    'ldap',
    'the server refuses StartTLS: "result (118)"',
    ldapAnswer('30 0c 02 01 01 78 07 0a 01 76 04 00 04 00'),
  ],
  [
    'xmpp',
    `the server refuses STARTTLS: "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"`,
    [
      ...healthy.xmpp.slice(0, -1),
      ...xml(`S <failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>`),
    ],
  ],
  [
    'xmpp-server',
    'the server refuses us: "<policy-violation/>"',
    [...healthy['xmpp-server'].slice(0, -1), ...xml(`S <stream:error><policy-violation/></stream:error>`)],
  ],
  ['postgres', 'the server refuses SSLRequest: "N"', postgresAnswer(hex('N'))],
  [
    'postgres',
    String.raw`the server refuses SSLRequest: "Ecould not fork\x00"`,
    postgresAnswer(`${hex('Ecould not fork')}00`),
  ],
  [
    'nntp',
    'the server refuses STARTTLS: "580 cannot"',
    [...healthy.nntp.slice(0, -1), ...script('S 580 cannot')],
  ],
  ['nntp', 'the server refuses STARTTLS: "502"', [...healthy.nntp.slice(0, -1), ...script('S 502')]],
  ...['691 * :failed', '421 * STARTTLS :unknown', '451 * STARTTLS :register first'].map((said): Case => [
    'irc',
    `the server refuses STARTTLS: ":irc ${said}"`,
    script(`C CAP LS\nC STARTTLS\nS :irc ${said}`),
  ]),
]

async function reasonOf([protocol, , script]: Case): Promise<{ reason: Reason; message: string } | 'TLS'> {
  const outcome = await play({ protocol, script, ending: 'wait' })
  return outcome === 'TLS' ? outcome : { reason: outcome.reason, message: outcome.message }
}

describe('a greeting that turns us away is a refusal', () => {
  test.for(busy)('%s: %s', async (scene) => {
    expect(await reasonOf(scene)).toEqual({ reason: 'starttls-refused', message: scene[1] })
  })
})

describe('STARTTLS that is not listed is not asked for', () => {
  test.for(unoffered)('%s: %s', async (scene) => {
    expect(await reasonOf(scene)).toEqual({ reason: 'starttls-refused', message: scene[1] })
  })
})

describe('a server may decline', () => {
  test.for(declined)('%s: %s', async (scene) => {
    expect(await reasonOf(scene)).toEqual({ reason: 'starttls-refused', message: scene[1] })
  })
})

test('every protocol has a refusal', () => {
  const refusing = new Set([...busy, ...unoffered, ...declined].map(([protocol]) => protocol))

  expect([...refusing].sort()).toEqual([...startTlsProtocols].sort())
})

test('what a server says is quoted without its control characters, and shortened', async () => {
  const said = `421 \u001b[31mred\u202e ${'x'.repeat(500)}`
  const outcome = await reasonOf(['smtp', '', script(`S ${said}`)])

  expect(outcome).toMatchObject({
    reason: 'starttls-refused',
    message: expect.stringMatching(
      /^the server refuses us: "421 \\x1b\[31mred\\u\{202e\} x{20,80}…x{20,80}"$/,
    ),
  })
})
