import { AUTHENTIC_DATA, decode, encode, RECURSION_DESIRED } from 'dns-packet'

import type { CaaRecord, TlsaRecord } from '../model/dns-evidence.ts'
import { dnsLimits } from '../model/limits.ts'
import { Malformed } from '../wire/malformed.ts'

export type DnsType = 'CAA' | 'TLSA'

/** What one DNS message says about one name. */
export interface DnsMessage {
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL` … */
  readonly status: string
  /** Whether it was cut short: then TCP has all of it (RFC 1035 §4.2.1). */
  readonly truncated: boolean
  /** The AD bit: its sender says that it has proved the answer (RFC 4035 §3.2.3). */
  readonly authentic: boolean
  readonly caa: readonly CaaRecord[]
  readonly tlsa: readonly Omit<TlsaRecord, 'matches'>[]
}

/** What fits into one packet everywhere (DNS flag day 2020). */
const payload = 1232
const questionAt = 12

/** A recursive query with the AD bit set: that asks for it in the answer, without the signatures (RFC 6840 §5.7). */
export function writeDnsQuery(id: number, name: string, type: DnsType): Buffer {
  return encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA,
    questions: [{ type, name }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: payload,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: 0,
        flag_do: false,
        options: [],
      },
    ],
  })
}

/**
 * Reads the answer to a question: of its records those that stand at the name or where its aliases lead. `null` for
 * a message that answers something else, as a forger's guess does. Throws `Malformed`.
 */
export function readDnsMessage(bytes: Buffer, id: number, name: string, type: DnsType): DnsMessage | null {
  if (bytes.length < questionAt || bytes.readUInt16BE(0) !== id) return null
  const packet = decoded(bytes)
  const [question] = packet.questions ?? []
  const same = question?.type === type && lowerCase(question.name) === lowerCase(name)
  if (!packet.flag_qr || !same) return null
  const answers = packet.answers ?? []
  if (answers.length > dnsLimits.records) throw new Malformed(`dns: more than ${dnsLimits.records} records`)
  const names = new Set([lowerCase(name)])
  for (const answer of answers) {
    if (answer.type === 'CNAME' && names.has(lowerCase(answer.name))) names.add(lowerCase(answer.data))
  }
  const ours = answers.filter((answer) => names.has(lowerCase(answer.name)))
  return {
    status: 'rcode' in packet ? String(packet.rcode) : '',
    truncated: packet.flag_tc,
    authentic: packet.flag_ad,
    caa: ours.flatMap((answer) => {
      if (answer.type !== 'CAA') return []
      const { issuerCritical, tag, value } = answer.data
      return [{ critical: issuerCritical === true, tag: tag.toLowerCase(), value }]
    }),
    tlsa: ours.flatMap((answer) => {
      if (answer.type !== 'TLSA') return []
      const { usage, selector, matchingType, certificate } = answer.data
      return [{ usage, selector, matching: matchingType, data: certificate.toString('hex') }]
    }),
  }
}

/** The library says what is wrong in errors of its own and of Node's buffers. */
function decoded(bytes: Buffer): ReturnType<typeof decode> {
  try {
    return decode(bytes)
  } catch (thrown) {
    throw new Malformed('dns: the message cannot be read', { cause: thrown })
  }
}

function lowerCase(name: string): string {
  return name.toLowerCase().replace(/\.$/u, '')
}
