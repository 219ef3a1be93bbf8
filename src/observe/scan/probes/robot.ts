import { type Answer, known, unanswered } from '../../../model/answer.ts'
import type { Offer, ProbeResult } from '../../../model/tls-scan.ts'
import { suiteTraits } from '../../../wire/cipher-suite.ts'
import type { Session } from '../session.ts'
import { newestOld, type OldOffer } from './opening.ts'
import type { Probe } from './probe.ts'
import { blockNames, type Manner, react, type Reaction } from './rsa-blocks.ts'

/**
 * The ROBOT family (CVE-2017-13099 and many others; Böck, Somorovsky, Young: "Return Of Bleichenbacher's Oracle
 * Threat", 2018): a server that shows whether an RSA-encrypted premaster secret was well formed decrypts for whoever
 * asks often enough. RFC 5246 §7.4.7.1 has it go on with random numbers as if nothing were wrong.
 *
 * Five blocks of our own making, one well formed, are sent and never a recorded one. Only a difference that shows
 * again, in each block alike, three times in all, is an oracle.
 */
export const robot: Probe = async (session, { offers }) => {
  const offer = withStaticRsa(offers)
  if (offer === undefined) return unanswered('not-asked', 'no suite sends the secret encrypted with RSA')
  for (const manner of ['whole', 'half'] as const) {
    const round = await sendAll(offer, session, manner)
    if (!round.known) return round
    if (allAlike(round.value)) {
      if (manner === 'whole' && round.value[0] === 'silence')
        return unanswered('timed-out', 'the server does not answer to the end of the handshake at all')
      continue
    }
    return confirmed(round.value, offer, session, manner)
  }
  return known({ vulnerable: false, evidence: 'The server answers five RSA blocks, good and bad, alike.' })
}

const rounds = 3

/** The offer, cut down to the suites of TLS_RSA. */
function withStaticRsa(offers: readonly Offer[]): OldOffer | undefined {
  return newestOld(
    offers.map((offer) => {
      const found = offer.suites.found.filter(
        ({ id, flags }) => suiteTraits(id).keyExchange === 'RSA' && !flags.includes('EXPORT'),
      )
      return { ...offer, suites: { ...offer.suites, found } }
    }),
  )
}

type Round = readonly Reaction[]

/** One after the other: a server that serves one at a time would make the others wait, and that looks like silence. */
async function sendAll(offer: OldOffer, session: Session, manner: Manner): Promise<Answer<Round>> {
  const round: Reaction[] = []
  for (const block of blockNames) {
    const reaction = await react(block, manner, offer, session)
    if (!reaction.known) return reaction
    round.push(reaction.value)
  }
  return known(round)
}

async function confirmed(
  first: Round,
  offer: OldOffer,
  session: Session,
  manner: Manner,
): Promise<Answer<ProbeResult>> {
  for (let repeated = 1; repeated < rounds; repeated++) {
    const again = await sendAll(offer, session, manner)
    if (!again.known) return again
    if (again.value.some((reaction, index) => reaction !== first[index]))
      return unanswered('malformed', 'the server answers the same RSA block differently from time to time')
  }
  const reactions = blockNames.map((name, index) => `${name}: ${first[index] ?? ''}`).join('; ')
  const evidence = `The server tells RSA blocks apart, ${rounds} times alike (${reactions}).`
  return known({ vulnerable: true, evidence })
}

function allAlike(round: Round): boolean {
  return new Set(round).size === 1
}
