import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

import { acting } from '../../../__tests__/support/hostile.ts'
import { parseHsts } from '../../../src/judge/hsts.ts'
import { caaWord } from '../../../src/model/caa.ts'
import { startTlsProtocols, type StartTls } from '../../../src/model/target.ts'
import { ConversationError } from '../../../src/net/conversation-error.ts'
import { Deadline } from '../../../src/net/deadline.ts'
import { type DnsMessage, type DnsType, readDnsMessage } from '../../../src/net/dns-message.ts'
import { HeadReader } from '../../../src/net/http-head.ts'
import { httpOver } from '../../../src/net/http.ts'
import { openTunnel } from '../../../src/net/proxy.ts'
import { startTls } from '../../../src/net/starttls.ts'
import { Malformed } from '../../../src/wire/malformed.ts'
import { inPieces, saying } from '../said.ts'
import { answerOf, demand, type Subject } from '../subject.ts'

/** What a dialogue came to; the message is one line that nothing acts from. */
async function dialogue(protocol: StartTls, pieces: readonly Buffer[]): Promise<string> {
  const socket = saying(pieces)
  try {
    await startTls(socket, protocol, { name: 'host.example' })
    return 'TLS'
  } catch (thrown) {
    if (!(thrown instanceof ConversationError)) throw thrown
    demand(reasons.has(thrown.reason), `a dialogue fails for the reason ${thrown.reason}`)
    demand(!acting.test(thrown.message) && !thrown.message.includes('\n'), 'a message that acts')
    demand(thrown.message.length < 1000, 'a message without end')
    return thrown.message.includes('of plaintext after agreeing') ? 'plaintext' : thrown.reason
  } finally {
    socket.destroy()
  }
}

const reasons: ReadonlySet<string> = new Set(['starttls-refused', 'malformed', 'closed', 'reset', 'not-tls'])

const phrases: Readonly<Record<StartTls, readonly (string | Uint8Array)[]>> = {
  smtp: ['220 ', '220-', '250-STARTTLS\r\n', '250 ', '454 ', '421 ', '\r\n'],
  lmtp: ['220 ', '250-STARTTLS\r\n', '250 ', '\r\n'],
  imap: [
    '* OK',
    '* BYE',
    '* PREAUTH',
    '* CAPABILITY STARTTLS\r\n',
    'a1 OK\r\n',
    'a2 OK\r\n',
    'a2 NO',
    '\r\n',
  ],
  pop3: ['+OK', '-ERR', 'STLS\r\n', '.\r\n', '..', '\r\n'],
  sieve: ['"STARTTLS"\r\n', 'OK\r\n', 'NO', 'BYE', '{7}\r\n', '{7+}\r\n', '{4294967296}\r\n', '"'],
  ftp: ['220 ', '220-', '234 ', '500 ', '\r\n'],
  ldap: [
    Uint8Array.of(0x30, 0x84, 0, 0, 0, 0x10),
    Uint8Array.of(0x02, 1, 1, 0x78),
    Uint8Array.of(0x0a, 1, 0, 4, 0, 4, 0),
  ],
  xmpp: [
    '<?xml version="1.0"?>',
    '<stream:stream version="1.0">',
    '<stream:features>',
    '</stream:features>',
    '<starttls/>',
    '<proceed/>',
    '<failure/>',
    '<stream:error>',
    '"',
    "'",
    '>',
  ],
  'xmpp-server': [
    '<stream:stream version="1.0">',
    '<stream:features>',
    '</stream:features>',
    '<starttls/>',
    '<proceed/>',
  ],
  postgres: ['S', 'N', 'E'],
  mysql: [Uint8Array.of(0x0a), Uint8Array.of(0xff, 0x10, 4), '8.4.0\0', Uint8Array.of(0xff, 0xf7)],
  nntp: ['200 ', '201 ', '101 ', 'STARTTLS\r\n', 'MODE-READER\r\n', '.\r\n', '382 ', '480 ', '\r\n'],
  irc: [
    ':server 670 * :go\r\n',
    ':server CAP * LS :tls\r\n',
    'PING :1\r\n',
    '421',
    '451',
    '691',
    'ERROR :',
    '\r\n',
  ],
}

/** The octets a server says come to the same, however they are cut into packets. */
function startTlsSubject(protocol: StartTls): Subject {
  return {
    name: `starttls-${protocol}`,
    room: 'net',
    shape: protocol === 'ldap' || protocol === 'mysql' ? 'octets' : 'text',
    words: phrases[protocol],
    async check(input) {
      const whole = await dialogue(protocol, [input])
      const cut = await dialogue(protocol, inPieces(input))
      // What comes in a later packet may not have come yet when TLS begins.
      const same = whole === cut || (whole === 'plaintext' && cut === 'TLS')
      demand(same, `in one packet it comes to ${whole}, in several to ${cut}`)
    },
  }
}

function dnsAnswer(bytes: Buffer, name: string, type: DnsType): void {
  const message = answerOf((): DnsMessage | null => {
    return readDnsMessage(bytes, bytes.length < 2 ? 0 : bytes.readUInt16BE(0), name, type)
  }, Malformed)
  if (message === undefined || message === null) return
  for (const { tag, value } of message.caa)
    demand(typeof tag === 'string' && typeof value === 'string', 'a property that is no text')
  for (const { data, usage } of message.tlsa)
    demand(/^[0-9a-f]*$/u.test(data) && usage <= 255, 'a TLSA record that is none')
  caaWord('www.example.com', { at: 'example.com', records: message.caa }, ['letsencrypt.org'])
}

async function httpAnswer(pieces: readonly Buffer[]): Promise<unknown> {
  const ask = httpOver(async () => saying(pieces), new AbortController().signal)
  const url = new URL('http://host.example/')
  try {
    return await ask({ method: 'GET', url, headers: {}, body: null, deadlineMs: 5000, mostBytes: 4096 })
  } catch (thrown) {
    if (!(thrown instanceof ConversationError)) throw thrown
    demand(!acting.test(thrown.message), 'a message that acts')
    return thrown.reason
  }
}

function headIn(pieces: readonly Uint8Array[]): string {
  const reader = new HeadReader()
  try {
    for (const piece of pieces) {
      const fields = reader.push(piece)
      if (fields !== undefined) return JSON.stringify(fields)
    }
    return 'not at its end'
  } catch (thrown) {
    if (!(thrown instanceof ConversationError)) throw thrown
    demand(!acting.test(thrown.message), 'a message that acts')
    return thrown.reason
  }
}

/** What a proxy on loopback opens, and what of its answer is left for the server behind it. */
async function tunnel(pieces: readonly Buffer[]): Promise<string> {
  const server = createServer((peer) => {
    peer.on('error', () => peer.destroy())
    for (const piece of pieces) peer.write(piece)
    peer.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const deadline = new Deadline(5000, new AbortController().signal)
  try {
    const socket = await openTunnel(new URL(`http://127.0.0.1:${port}`), 'host.example:443', deadline)
    const rest: Buffer[] = []
    for await (const octets of socket as AsyncIterable<Buffer>) rest.push(octets)
    return `open: ${Buffer.concat(rest).toString('hex')}`
  } catch (thrown) {
    if (!(thrown instanceof ConversationError)) throw thrown
    demand(thrown.reason === 'proxy-refused', `a proxy fails for the reason ${thrown.reason}`)
    demand(!acting.test(thrown.message), 'a message that acts')
    return thrown.reason
  } finally {
    deadline.clear()
    server.close()
  }
}

/** What servers and resolvers say over the network. */
export const netSubjects: readonly Subject[] = [
  ...startTlsProtocols.map(startTlsSubject),
  {
    name: 'dns-message',
    room: 'net',
    shape: 'octets',
    words: [
      Uint8Array.of(0xc0, 0x0c),
      Uint8Array.of(0x01, 0x01, 0, 1),
      Uint8Array.of(0, 0x34, 0, 1),
      Uint8Array.of(0, 5, 0, 1),
      Uint8Array.of(0, 0, 0x29, 0x04, 0xd0, 0, 0, 0x80, 0, 0, 0),
      '\u0003www\u0007example\u0003com\u0000',
      '\u0000\u0005issueletsencrypt.org',
    ],
    check(input) {
      for (const name of ['www.example.com', 'alias.example.com'])
        for (const type of ['CAA', 'TLSA'] as const) dnsAnswer(input, name, type)
    },
  },
  {
    name: 'http-answer',
    room: 'net',
    shape: 'text',
    words: [
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 100 Continue\r\n\r\n',
      'Content-Length: 5\r\n',
      'Transfer-Encoding: chunked\r\n',
      '\r\n',
      'ffffffff\r\n',
      'Location: /\r\n',
      'Connection: Upgrade\r\nUpgrade: x\r\n',
    ],
    async check(input) {
      await httpAnswer([input])
      await httpAnswer(inPieces(input))
    },
  },
  {
    name: 'http-head',
    room: 'net',
    shape: 'text',
    words: [
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 100\r\n\r\n',
      'HTTP/1.1 103 Early Hints\r\n',
      '\r\n',
      '\r\n\r\n',
      'Strict-Transport-Security: max-age=1\r\n',
      ': ',
    ],
    check(input) {
      // Where the limit lies depends on the pieces: the one that goes beyond it is still looked at.
      const short = input.subarray(0, 60_000)
      const [whole, cut] = [[short], inPieces(short, Infinity)].map((pieces) => headIn(pieces))
      demand(whole === cut, 'a head says something else in other pieces')
    },
  },
  {
    name: 'proxy-answer',
    room: 'net',
    shape: 'text',
    words: [
      'HTTP/1.1 200 Connection established\r\n',
      'HTTP/1.0 407 \r\n',
      'Proxy-Authenticate: Basic\r\n',
      '\r\n',
      '\r\n\r\n',
    ],
    async check(input) {
      const [whole, cut] = [await tunnel([input]), await tunnel(inPieces(input))]
      demand(whole === cut, 'a proxy says something else in other pieces')
    },
  },
  {
    name: 'hsts',
    room: 'judge',
    shape: 'text',
    words: ['max-age=', '31536000', 'includeSubDomains', 'preload', ';', '"', '=', 'max-age="1"'],
    check(input) {
      const found = parseHsts(input.toString('latin1'))
      if (found.kind === 'valid') demand(found.maxAgeSeconds > 0, 'a policy that lasts no time')
    },
  },
]
