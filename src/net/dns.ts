import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { getServers } from 'node:dns'
import type { Socket } from 'node:net'

import { addressFamily, type IpAddress, parseAddress } from '../model/address.ts'
import { dnsLimits } from '../model/limits.ts'
import { ConversationError } from './conversation-error.ts'
import { Deadline } from './deadline.ts'
import { type DnsMessage, type DnsType, readDnsMessage, writeDnsQuery } from './dns-message.ts'
import { openSocket } from './open-socket.ts'

/** Where a DNS server listens. */
export interface DnsServer {
  readonly address: IpAddress
  readonly port: number
}

export interface DnsAnswer extends Pick<DnsMessage, 'caa' | 'tlsa'> {
  /** Proved by DNSSEC, by the word of a resolver that is believed. */
  readonly proven: boolean
}

/** Asks for the records of a name; none where there is no such name. Throws ConversationError or `Malformed`. */
export type Dns = (name: string, type: DnsType) => Promise<DnsAnswer>

interface DnsWays {
  /** The user's own; `null`: those of the system. */
  readonly resolver: DnsServer | null
  /** Those of the system, as Node writes them; tests pass their own. */
  readonly system?: readonly string[]
  readonly deadlineMs: number
  readonly signal: AbortSignal
}

const usualPort = 53
/** Of the deadline: how long a packet is waited for before it is sent again, or to the next server. */
const patienceShare = 0.15

/**
 * A stub resolver for record types and bits that Node's does not show: UDP, and TCP where the answer is too long.
 * The AD bit counts from a resolver that the user names, or on this machine: from others, anybody on the way may
 * have set it.
 */
export function dns({ resolver, system = getServers(), deadlineMs, signal }: DnsWays): Dns {
  const servers = resolver === null ? readServers(system) : [resolver]
  return async (name, type) => {
    const deadline = new Deadline(deadlineMs, signal)
    try {
      let failure: unknown = new ConversationError('unresolved', 'this machine has no DNS server')
      for (const server of servers) {
        try {
          const message = await exchange(server, name, type, deadline, deadlineMs * patienceShare)
          const believed = resolver !== null || isLoopback(server.address)
          return { caa: message.caa, tlsa: message.tlsa, proven: believed && message.authentic }
        } catch (thrown) {
          failure = thrown
          deadline.check()
        }
      }
      throw failure
    } finally {
      deadline.clear()
    }
  }
}

function readServers(texts: readonly string[]): readonly DnsServer[] {
  const servers = texts.flatMap((text): readonly DnsServer[] => {
    const alone = parseAddress(text)
    if (alone !== undefined) return [{ address: alone, port: usualPort }]
    const [, host = '', port = ''] = /^(.+):(\d+)$/u.exec(text) ?? []
    const address = parseAddress(host)
    return address === undefined ? [] : [{ address, port: Number(port) }]
  })
  return servers.slice(0, dnsLimits.servers)
}

function isLoopback(address: IpAddress): boolean {
  return address === '::1' || address.startsWith('127.')
}

async function exchange(
  server: DnsServer,
  name: string,
  type: DnsType,
  deadline: Deadline,
  patienceMs: number,
): Promise<DnsMessage> {
  let message: DnsMessage | null = null
  for (let tries = 0; tries < dnsLimits.tries && message === null; tries++) {
    message = await overUdp(server, name, type, deadline, patienceMs)
  }
  if (message === null) throw new ConversationError('timed-out', `the resolver ${server.address} is silent`)
  if (message.truncated) message = await overTcp(server, name, type, deadline)
  if (message.status === 'NOERROR' || message.status === 'NXDOMAIN') return message
  const sentence = `the resolver ${server.address} answers ${message.status} for ${type} of ${name}`
  throw new ConversationError('unresolved', sentence)
}

/** `null`: no answer in this time. What is not the answer to our question is left aside, whoever sent it. */
async function overUdp(
  { address, port }: DnsServer,
  name: string,
  type: DnsType,
  deadline: Deadline,
  patienceMs: number,
): Promise<DnsMessage | null> {
  const id = randomInt(0x1_0000)
  // A port of its own for each question, and connected: only this server is heard (RFC 5452 §4).
  const socket = createSocket(addressFamily(address) === 4 ? 'udp4' : 'udp6')
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = new Promise<DnsMessage | null>((resolve, reject) => {
      // Like a deadline: what has arrived is read first.
      timer = setTimeout(() => setImmediate(resolve, null), patienceMs)
      socket.on('error', reject)
      socket.on('message', (bytes) => {
        try {
          const message = readDnsMessage(bytes, id, name, type)
          if (message !== null) resolve(message)
        } catch (thrown) {
          reject(thrown instanceof Error ? thrown : new Error(String(thrown)))
        }
      })
      socket.connect(port, address, () => socket.send(writeDnsQuery(id, name, type)))
    })
    return await Promise.race([answer, deadline.passed])
  } finally {
    clearTimeout(timer)
    socket.close()
  }
}

/** RFC 1035 §4.2.2: two octets of length before each message. */
async function overTcp(
  { address, port }: DnsServer,
  name: string,
  type: DnsType,
  deadline: Deadline,
): Promise<DnsMessage> {
  const id = randomInt(0x1_0000)
  const socket = await openSocket(address, port, deadline)
  try {
    const query = writeDnsQuery(id, name, type)
    const length = Buffer.alloc(2)
    length.writeUInt16BE(query.length)
    socket.write(Buffer.concat([length, query]))
    const message = readDnsMessage(await firstMessage(socket), id, name, type)
    if (message !== null) return message
    throw new ConversationError('malformed', `the resolver ${address} answers another question`)
  } finally {
    socket.destroy()
  }
}

/** At most 65,535 octets: its length says so. */
async function firstMessage(socket: Socket): Promise<Buffer> {
  let read = Buffer.alloc(0)
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    read = Buffer.concat([read, chunk])
    const length = read.length < 2 ? Infinity : read.readUInt16BE(0)
    if (read.length >= length + 2) return read.subarray(2, length + 2)
  }
  throw new ConversationError('closed', 'the resolver hung up without an answer')
}
