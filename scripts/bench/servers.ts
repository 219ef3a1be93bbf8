import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

import { extension, type KeyKind, keyPair, mint, type Minted } from '../../src/terminal/lab/mint.ts'
import { addressOf, type Fleet, type Listening, nameOf } from './fleet.ts'

const day = 86_400_000
const pairsOfAKind = 25

/**
 * Serves `count` endpoints on loopback, each with an ECDSA and an RSA certificate of its own below an intermediate.
 * Each handshake is answered `delayMs` late.
 */
export async function serve(count: number, delayMs: number): Promise<Fleet> {
  const root = mint({ commonName: 'Bench Root', notAfter: inDays(3650), ca: true })
  const families = [family('p256', root), family('rsa2048', root)]
  const doors: Listening[] = []
  for (let index = 0; index < count; index++) doors.push(await open(index, delayMs, families))
  return { root: Buffer.from(root.der).toString('base64'), doors }
}

/** A server to itself: behind SNI, `node:tls` would serve one certificate of the two. */
async function open(index: number, delayMs: number, families: readonly Family[]): Promise<Listening> {
  const tls = createTlsServer(certificatesOf(index, families))
  tls.on('tlsClientError', () => {}) // the client's business, and its to count
  tls.on('secureConnection', (socket) => socket.on('error', () => {}).resume())
  const server = createServer((socket) => {
    socket.on('error', () => {}) // likewise
    if (delayMs === 0) tls.emit('connection', socket)
    else setTimeout(() => tls.emit('connection', socket), delayMs)
  })
  const address = addressOf(index)
  return { name: nameOf(index), address, port: await listening(server, address) }
}

/** Has a server listen at an address; answers the port that the system gave it. */
export async function listening(server: Server, address: string): Promise<number> {
  await once(server.listen(0, address), 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new TypeError('a TCP server has a port')
  return bound.port
}

interface Family {
  readonly issuer: Minted
  /** Keys are few, because making an RSA key takes longer than serving it a hundred times. */
  readonly pairs: readonly ReturnType<typeof keyPair>[]
}

function family(kind: KeyKind, root: Minted): Family {
  const issuer = mint(
    { commonName: `Bench ${kind} CA`, organizationName: 'Bench', notAfter: inDays(1825), ca: 0, key: kind },
    root,
  )
  return { issuer, pairs: Array.from({ length: pairsOfAKind }, () => keyPair(kind)) }
}

function certificatesOf(index: number, families: readonly Family[]): Pick<TlsOptions, 'cert' | 'key'> {
  const leaves = families.map(({ issuer, pairs }) => leafOf(index, issuer, pairs))
  return {
    cert: leaves.map((leaf, at) => leaf.certificatePem + (families[at]?.issuer.certificatePem ?? '')),
    key: leaves.map(({ keyPem }) => keyPem),
  }
}

function leafOf(index: number, issuer: Minted, pairs: Family['pairs']): Minted {
  const keyPair = pairs[index % pairs.length]
  if (keyPair === undefined) throw new TypeError('a family has keys')
  return mint(
    {
      commonName: nameOf(index),
      names: [nameOf(index), `www.${nameOf(index)}`, `mail.${nameOf(index)}`],
      notBefore: inDays(-10),
      notAfter: inDays(80),
      caIssuers: 'http://ca.fleet.example/issuer.cer',
      // two SCTs' worth of octets, so that the certificate is as long as a public one
      extensions: [extension('1.3.6.1.4.1.11129.2.4.2', new Uint8Array(242))],
      keyPair,
    },
    issuer,
  )
}

function inDays(days: number): Date {
  return new Date(Date.now() + days * day)
}
