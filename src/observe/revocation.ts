import { type Answer, known, type Unanswered, unanswered } from '../model/answer.ts'
import type { Certificate } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { Delivery } from '../model/observation.ts'
import type { RevocationCheck, RevocationEvidence, RevocationStatus, Staple } from '../model/revocation.ts'
import { counted } from '../model/text.ts'
import { ask } from './ask.ts'
import { crls } from './crls.ts'
import { ocspStatus, ocspWord, provedAnswer } from './ocsp.ts'
import type { RevocationWays } from './revocation-ways.ts'

/** Asks for the status of everything on a chain's trusted paths below the anchor. */
export type RevocationInquiry = (delivery: Delivery, allowPrivate: boolean) => Promise<RevocationEvidence>

/**
 * Revocation as RFC 5280 §6.3 and RFC 6960 have it: the CRL, then, where there is none, a staple or an OCSP request.
 * A staple that says "good" may be older than the CRL, so that either revokes. Only what a path to an anchor vouches
 * for is asked about: a stranger's certificate may name anything.
 */
export function revocationInquiry(ways: RevocationWays): RevocationInquiry {
  const lists = crls(ways)
  const asked = new Map<string, Promise<Answer<RevocationStatus>>>()

  const fromLists = (
    { certificate, issuer }: Pair,
    allowPrivate: boolean,
  ): Promise<Answer<RevocationStatus>> =>
    firstWord(certificate.crlUrls, (url) => lists.status(url, certificate, issuer, allowPrivate))

  const statusOf = async (pair: Pair, allowPrivate: boolean): Promise<Answer<RevocationStatus>> => {
    const { certificate, issuer } = pair
    const listed = await fromLists(pair, allowPrivate)
    if (listed.known) return listed
    const answered = await firstWord(certificate.ocspUrls, (url) =>
      ocspStatus(url, certificate, issuer, allowPrivate, ways),
    )
    return answered.known || certificate.crlUrls.length === 0 ? answered : listed
  }

  /** A certificate that many endpoints serve is asked about once. */
  const onceFor = (pair: Pair, allowPrivate: boolean): Promise<Answer<RevocationStatus>> => {
    const key = `${pair.certificate.sha256} ${pair.issuer.sha256} ${allowPrivate}`
    const coming = asked.get(key) ?? statusOf(pair, allowPrivate)
    asked.set(key, coming)
    return coming
  }

  return async (delivery, allowPrivate) => {
    const now = ways.clock()
    const { staple, word } = await readStaple(delivery, now)
    const answerOn = async (pair: Pair): Promise<Answer<RevocationStatus>> => {
      const { sha256, notAfter } = pair.certificate
      const stapled = word.known && sha256 === delivery.leaf.sha256
      if (stapled && word.value.status === 'revoked') return word
      if (notAfter === null || notAfter < now)
        return stapled
          ? word
          : unanswered('not-asked', 'a CA says nothing about certificates that have expired')
      if (!stapled) return onceFor(pair, allowPrivate)
      const listed = await fromLists(pair, allowPrivate)
      return listed.known && listed.value.status === 'revoked' ? listed : word
    }
    const checks = pairsOf(delivery).map(async (pair): Promise<RevocationCheck> => ({
      certificate: pair.certificate,
      answer: await answerOn(pair),
    }))
    return { checks: await Promise.all(checks), staple }
  }
}

/** What the first address says that says anything certain; else why the first one does not. */
async function firstWord(
  urls: readonly string[],
  asking: (url: string) => Promise<RevocationStatus>,
): Promise<Answer<RevocationStatus>> {
  let failure: Unanswered | undefined
  for (const url of urls.slice(0, inquiryLimits.revocationUrls)) {
    const answer = await ask(() => asking(url))
    if (answer.known) return answer
    failure ??= answer
  }
  if (failure === undefined)
    return unanswered('not-asked', 'the certificate names neither a CRL nor an OCSP responder')
  const left = urls.length - inquiryLimits.revocationUrls
  if (left <= 0) return failure
  return unanswered(
    failure.reason,
    `${failure.detail}; ${counted(left, 'further address', 'further addresses')} not asked`,
  )
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
