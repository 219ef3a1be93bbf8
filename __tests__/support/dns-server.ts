import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

import { type Answer, decode, encode, RECURSION_AVAILABLE } from 'dns-packet'
import { onTestFinished } from 'vitest'

import type { DnsServer } from '../../src/net/dns.ts'
import { ip } from './observation.ts'

/** What a scripted server does with one question: octets to send, or a message to encode. */
export type Reply =
  | { readonly octets: readonly Buffer[] }
  | {
      readonly answers?: readonly Answer[]
      /** 3 is NXDOMAIN, 2 SERVFAIL. */
      readonly rcode?: number
      readonly flags?: number
      /** Instead of the question's own. */
      readonly id?: number
      readonly name?: string
    }

interface ScriptedDns {
  readonly server: DnsServer
  /** `udp CAA example.com`, question by question. */
  readonly asked: readonly string[]
}

/** A DNS server on loopback, over UDP and TCP of one port, until the test is over. `null`: silence. */
export async function dnsServer(
  reply: (name: string, type: string, over: 'udp' | 'tcp', count: number) => Reply | null,
): Promise<ScriptedDns> {
  const asked: string[] = []
  const answersTo = (query: Buffer, over: 'udp' | 'tcp'): readonly Buffer[] => {
    const { id = 0, questions = [] } = decode(query)
    const [question] = questions
    if (question === undefined) return []
    asked.push(`${over} ${question.type} ${question.name}`)
    const found = reply(question.name, question.type, over, asked.length)
    if (found === null) return []
    if ('octets' in found) return found.octets
    const { answers = [], rcode = 0, flags = 0 } = found
    const asks = [{ ...question, name: found.name ?? question.name }]
    const all = flags | rcode | RECURSION_AVAILABLE
    return [
      encode({ type: 'response', id: found.id ?? id, flags: all, questions: asks, answers: [...answers] }),
    ]
  }
  const tcp = createServer((socket: Socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', (bytes) => {
      for (const message of answersTo(bytes.subarray(2), 'tcp')) {
        const length = Buffer.alloc(2)
        length.writeUInt16BE(message.length)
        socket.write(Buffer.concat([length, message]))
      }
    })
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const address = tcp.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const udp = createSocket('udp4')
  udp.on('message', (query, from) => {
    for (const message of answersTo(query, 'udp')) udp.send(message, from.port, from.address)
  })
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  onTestFinished(() => {
    udp.close()
    tcp.close()
  })
  return { server: { address: ip('127.0.0.1'), port }, asked }
}
