import { known, unanswered } from '../model/answer.ts'
import type { CaaCheck, CaaSet } from '../model/dns-evidence.ts'
import { parseHostname } from '../model/hostname.ts'
import { dnsLimits } from '../model/limits.ts'
import type { Delivery } from '../model/observation.ts'
import { isPublicName } from '../model/public-name.ts'
import type { Dns } from '../net/dns.ts'
import { ask } from './ask.ts'

/** Looks up whom CAA permits to issue for the names of a leaf. */
export type CaaInquiry = (delivery: Delivery) => Promise<readonly CaaCheck[]>

/** CAA as CAs look it up (RFC 8659 §3): from the name upwards, the root excluded, to the first set found. */
export function caaInquiry(dns: Dns): CaaInquiry {
  const sets = new Map<string, Promise<CaaSet>>()

  const setFor = (name: string): Promise<CaaSet> => {
    const coming = sets.get(name) ?? climb(name)
    sets.set(name, coming)
    return coming
  }
  const climb = async (name: string): Promise<CaaSet> => {
    const { caa } = await dns(name, 'CAA')
    if (caa.length > 0) return { at: name, records: caa }
    const dot = name.indexOf('.')
    return dot < 0 ? { at: null, records: [] } : setFor(name.slice(dot + 1))
  }

  return async ({ leaf }) => {
    const names = leaf.alternativeNames.flatMap(({ kind, value }) =>
      kind === 'dns' ? [value.toLowerCase()] : [],
    )
    const wanted = [...new Set(names)].slice(0, dnsLimits.caaNames)
    return Promise.all(
      wanted.map(async (name): Promise<CaaCheck> => {
        const host = parseHostname(name.replace(/^\*\./u, ''))
        if (host === undefined || !isPublicName(host) || host.split('.').length > dnsLimits.caaLabels)
          return { name, answer: unanswered('not-asked', 'only public names are asked about') }
        const answer = await ask(() => setFor(host))
        return { name, answer: answer.known ? known(answer.value) : answer }
      }),
    )
  }
}
