import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTlsProtocols, type StartTls } from '../../src/model/target.ts'
import { ConversationError } from '../../src/net/conversation-error.ts'
import { startTls } from '../../src/net/starttls.ts'
import { mintPair, type Pair } from './pair.ts'
import { lack, start, type Running } from './real-server.ts'
import { dovecot } from './servers/dovecot.ts'
import { inn } from './servers/inn.ts'
import { inspircd } from './servers/inspircd.ts'
import { mariadb } from './servers/mariadb.ts'
import { postfix } from './servers/postfix.ts'
import { postgresql } from './servers/postgresql.ts'
import { prosody } from './servers/prosody.ts'
import { slapd } from './servers/slapd.ts'
import { vsftpd } from './servers/vsftpd.ts'

const servers = [postfix, dovecot, vsftpd, slapd, prosody, postgresql, mariadb, inn, inspircd]
const name = 'host.example'

let pair: Pair
beforeAll(async () => {
  pair = await mintPair()
})
afterAll(() => pair.discard())

test('each protocol has its real server', () => {
  expect(servers.flatMap(({ protocols }) => protocols).sort()).toEqual([...startTlsProtocols].sort())
})

describe.for(servers)('$name', (server) => {
  const lacking = lack(server)
  const offering: { tls?: Running; plain?: Running } = {}
  beforeAll(async () => {
    if (lacking !== undefined && process.env['CI'] === 'true') throw new Error(lacking)
    if (lacking !== undefined) return
    offering.tls = await start(server, true, pair)
    offering.plain = await start(server, false, pair)
  })
  afterAll(async () => {
    await offering.tls?.stop()
    await offering.plain?.stop()
  })

  test.for(server.protocols)('%s: TLS begins, as it does for openssl', async (protocol, { skip }) => {
    skip(lacking !== undefined, lacking)
    const port = offering.tls?.port(protocol) ?? 0

    expect(await fingerprintBehind(protocol, port)).toBe(pair.fingerprint)
    expect(await fingerprintForOpenssl(protocol, port)).toBe(pair.fingerprint)
  })

  test.for(server.protocols)('%s: a server without TLS refuses STARTTLS', async (protocol, { skip }) => {
    skip(lacking !== undefined, lacking)
    const port = offering.plain?.port(protocol) ?? 0

    await expect(fingerprintBehind(protocol, port)).rejects.toMatchObject({ reason: 'starttls-refused' })
    expect(await fingerprintForOpenssl(protocol, port, 2000)).toBeUndefined()
  })
})

async function fingerprintBehind(protocol: StartTls, port: number): Promise<string | undefined> {
  const socket = await connected(port)
  const deadline = setTimeout(() => socket.destroy(new ConversationError('timed-out', 'no answer')), 10_000)
  try {
    await startTls(socket, protocol, { name })
    const secure = connectTls({ socket, servername: name, rejectUnauthorized: false })
    await once(secure, 'secureConnect')
    return secure.getPeerX509Certificate()?.fingerprint256
  } finally {
    clearTimeout(deadline)
    socket.destroy()
  }
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

/** What the independent client sees; it ends with an error wherever it does not trust or does not get through. */
function fingerprintForOpenssl(
  protocol: StartTls,
  port: number,
  timeout = 10_000,
): Promise<string | undefined> {
  const domain = protocol.startsWith('xmpp') ? ['-xmpphost', name] : []
  const parameters = ['s_client', '-starttls', protocol, ...domain, '-connect', `127.0.0.1:${port}`]
  return new Promise((resolve) => {
    const client = execFile('openssl', parameters, { timeout }, (_error, said) => {
      const [pem] = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/.exec(said) ?? []
      resolve(pem === undefined ? undefined : new X509Certificate(pem).fingerprint256)
    })
    client.stdin?.end()
  })
}
