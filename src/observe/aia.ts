import { createHash } from 'node:crypto'

import { type Certificate, shortName } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { Delivery, Obstacle } from '../model/observation.ts'
import type { Trust } from '../model/target.ts'
import type { Cache } from '../net/cache-folder.ts'
import type { GuardedHttp } from '../net/guarded-http.ts'
import { readIssuerFile } from '../wire/containers.ts'
import { ask } from './ask.ts'
import type { Certificates } from './certificates.ts'
import { wanted } from './revocation-ways.ts'
import type { TrustStore } from './trust-store.ts'
import { trustEvidence } from './trust.ts'

/** Looks for what an incomplete chain lacks; answers the delivery as it is where that cannot be had. */
export type Completion = (delivery: Delivery, trust: Trust, allowPrivate: boolean) => Promise<Delivery>

export interface CompletionWays {
  readonly http: GuardedHttp
  readonly cache: Cache
  readonly certificates: Certificates
  readonly storeFor: (trust: Trust) => TrustStore
  readonly deadlineMs: number
}

type Missing = Extract<Obstacle, { kind: 'issuer-missing' }>

/**
 * Fetches the issuers that a server forgot to send from where the certificates say (RFC 5280 §4.2.2.1), step by step,
 * and proves them: a key that signed the certificate below, and in the end a path to an anchor. The chain stays
 * incomplete; what is found goes into the hint.
 */
export function completion(ways: CompletionWays): Completion {
  const fetched = new Map<string, Promise<readonly Uint8Array[]>>()

  const issuerOf = async (top: Certificate, allowPrivate: boolean): Promise<Certificate | null> => {
    for (const url of top.caIssuerUrls.slice(0, inquiryLimits.issuerUrls)) {
      const key = `${allowPrivate} ${url}`
      const coming = fetched.get(key) ?? issuerFile(url, allowPrivate, ways)
      fetched.set(key, coming)
      const found = await ask(async () =>
        (await coming)
          .map((der) => ways.certificates.read(der))
          .find((issuer) => ways.certificates.signedBy(top, issuer)),
      )
      if (found.known && found.value !== undefined) return found.value
    }
    return null
  }

  return async (delivery, trust, allowPrivate) => {
    const { obstacle } = delivery.trust
    if (obstacle?.kind !== 'issuer-missing' || obstacle.named?.kind !== 'aia') return delivery
    const { named } = obstacle
    const store = ways.storeFor(trust)
    const [leaf, ...sent] = delivery.chain
    if (leaf === undefined) return delivery
    const proved: Certificate[] = []
    let missing: Missing = obstacle
    while (proved.length < inquiryLimits.issuerSteps) {
      const top = topOf([...delivery.chain, ...proved], missing)
      const issuer = top === undefined ? null : await issuerOf(top, allowPrivate)
      if (issuer === null || proved.includes(issuer)) return delivery
      proved.push(issuer)
      const { paths, obstacle: next } = trustEvidence([leaf, ...sent, ...proved], store, ways.certificates)
      if (paths.length > 0) {
        const found = { ...obstacle, named: { ...named, proved } }
        return { ...delivery, trust: { ...delivery.trust, obstacle: found } }
      }
      if (next?.kind !== 'issuer-missing') return delivery
      missing = next
    }
    return delivery
  }
}

/** The certificate at which the climb came to an end. */
function topOf(chain: readonly Certificate[], { issuer, named }: Missing): Certificate | undefined {
  if (named?.kind !== 'aia') return undefined
  return chain.findLast(
    (certificate) => certificate.caIssuerUrls[0] === named.url && shortName(certificate.issuer) === issuer,
  )
}

/** The certificates of a file, as DER. What comes from the cache is proved like what was fetched: by its key. */
async function issuerFile(
  url: string,
  allowPrivate: boolean,
  { http, cache, deadlineMs }: CompletionWays,
): Promise<readonly Uint8Array[]> {
  const name = `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.issuer`
  const held = await cache.read(name, inquiryLimits.issuerBytes)
  if (held !== null) {
    const kept = await ask(async () => readIssuerFile(held))
    if (kept.known) return kept.value
  }
  const plain = { method: 'GET', headers: {}, body: null, mostBytes: inquiryLimits.issuerBytes } as const
  const bytes = wanted(await http({ ...plain, url, deadlineMs, allowPrivate }), url)
  const issuers = readIssuerFile(bytes)
  await cache.write(name, bytes)
  return issuers
}
