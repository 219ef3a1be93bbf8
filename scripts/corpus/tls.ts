import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import { freePort } from '../../__tests__/interop/child.ts'
import { mintPair } from '../../__tests__/interop/pair.ts'
import { put } from './place.ts'

/** What both sides of one connection said. */
interface Heard {
  readonly client: Buffer[]
  readonly server: Buffer[]
}

/** A relay on loopback that writes down what goes through it. */
export async function relay(
  port: number,
): Promise<{ readonly server: Server; readonly port: number; readonly heard: Heard }> {
  const heard: Heard = { client: [], server: [] }
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1')
    client.on('data', (octets) => heard.client.push(octets)).pipe(behind)
    behind.on('data', (octets) => heard.server.push(octets)).pipe(client)
    for (const socket of [client, behind]) socket.on('error', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port, heard }
}

const weak = ['-cipher', 'ALL:@SECLEVEL=0'] as const

/** Handshakes of OpenSSL and GnuTLS, as a relay between client and server hears them. */
export async function makeTls(): Promise<void> {
  const pair = await mintPair()
  const files = ['-cert', pair.certificate, '-key', pair.key]
  const servers: Readonly<Record<string, (port: number) => readonly string[]>> = {
    openssl: (port) => [
      'openssl',
      's_server',
      '-accept',
      `${port}`,
      ...files,
      ...weak,
      '-Verify',
      '1',
      '-alpn',
      'h2',
      '-status_verbose',
    ],
    'openssl-plain': (port) => ['openssl', 's_server', '-accept', `${port}`, ...files, ...weak],
    'openssl-retry': (port) => ['openssl', 's_server', '-accept', `${port}`, ...files, '-groups', 'P-384'],
    'openssl-anonymous': (port) => [
      'openssl',
      's_server',
      '-accept',
      `${port}`,
      '-nocert',
      '-cipher',
      'aNULL:@SECLEVEL=0',
    ],
    gnutls: (port) => [
      'gnutls-serv',
      '--port',
      `${port}`,
      '--x509certfile',
      pair.certificate,
      '--x509keyfile',
      pair.key,
      '--require-client-cert',
      '--alpn',
      'h2',
    ],
  }
  const versions = ['tls1', 'tls1_1', 'tls1_2', 'tls1_3'] as const
  try {
    for (const [name, command] of Object.entries(servers)) {
      const port = await freePort()
      const [program = '', ...parameters] = command(port)
      const server = spawn(program, parameters, { stdio: ['pipe', 'ignore', 'ignore'] })
      await pause(1500)
      for (const version of versions) await handshake(name, version, port)
      server.kill()
    }
  } finally {
    await pair.discard()
  }
}

async function handshake(name: string, version: string, port: number): Promise<void> {
  const { server, port: between, heard } = await relay(port)
  const wish = ['-status', '-alpn', 'h2', '-msg', '-servername', 'host.example']
  const client = execFile('openssl', [
    's_client',
    '-connect',
    `127.0.0.1:${between}`,
    `-${version}`,
    ...wish,
    ...weak,
  ])
  let said = ''
  client.stdout?.on('data', (text: string) => (said += text))
  await pause(700)
  client.kill()
  server.close()
  const octets = Buffer.concat(heard.server)
  if (octets.length === 0) return
  put('tls-answer', `${name}-${version}`, octets.subarray(0, 6000))
  put('tls-records', `${name}-${version}`, Buffer.concat(heard.client).subarray(0, 6000))
  const messages = messagesIn(said)
  // One older version is enough: the messages of the others are the same.
  for (const { type, body } of version === 'tls1_1' ? [] : messages)
    if (body.length >= 30 && readable.has(type)) put('tls-messages', `${name}-${version}-${type}`, body)
  if (version !== 'tls1_3') return
  const shown = messages.filter(({ type }) => [8, 11, 13].includes(type)).map(({ body }) => body)
  if (shown.length > 0) put('tls13-flight', name, Buffer.concat(shown))
}

/** What is read one by one: hellos, certificates, their status, key exchanges, requests, extensions. */
const readable: ReadonlySet<number> = new Set([1, 2, 8, 11, 12, 13, 22])

/** What `s_client -msg` prints of handshake messages, those that were protected included. */
function messagesIn(printed: string): readonly { readonly type: number; readonly body: Buffer }[] {
  return printed.split(/^(?=>>>|<<<)/mu).flatMap((part) => {
    const [head = '', ...lines] = part.split('\n')
    if (!head.includes('Handshake')) return []
    const hex = lines.filter((line) => /^ {4}[0-9a-f]{2}/u.test(line)).join('')
    const body = Buffer.from(hex.replaceAll(/\s/gu, ''), 'hex')
    return body.length < 4 ? [] : [{ type: body[0] ?? 0, body }]
  })
}
