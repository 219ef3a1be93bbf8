import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { connect as connectTls, TLSSocket } from 'node:tls'

import { onTestFinished } from 'vitest'

import type { StartTls } from '../../src/model/target.ts'
import { ConversationError } from '../../src/net/conversation-error.ts'
import { startTls } from '../../src/net/starttls.ts'

/** A dialogue in turns: what the server says, and what it must hear, octet by octet. */
export type Script = readonly Turn[]

interface Turn {
  readonly speaker: 'server' | 'client'
  readonly octets: Buffer
}

/** Reads `S 220 ready` and `C STARTTLS`, a line each; every line gets the given end. */
export function script(text: string, end = '\r\n'): Script {
  return turns(text, (words) => Buffer.from(words + end))
}

/** The same for octets in hex; spaces are free. */
export function hexScript(text: string): Script {
  return turns(text, (words) => Buffer.from(words.replaceAll(' ', ''), 'hex'))
}

function turns(text: string, octets: (words: string) => Buffer): Script {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [, speaker, words = ''] = /^\s*([SC]) ?(.*)$/.exec(line) ?? []
    if (speaker === undefined) throw new TypeError(`neither S nor C: ${line}`)
    return { speaker: speaker === 'S' ? 'server' : 'client', octets: octets(words) }
  })
}

/** What happens when the script is over; at the deadline it is the client's own socket that is destroyed. */
type Ending = 'tls' | 'wait' | 'close' | 'deadline'

export const deadline: ConversationError = new ConversationError('timed-out', 'no answer within 10 s')

interface Scene {
  readonly protocol: StartTls
  readonly script: Script
  readonly ending: Ending
  readonly name?: string
  /** What lies between the two, as an HTTPS proxy does. */
  readonly tunnel?: 'tls'
  /** How the server cuts what it says into packets; whole turns by default. */
  readonly cut?: (octets: Buffer) => readonly Buffer[]
}

/** `TLS` after a handshake and an echo through it, else what startTls threw. */
type Outcome = 'TLS' | ConversationError

/** Plays one scene on loopback. Throws when the client did not say what the script wants to hear. */
export async function play(scene: Scene): Promise<Outcome> {
  const accepted = Promise.withResolvers<Socket>()
  const bare = await connection((peer) =>
    accepted.resolve(scene.tunnel === undefined ? peer : serverSide(peer)),
  )
  const socket = scene.tunnel === undefined ? bare : await clientSide(bare)
  const [client, server] = await Promise.allSettled([
    startTls(socket, scene.protocol, { name: scene.name ?? 'host.example' }).then(() => shakeHands(socket)),
    accepted.promise.then((peer) => perform(peer, socket, scene)),
  ])
  if (server.status === 'rejected') throw server.reason
  if (client.status === 'fulfilled') return client.value
  if (client.reason instanceof ConversationError) return client.reason
  throw client.reason
}

/** A connection on loopback, open until the test is over, to a server that does this with its end of it. */
export async function connection(serve: (peer: Socket) => void): Promise<Socket> {
  const server = createServer({ noDelay: true }, (peer) => {
    peer.on('error', () => peer.destroy())
    serve(peer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  onTestFinished(() => {
    socket.destroy()
    server.close()
  })
  return socket
}

async function perform(peer: Socket, client: Socket, scene: Scene): Promise<void> {
  for (const { speaker, octets } of scene.script) {
    if (speaker === 'client') await hear(peer, octets)
    else await say(peer, scene.cut?.(octets) ?? [octets])
  }
  if (scene.ending === 'tls') {
    const secure = serverSide(peer)
    secure.pipe(secure)
  } else peer.resume()
  if (scene.ending === 'close') peer.end()
  if (scene.ending === 'deadline') client.destroy(deadline)
}

async function say(peer: Socket, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    peer.write(piece)
    await new Promise(setImmediate)
  }
}

async function hear(socket: Socket, expected: Buffer): Promise<void> {
  const heard: number[] = []
  while (heard.length < expected.length) {
    const [octet] = (socket.read(1) as Buffer | null) ?? []
    if (octet !== undefined) heard.push(octet)
    else if (socket.readableEnded || socket.destroyed) break
    else await change(socket)
    if (!expected.subarray(0, heard.length).equals(Buffer.from(heard))) break
  }
  const [wanted, found] = [expected, Buffer.from(heard)].map((octets) =>
    JSON.stringify(octets.toString('latin1')),
  )
  if (wanted === found) return
  socket.destroy()
  throw new Error(`the script wants ${wanted}, heard ${found}`)
}

async function change(socket: Socket): Promise<void> {
  const done = new AbortController()
  await Promise.race(
    ['readable', 'end', 'close'].map((event) => once(socket, event, { signal: done.signal })),
  )
  done.abort()
}

// Anonymous suites: a handshake that needs no certificate. OpenSSL keeps them out of its default level.
const anonymous = { ciphers: 'AECDH-AES128-SHA:@SECLEVEL=0', maxVersion: 'TLSv1.2' } as const

function serverSide(socket: Socket): TLSSocket {
  const secure = new TLSSocket(socket, { isServer: true, ...anonymous })
  return secure.on('error', () => socket.destroy())
}

async function clientSide(socket: Socket): Promise<TLSSocket> {
  const secure = connectTls({ socket, rejectUnauthorized: false, ...anonymous })
  await once(secure, 'secureConnect')
  return secure
}

async function shakeHands(socket: Socket): Promise<Outcome> {
  const left = ['data', 'end', 'error', 'readable'].filter((event) => socket.listeners(event).some(ours))
  if (left.length > 0 || !socket.isPaused()) throw new Error(`not given back as it was: ${left.join(', ')}`)
  const secure = await clientSide(socket)
  secure.write('echo')
  const [data] = (await once(secure, 'data')) as [Buffer]
  secure.destroy()
  return data.toString() === 'echo' ? 'TLS' : new ConversationError('bug', `the echo was ${data.toString()}`)
}

/** node:net has an end listener of its own on each socket. */
function ours(listener: unknown): boolean {
  return typeof listener === 'function' && listener.name !== 'onReadableStreamEnd'
}
