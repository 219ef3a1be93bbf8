import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { MailDelivery } from '../../src/deliver/mail-progress.ts'
import { sendMails } from '../../src/deliver/mail.ts'
import { type Mail, mailEncryption, type MailServer } from '../../src/model/mail.ts'
import { hostile } from '../support/hostile.ts'
import {
  at,
  authorities,
  mail,
  mailServer,
  password,
  refusal,
  stranger,
  username,
} from '../support/mail-server.ts'
import { closedPort, drip, tcpServer } from '../support/servers.ts'

const date = new Date('2026-11-22T12:00:02.500Z')
const patience = { tryMs: 5000, pausesMs: [1, 1], wholeMs: 15_000 }
const brief = { tryMs: 150, pausesMs: [1], wholeMs: 2000 }
const credentials = { username, password }
const delivered = { delivered: true, refused: null }

async function send(
  server: MailServer,
  differs: Partial<Mail> = {},
  howLong = patience,
): Promise<MailDelivery | undefined> {
  const run = new AbortController()
  const [delivery] = await sendMails([{ ...mail, ...differs }], server, date, run.signal, howLong)
  return delivery
}

function reasonOf(delivery: MailDelivery | undefined): string {
  if (delivery === undefined || delivery.delivered) throw new Error('it was delivered')
  return delivery.reason
}

/** The head of a mail, its folded lines joined. */
function headOf(raw = ''): readonly string[] {
  return (raw.split('\r\n\r\n', 1)[0] ?? '').replaceAll(/\r\n[ \t]+/gu, ' ').split('\r\n')
}

test('a mail has text and HTML, goes to everybody, and says that a program wrote it', async () => {
  const server = await mailServer()

  expect(await send(at(server.port))).toEqual(delivered)
  const [received] = server.received
  const head = headOf(received?.raw)
  expect(received?.from).toBe('alerts@example.com')
  expect(received?.to).toEqual(['admin@example.com', 'security@example.com'])
  expect(head).toEqual(
    expect.arrayContaining([
      'From: alerts@example.com',
      'To: admin@example.com, security@example.com',
      'Subject: CRITICAL Certificate Alert: example.com',
      'Message-ID: <0123456789abcdef@example.com>',
      'References: <fedcba9876543210@example.com>',
      'In-Reply-To: <fedcba9876543210@example.com>',
      'Date: Sun, 22 Nov 2026 12:00:02 +0000',
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
    ]),
  )
  expect(received?.raw).toMatch(
    /Content-Type: text\/plain; charset=utf-8[^]*Content-Type: text\/html; charset=utf-8/u,
  )
})

test('mails that arrive wait for nothing: pauses are for those that did not', async () => {
  const server = await mailServer()
  const endless = { tryMs: 5000, pausesMs: [3_600_000], wholeMs: 7_200_000 }
  const mails = Array.from({ length: 5 }, () => mail)

  const deliveries = await sendMails(mails, at(server.port), date, new AbortController().signal, endless)

  expect(deliveries).toEqual(mails.map(() => delivered))
  expect(server.received).toHaveLength(5)
})

test('use_tls is STARTTLS, and port 465 speaks TLS from the first octet', () => {
  expect([mailEncryption(true, 587), mailEncryption(false, 25)]).toEqual(['starttls', 'none'])
  expect([mailEncryption(true, 465), mailEncryption(false, 465)]).toEqual(['implicit', 'implicit'])
})

test.each(['PLAIN', 'LOGIN'])('a login by %s goes through STARTTLS', async (method) => {
  const server = await mailServer({ authMethods: [method] })

  expect(await send(at(server.port, { encryption: 'starttls', credentials }))).toEqual(delivered)
  expect(server.logins).toEqual([`${method} ${username} ${password}`])
  expect(server.received).toMatchObject([{ secure: true, user: username }])
})

test('a login goes through TLS from the first octet', async () => {
  const server = await mailServer({ secure: true })

  expect(await send(at(server.port, { encryption: 'implicit', credentials }))).toEqual(delivered)
  expect(server.received).toMatchObject([{ secure: true, user: username }])
})

test('a name is resolved, and the certificate must be for it', async () => {
  const server = await mailServer()

  expect(await send(at(server.port, { host: 'localhost', encryption: 'starttls' }))).toEqual(delivered)
})

test('without use_tls and without a login the mail travels in clear text, whatever the server offers', async () => {
  const server = await mailServer()

  expect(await send(at(server.port, { authorities: [] }))).toEqual(delivered)
  expect(server.received).toMatchObject([{ secure: false, user: null }])
})

test.each(['starttls', 'none'] as const)(
  'nobody logs in over clear text: no STARTTLS, no login and no mail (%s)',
  async (encryption) => {
    const server = await mailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })

    expect(reasonOf(await send(at(server.port, { encryption, credentials })))).toBe(
      'The mail server does not offer STARTTLS, which is demanded',
    )
    expect([server.logins, server.received]).toEqual([[], []])
  },
)

test('STARTTLS that is demanded and not offered keeps the mail back, even without a login', async () => {
  const server = await mailServer({ disabledCommands: ['STARTTLS'] })

  expect(reasonOf(await send(at(server.port, { encryption: 'starttls' })))).toMatch(
    /does not offer STARTTLS/u,
  )
  expect(server.received).toEqual([])
})

test.each([
  [
    'of a CA that nobody knows',
    {},
    null,
    /its issuer is not at hand; a private CA is trusted by NODE_EXTRA/u,
  ],
  [
    'for another name',
    { cert: stranger.certificatePem, key: stranger.keyPem },
    authorities,
    /it is for another name$/u,
  ],
])('a certificate %s ends it before the login', async (_, differs, trusted, words) => {
  const starttls = await mailServer(differs)
  const implicit = await mailServer({ ...differs, secure: true })
  const told = { credentials, authorities: trusted }

  expect(reasonOf(await send(at(starttls.port, { ...told, encryption: 'starttls' })))).toMatch(words)
  expect(reasonOf(await send(at(implicit.port, { ...told, encryption: 'implicit' })))).toMatch(words)
  expect([...starttls.logins, ...implicit.logins, ...starttls.received]).toEqual([])
})

test('a private CA is trusted by NODE_EXTRA_CA_CERTS', async () => {
  const server = await mailServer()
  const folder = mkdtempSync(join(tmpdir(), 'mail-'))
  const module = JSON.stringify(join(import.meta.dirname, '../../src/deliver/mail.ts'))
  const to = JSON.stringify({
    ...at(server.port, { encryption: 'starttls', credentials }),
    authorities: null,
  })
  const script = `import { sendMails } from ${module}
    const sent = await sendMails([${JSON.stringify(mail)}], ${to}, new Date(0), new AbortController().signal)
    process.exitCode = sent[0].delivered ? 0 : 1`
  writeFileSync(join(folder, 'ca.pem'), authorities.join(''))
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') }
  const [code] = await once(spawn(process.execPath, ['--input-type=module', '-e', script], { env }), 'exit')

  expect(code).toBe(0)
  expect(server.received).toMatchObject([{ secure: true, user: username }])
})

test('a refused login is said without anything the server echoes, and not tried again', async () => {
  const server = await mailServer()
  const wrong = { username: 'someone', password: 'hunter2hunter2' }

  expect(reasonOf(await send(at(server.port, { encryption: 'starttls', credentials: wrong })))).toBe(
    'The mail server refused the login (535)',
  )
  expect(server.logins).toHaveLength(1)
})

test('what a server says is quoted without user name, password and addresses', async () => {
  const secret = Buffer.from(`\0${username}\0${password}`).toString('base64')
  const server = await mailServer({
    onMailFrom: (_, __, done) =>
      done(refusal(550, `${username.toUpperCase()} ${password} ${secret} ALERTS@example.com no`)),
  })

  expect(reasonOf(await send(at(server.port, { encryption: 'starttls', credentials })))).toBe(
    'The mail server refused the sender: "550 *** *** *** *** no"',
  )
})

test('what a server says cannot act in a terminal', async () => {
  const replies = ['250 welcome\r\n', '550 \u001B[31mno\r\n']
  const { port } = await tcpServer((peer) => {
    peer.write('220 ready\r\n')
    peer.on('data', () => peer.write(replies.shift() ?? '221 bye\r\n'))
  })

  expect(reasonOf(await send(at(port)))).toBe(
    String.raw`The mail server refused the sender: "550 \x1b[31mno"`,
  )
})

test('a recipient refused for good does not keep the others from their mail', async () => {
  const server = await mailServer({
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('admin') ? refusal(550, `no ${address} here`) : null),
  })

  expect(await send(at(server.port))).toEqual({
    delivered: true,
    refused: '1 of 2 recipients was not reached. The mail server refused a recipient: "550 no *** here"',
  })
  expect(server.received.map(({ to }) => to)).toEqual([['security@example.com']])
})

test('when every recipient is refused, nothing was delivered', async () => {
  const server = await mailServer({ onRcptTo: (_, __, done) => done(refusal(550, 'nobody here')) })

  expect(reasonOf(await send(at(server.port)))).toBe('The mail server refused a recipient: "550 nobody here"')
})

test('greylisting is outlasted, and the one who has the mail is not sent it again', async () => {
  const asked: string[] = []
  const server = await mailServer({
    onRcptTo({ address }, _, done) {
      asked.push(address)
      const first = asked.filter((one) => one === address).length === 1
      done(address.startsWith('admin') && first ? refusal(450, 'come back later') : null)
    },
  })

  expect(await send(at(server.port))).toEqual(delivered)
  expect(server.received.map(({ to }) => to)).toEqual([['security@example.com'], ['admin@example.com']])
  expect(server.received.map(({ raw }) => headOf(raw).find((line) => line.startsWith('Message-ID')))).toEqual(
    Array.from({ length: 2 }, () => 'Message-ID: <0123456789abcdef@example.com>'),
  )
})

test('a server that puts us off three times is left for the next run', async () => {
  let tries = 0
  const server = await mailServer({
    onMailFrom(_, __, done) {
      tries++
      done(refusal(451, 'try again later'))
    },
  })

  expect(reasonOf(await send(at(server.port)))).toBe(
    'The mail server refused the sender: "451 try again later"',
  )
  expect(tries).toBe(3)
})

test('a server that hangs up once is asked again', async () => {
  let count = 0
  const server = await mailServer({
    onConnect: (_, done) => done(++count === 1 ? refusal(421, 'too busy') : null),
  })

  expect(await send(at(server.port))).toEqual(delivered)
})

test.each([
  ['is silent', () => {}],
  ['drips octets that never end', (peer: Parameters<typeof drip>[0]) => drip(peer, Buffer.from('220-x\r\n'))],
] as const)('a server that %s is given up within the deadline of each try', async (_, serve) => {
  const server = await tcpServer(serve)

  expect(reasonOf(await send(at(server.port), {}, brief))).toBe(
    'The mail server gave no answer within 0.15 s',
  )
  expect(server.connections()).toBe(2)
})

test('all mails together have one deadline, and what was not begun by then is said so', async () => {
  const server = await tcpServer(() => {})
  const mails = Array.from({ length: 20 }, () => mail)
  const howLong = { tryMs: 200, pausesMs: [], wholeMs: 500 }
  const sent = await sendMails(mails, at(server.port), date, new AbortController().signal, howLong)

  expect(sent).toHaveLength(20)
  expect(sent.at(-1)).toEqual({
    delivered: false,
    reason: 'The mail server was not asked: the time for all mails was used up',
  })
})

test('a run that is over sends nothing', async () => {
  const server = await mailServer()
  const sent = await sendMails([mail], at(server.port), date, AbortSignal.abort())

  expect(sent).toMatchObject([{ delivered: false }])
  expect(server.received).toEqual([])
})

test('a closed port, a stranger to SMTP and a stranger to TLS are told apart', async () => {
  const web = await tcpServer((peer) => peer.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const clear = await mailServer()

  expect(reasonOf(await send(at(await closedPort())))).toBe(
    'The mail server could not be reached: connection refused (ECONNREFUSED)',
  )
  expect(reasonOf(await send(at(web.port)))).toBe('The mail server does not speak SMTP')
  expect(reasonOf(await send(at(clear.port, { encryption: 'implicit' })))).toBe(
    'The mail server could not be reached: its first octets are no TLS record',
  )
})

test('several mails are answered in their order', async () => {
  const server = await mailServer({
    onMailFrom: ({ address }, _, done) => done(address === '' ? refusal(550, 'no') : null),
  })
  const mails = Array.from({ length: 7 }, (_, index) => ({ ...mail, id: `id${index}` }))
  const sent = await sendMails(mails, at(server.port), date, new AbortController().signal, patience)

  expect(sent).toEqual(mails.map(() => delivered))
  expect(server.received).toHaveLength(7)
})

test('nothing in a subject, a name or an address becomes a header or a command', async () => {
  const server = await mailServer()
  const evil = hostile.map((text) => text.slice(0, 2000)).join('\r\nBcc: victim@example.com\r\n')
  const from = '"Ops\r\nBcc: victim@example.com" <alerts@example.com>'

  expect(await send(at(server.port, { from }), { subject: evil, text: `.\r\n${evil}\r\n.\r\nQUIT` })).toEqual(
    delivered,
  )
  const [received] = server.received
  expect(received?.to).toEqual(['admin@example.com', 'security@example.com'])
  expect(headOf(received?.raw).filter((line) => !/^[A-Z][\w-]*: /u.test(line))).toEqual([])
  expect(headOf(received?.raw).filter((line) => line.startsWith('Bcc'))).toEqual([])
  expect(received?.raw.split('\r\n').every((line) => line.length <= 998)).toBe(true)
  expect(received?.raw.split('\r\n\r\n', 1)[0]).toMatch(/^[\t\r\n\u0020-\u007E]*$/u)
})

test('a subject in any script arrives as it was', async () => {
  const server = await mailServer()
  await send(at(server.port), { subject: 'WARNING Certificate Alert: 東京 店舗 🏪' })
  const subject = headOf(server.received[0]?.raw).find((line) => line.startsWith('Subject: '))

  expect(decoded(subject)).toBe('Subject: WARNING Certificate Alert: 東京 店舗 🏪')
})

/** RFC 2047, as far as it is used here: UTF-8 by Q or B, and no blank between two encoded words. */
function decoded(header = ''): string {
  const words = header.replaceAll(/\?= =\?/gu, '?==?')
  return words.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/giu, (_, kind: string, text: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9A-F]{2})/gu, (__, hex: string) => String.fromCodePoint(parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  )
}
