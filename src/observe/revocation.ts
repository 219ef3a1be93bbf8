import { type Answer, known, type Unanswered, unanswered } from '../model/answer.ts'
import type { Certificate } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { Delivery } from '../model/observation.ts'
import type { RevocationCheck, RevocationEvidence, RevocationStatus, Staple } from '../model/revocation.ts'
import { ask } from './ask.ts'
import { crls } from './crls.ts'
import { ocspStatus, ocspWord, provedAnswer } from './ocsp.ts'
import type { RevocationWays } from './revocation-ways.ts'

/** Asks for the status of everything on a chain's trusted paths below the anchor. */
export type RevocationInquiry = (delivery: Delivery, allowPrivate: boolean) => Promise<RevocationEvidence>

/**
 * Revocation as RFC 5280 §6.3 and RFC 6960 have it: the staple first, then the CRL, then, where there is none, an
 * OCSP request. Only what a path to an anchor vouches for is asked about: a stranger's certificate may name anything.
 */
export function revocationInquiry(ways: RevocationWays): RevocationInquiry {
  const lists = crls(ways)
  const asked = new Map<string, Promise<Answer<RevocationStatus>>>()

  const statusOf = async (
    { certificate, issuer }: Pair,
    allowPrivate: boolean,
  ): Promise<Answer<RevocationStatus>> => {
    const { notAfter, crlUrls, ocspUrls } = certificate
    if (notAfter === null || notAfter < ways.clock()) {
      return unanswered('not-asked', 'a CA says nothing about certificates that have expired')
    }
    const attempts = [
      ...crlUrls
        .slice(0, inquiryLimits.revocationUrls)
        .map((url) => () => lists.status(url, certificate, issuer, allowPrivate)),
      ...ocspUrls
        .slice(0, inquiryLimits.revocationUrls)
        .map((url) => () => ocspStatus(url, certificate, issuer, allowPrivate, ways)),
    ]
    let failure: Unanswered | undefined
    for (const attempt of attempts) {
      const answer = await ask(attempt)
      if (answer.known) return answer
      failure ??= answer
    }
    return failure ?? unanswered('not-asked', 'the certificate names neither a CRL nor an OCSP responder')
  }

  /** A certificate that many endpoints serve is asked about once. */
  const onceFor = (pair: Pair, allowPrivate: boolean): Promise<Answer<RevocationStatus>> => {
    const key = `${pair.certificate.sha256} ${pair.issuer.sha256} ${allowPrivate}`
    const coming = asked.get(key) ?? statusOf(pair, allowPrivate)
    asked.set(key, coming)
    return coming
  }

  return async (delivery, allowPrivate) => {
    const { staple, word } = await readStaple(delivery, ways.clock())
    const checks = pairsOf(delivery).map(async (pair): Promise<RevocationCheck> => {
      const { certificate } = pair
      const stapled = word.known && certificate.sha256 === delivery.leaf.sha256
      return { certificate, answer: stapled ? word : await onceFor(pair, allowPrivate) }
    })
    return { checks: await Promise.all(checks), staple }
  }
}

interface Pair {
  readonly certificate: Certificate
  readonly issuer: Certificate
}

/** Every certificate below an anchor with the issuer that signed it, each once, leaf first. */
function pairsOf({ trust }: Delivery): readonly Pair[] {
  const pairs = new Map<string, Pair>()
  for (const { certificates } of trust.paths) {
    for (const [index, certificate] of certificates.slice(0, -1).entries()) {
      const issuer = certificates[index + 1]
      if (issuer !== undefined && !pairs.has(certificate.sha256))
        pairs.set(certificate.sha256, { certificate, issuer })
    }
  }
  return [...pairs.values()]
}

/** What the staple is worth, and the word on the leaf where it gives one. */
async function readStaple(
  { leaf, trust, staple }: Delivery,
  now: Date,
): Promise<{ readonly staple: Answer<Staple | null>; readonly word: Answer<RevocationStatus> }> {
  const nothing = unanswered('not-asked', 'no staple came')
  if (!staple.known) return { staple, word: nothing }
  const bytes = staple.value
  const issuer = trust.paths[0]?.certificates[1]
  if (bytes === null) return { staple: known(null), word: nothing }
  if (issuer === undefined)
    return { staple: unanswered('not-asked', 'the issuer is not at hand'), word: nothing }
  const answer = await ask(async () => provedAnswer(bytes, leaf, issuer, now))
  if (!answer.known) return { staple: known({ sound: false, fault: answer.detail }), word: nothing }
  const { status, nextUpdate } = answer.value
  return {
    staple: known({ sound: true, says: status, nextUpdate }),
    word: await ask(async () => ocspWord('staple', answer.value)),
  }
}
