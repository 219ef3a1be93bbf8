import { createHash } from 'node:crypto'

import type { Certificate } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { RevocationStatus } from '../model/revocation.ts'
import { ConversationError } from '../net/conversation-error.ts'
import { type Crl, crlVerifies, readCrl, revokedIn } from '../wire/crl.ts'
import { Malformed } from '../wire/malformed.ts'
import { readPem } from '../wire/pem.ts'
import { ask } from './ask.ts'
import { checkFreshness, type RevocationWays, wanted } from './revocation-ways.ts'

/** Looks certificates up in their CRLs; each distribution point is asked once in a run, and not before nextUpdate. */
export interface Crls {
  /** Throws ConversationError or `Malformed` where the list says nothing certain about the certificate. */
  status(
    url: string,
    certificate: Certificate,
    issuer: Certificate,
    allowPrivate: boolean,
  ): Promise<RevocationStatus>
}

export function crls(ways: RevocationWays): Crls {
  const fetched = new Map<string, Promise<Crl>>()
  let bytes = 0

  const once = async (key: string, fetch: () => Promise<Crl>): Promise<Crl> => {
    if (bytes >= ways.mostAllCrlBytes) {
      const sentence = `this run holds ${bytes} octets of CRLs, and fetches no more`
      throw new ConversationError('not-observed', sentence)
    }
    const coming = fetch()
    fetched.set(key, coming)
    const crl = await coming
    bytes += crl.bytes.length
    return crl
  }
  return {
    async status(url, certificate, issuer, allowPrivate) {
      const key = `${issuer.spkiSha256} ${allowPrivate} ${url}`
      const crl = await (fetched.get(key) ?? once(key, () => crlAt(url, issuer, allowPrivate, ways)))
      demandCovers(crl, certificate)
      const revoked = revokedIn(crl, certificate)
      const { thisUpdate, nextUpdate } = crl
      const word = { source: 'crl', thisUpdate, nextUpdate } as const
      if (revoked === null) return { status: 'good', ...word }
      return { status: 'revoked', revokedAt: revoked.at, reason: revoked.reason, ...word }
    },
  }
}

async function crlAt(
  url: string,
  issuer: Certificate,
  allowPrivate: boolean,
  { http, cache, clock, mostCrlBytes }: RevocationWays,
): Promise<Crl> {
  const name = `${createHash('sha256').update(`${issuer.spkiSha256} ${url}`).digest('hex').slice(0, 32)}.crl`
  const held = await cache.read(name, mostCrlBytes)
  if (held !== null) {
    const kept = await ask(async () => proved(held, issuer, clock()))
    if (kept.known) return kept.value
  }
  const plain = { method: 'GET', headers: {}, body: null } as const
  const answer = await http({
    ...plain,
    url,
    deadlineMs: inquiryLimits.crlMs,
    mostBytes: mostCrlBytes,
    allowPrivate,
  })
  const bytes = derOf(wanted(answer, url))
  const crl = proved(bytes, issuer, clock())
  if (crl.nextUpdate !== null) await cache.write(name, bytes)
  return crl
}

/** RFC 5280 §4.2.1.13 demands DER; private CAs publish PEM, too. */
function derOf(bytes: Buffer): Uint8Array {
  if (!bytes.subarray(0, 11).equals(Buffer.from('-----BEGIN '))) return bytes
  const block = readPem(bytes).find(({ label }) => label === 'X509 CRL')
  if (block === undefined) throw new Malformed('crl: PEM without an X509 CRL')
  return block.der
}

/** A list that its issuer signed and that is in force. */
function proved(bytes: Uint8Array, issuer: Certificate, now: Date): Crl {
  const crl = readCrl(bytes)
  if (Buffer.compare(crl.issuer, issuer.subject.der) !== 0) throw new Malformed('crl: of another issuer')
  checkFreshness('crl', crl, now)
  if (!crlVerifies(crl, issuer)) throw new Malformed('crl: the signature does not verify')
  return crl
}

/** RFC 5280 §6.3.3 (b)(2): the list of another shard, or of another kind of certificate, says nothing of this one. */
function demandCovers({ scope }: Crl, { crlUrls, basicConstraints }: Certificate): void {
  if (scope === null) return
  const kind = basicConstraints?.ca === true ? 'ca' : 'user'
  if (scope.only !== null && scope.only !== kind) throw new Malformed('crl: for another kind of certificate')
  if (scope.urls.length > 0 && !scope.urls.some((url) => crlUrls.includes(url))) {
    throw new Malformed('crl: of another distribution point')
  }
}
