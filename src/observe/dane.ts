import { hash } from 'node:crypto'

import { type Answer, unanswered } from '../model/answer.ts'
import type { Certificate } from '../model/certificate.ts'
import type { DaneEvidence, TlsaRecord } from '../model/dns-evidence.ts'
import type { Delivery } from '../model/observation.ts'
import { isPublicName } from '../model/public-name.ts'
import type { Target } from '../model/target.ts'
import type { Dns } from '../net/dns.ts'
import { ask } from './ask.ts'
import type { Certificates } from './certificates.ts'

/** Looks up the TLSA records of an endpoint, and whether they name what it served. */
export type DaneInquiry = (delivery: Delivery, target: Target) => Promise<Answer<DaneEvidence>>

/** DANE (RFC 6698, RFC 7671, for SMTP RFC 7672): `_port._tcp.host`, all four usages. */
export function daneInquiry(dns: Dns, certificates: Certificates): DaneInquiry {
  return async (delivery, target) => {
    if (target.kind === 'file') return unanswered('not-asked', 'a file is served to nobody')
    if (!isPublicName(target.host)) return unanswered('not-asked', 'only public names are asked about')
    const name = `_${target.port}._tcp.${target.host}`
    return ask(async () => {
      const { tlsa, proven } = await dns(name, 'TLSA')
      const mail = target.starttls === 'smtp'
      const records = tlsa.map(({ usage, selector, matching, data }): TlsaRecord => {
        const wanted = { usage, selector, matching, data }
        return { usage, selector, matching, data, matches: matches(wanted, delivery, mail, certificates) }
      })
      return { name, records, proven }
    })
  }
}

type Wanted = Omit<TlsaRecord, 'matches'>

const usages = { pkixTa: 0, pkixEe: 1, daneTa: 2, daneEe: 3 } as const

/** `null` for what no client can use: an unknown number, or in mail the usages that rest on public CAs (RFC 7672 §3.1.3). */
function matches(
  record: Wanted,
  delivery: Delivery,
  mail: boolean,
  certificates: Certificates,
): boolean | null {
  const { usage } = record
  const { leaf, chain, trust } = delivery
  const names = (certificate: Certificate): boolean => isNamed(certificate, record)
  if (![0, 1].includes(record.selector) || ![0, 1, 2].includes(record.matching)) return null
  if (mail && (usage === usages.pkixTa || usage === usages.pkixEe)) return null
  switch (usage) {
    case usages.pkixEe:
    case usages.daneEe:
      return names(leaf)
    case usages.pkixTa: {
      // Without a path there is nothing that it could be a part of, which certificate/untrusted says.
      if (trust.paths.length === 0) return null
      return trust.paths.some((path) => path.certificates.slice(1).some(names))
    }
    case usages.daneTa: {
      const anchors = chain.slice(1).filter(names)
      if (anchors.some((anchor) => leadsTo(anchor, leaf, chain, certificates))) return true
      // A record that holds the anchor itself needs none in the chain (RFC 7671 §5.2.1).
      return record.matching === 0 ? null : false
    }
    default:
      return null
  }
}

function isNamed({ der, key }: Certificate, { selector, matching, data }: Wanted): boolean {
  const bytes = selector === 0 ? der : key.spki
  if (matching === 0) return Buffer.from(bytes).toString('hex') === data
  return hash(matching === 1 ? 'sha256' : 'sha512', bytes) === data
}

/** Whether signatures lead from the leaf to the anchor by what was sent. */
function leadsTo(
  anchor: Certificate,
  leaf: Certificate,
  chain: readonly Certificate[],
  certificates: Certificates,
): boolean {
  const reached = new Set([leaf])
  // A Set hands out what is added while it is walked.
  for (const certificate of reached) {
    if (certificates.signedBy(certificate, anchor)) return true
    for (const issuer of chain)
      if (!reached.has(issuer) && certificates.signedBy(certificate, issuer)) reached.add(issuer)
  }
  return false
}
