import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { type KeyKind, mint } from '../../src/terminal/lab/mint.ts'
import { addressOf, type Fleet, type Listening, nameOf } from './fleet.ts'

/** What a server of nginx is configured to. */
export interface NginxServer {
  readonly keys: readonly KeyKind[]
  readonly protocols: string
  readonly ciphers: string
}

/** Of today: six AEAD suites of TLS 1.2 and three of TLS 1.3, two certificates. */
export const serverA: NginxServer = {
  keys: ['rsa2048', 'p256'],
  protocols: 'TLSv1.2 TLSv1.3',
  ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20',
}

/** Of yesterday: 8, 8, 29 and 3 suites of TLS 1.0 to 1.3. */
export const serverB: NginxServer = {
  keys: ['rsa2048'],
  protocols: 'TLSv1 TLSv1.1 TLSv1.2 TLSv1.3',
  ciphers: 'ALL:@SECLEVEL=0',
}

export interface RunningNginx {
  readonly fleet: Fleet
  /** TCP connections that nginx has accepted for us until now. */
  readonly accepted: () => Promise<number>
}

/** Serves so many endpoints of that kind from one nginx, for as long as they are used. */
export async function withNginx<T>(
  server: NginxServer,
  count: number,
  use: (running: RunningNginx) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-monitor-bench-'))
  const [port, statusPort] = [await freePort(), await freePort()]
  const doors = Array.from({ length: count }, (_, index) => ({
    name: nameOf(index),
    address: addressOf(index),
    port,
  }))
  const root = await writeFiles(folder, server, doors, statusPort)
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'errors'], { stdio: 'ignore' })
  const exited = once(child, 'exit')
  try {
    return await use({ fleet: { root, doors }, accepted: await counter(statusPort) })
  } finally {
    child.kill()
    await exited
    await rm(folder, { recursive: true })
  }
}

async function writeFiles(
  folder: string,
  { keys, protocols, ciphers }: NginxServer,
  doors: readonly Listening[],
  statusPort: number,
): Promise<string> {
  const notAfter = new Date(Date.now() + 80 * 86_400_000)
  const root = mint({ commonName: 'Bench Root', notAfter, ca: true })
  const certificates: string[] = []
  for (const key of keys) {
    const leaf = mint({ commonName: nameOf(0), names: doors.map(({ name }) => name), notAfter, key }, root)
    await writeFile(join(folder, `${key}.pem`), leaf.certificatePem)
    await writeFile(join(folder, `${key}.key`), leaf.keyPem, { mode: 0o600 })
    certificates.push(`ssl_certificate ${key}.pem; ssl_certificate_key ${key}.key;`)
  }
  const listening = doors.map(({ address, port }) => `listen ${address}:${port} ssl;`)
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid nginx.pid;
events { worker_connections 4096; }
http {
  access_log off;
  server { listen 127.0.0.1:${statusPort}; location / { stub_status; } }
  server {
    ${[...listening, ...certificates].join('\n    ')}
    ssl_protocols ${protocols};
    ssl_ciphers ${ciphers};
    ssl_prefer_server_ciphers on;
  }
}
`,
  )
  return Buffer.from(root.der).toString('base64')
}

/** nginx counts what it accepts; the question itself is a connection, too, and is not counted. */
async function counter(port: number): Promise<() => Promise<number>> {
  let asked = 0
  const accepted = async (): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } })
    const [, accepts = ''] = /(\d+) \d+ \d+ $/m.exec(await answer.text()) ?? []
    return Number(accepts) - ++asked
  }
  for (const until = Date.now() + 10_000; Date.now() < until; await pause(20)) {
    const first = await accepted().catch(() => null)
    if (first !== null) return accepted
  }
  throw new Error('nginx does not start')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
