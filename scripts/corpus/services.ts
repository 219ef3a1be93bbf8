import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'

import { mintPair } from '../../__tests__/interop/pair.ts'
import { lack, start } from '../../__tests__/interop/real-server.ts'
import { dovecot } from '../../__tests__/interop/servers/dovecot.ts'
import { inn } from '../../__tests__/interop/servers/inn.ts'
import { inspircd } from '../../__tests__/interop/servers/inspircd.ts'
import { mariadb } from '../../__tests__/interop/servers/mariadb.ts'
import { postfix } from '../../__tests__/interop/servers/postfix.ts'
import { postgresql } from '../../__tests__/interop/servers/postgresql.ts'
import { prosody } from '../../__tests__/interop/servers/prosody.ts'
import { slapd } from '../../__tests__/interop/servers/slapd.ts'
import { vsftpd } from '../../__tests__/interop/servers/vsftpd.ts'
import { serveZones } from '../../__tests__/interop/zones.ts'
import { writeDnsQuery } from '../../src/net/dns-message.ts'
import { dns } from '../../src/net/dns.ts'
import { startTls } from '../../src/net/starttls.ts'
import { put } from './place.ts'
import { relay } from './tls.ts'

const servers = [postfix, dovecot, vsftpd, slapd, prosody, postgresql, mariadb, inn, inspircd]

/** What real servers say until TLS begins, or instead of it. */
export async function makeStartTls(): Promise<void> {
  const pair = await mintPair()
  try {
    for (const server of servers) {
      const lacking = lack(server)
      if (lacking !== undefined) process.stderr.write(`${lacking}\n`)
      else for (const tls of [true, false]) await dialogues(server, tls, pair)
    }
  } finally {
    await pair.discard()
  }
}

type Parameters = globalThis.Parameters<typeof start>

async function dialogues(server: Parameters[0], tls: boolean, pair: Parameters[2]): Promise<void> {
  const running = await start(server, tls, pair)
  try {
    for (const protocol of server.protocols) {
      const { server: between, port, heard } = await relay(running.port(protocol))
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      await startTls(socket, protocol, { name: 'host.example' }).catch(() => {})
      socket.destroy()
      between.close()
      put(`starttls-${protocol}`, `${server.name}-${tls ? 'tls' : 'plain'}`, Buffer.concat(heard.server))
    }
  } finally {
    await running.stop()
  }
}

const records = `
www CAA 0 issue "letsencrypt.org; validationmethods=dns-01"
www CAA 128 issuewild ";"
www CAA 0 iodef "mailto:security@example.com"
www TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
www TLSA 2 0 0 3003020101
alias CNAME www
`

/** What Unbound answers, which asks NSD. */
export async function makeDns(): Promise<void> {
  const ready = (port: number): ReturnType<typeof dns> =>
    dns({
      resolver: { address: '127.0.0.1' as never, port },
      deadlineMs: 3000,
      signal: new AbortController().signal,
    })
  const served = await serveZones(
    [
      { name: 'example.com', records, kind: 'signed' },
      { name: 'example.net', records, kind: 'unsigned' },
    ],
    ready,
  )
  try {
    for (const name of ['www.example.com', 'alias.example.com', 'none.example.com', 'www.example.net'])
      for (const type of ['CAA', 'TLSA'] as const)
        put('dns-message', `unbound-${name}-${type}`, await answer(served.port, name, type))
  } finally {
    await served.stop()
  }
}

async function answer(port: number, name: string, type: 'CAA' | 'TLSA'): Promise<Uint8Array> {
  const socket = createSocket('udp4')
  socket.send(writeDnsQuery(randomInt(0x1_0000), name, type), port, '127.0.0.1')
  const [bytes] = (await once(socket, 'message')) as [Buffer]
  socket.close()
  return bytes
}
