import { shownLimits } from '../../model/limits.ts'
import type { CipherSuite, Observation } from '../../model/observation.ts'
import { type Strength, suiteStrength } from '../../model/suite-strength.ts'
import { listed } from '../../model/text.ts'
import type { Offer } from '../../model/tls-scan.ts'
import { asDirective } from '../directives.ts'
import { protocolNames } from '../protocol-names.ts'
import type { Rule, Verdict } from '../rule.ts'

const ranks: readonly Strength[] = ['secure', 'weak', 'insecure']

/** Between suites of one strength the order is the client's business, as Mozilla advises. */
export const cipherOrder: Rule = {
  id: 'cipher/order',
  severity: 'notice',
  title: 'Strong suites come before weak ones',
  help: `The server prefers a weaker suite to a stronger one, or leaves the choice to the client although weaker suites
are among those it accepts: then a badly configured client gets less than both sides could have. Where all suites
are equally strong, a server without an order of its own is right: a phone without AES in its processor does better
with ChaCha20-Poly1305.

**What to do.** Remove the weaker suites, or move them to the end and let the server choose. RFC 9325 §4.2.`,

  judge({ tls, target }: Observation): Verdict | null {
    if (!tls.known) return null
    const disorders = tls.value.offers.flatMap((offer) => {
      const says = disorder(offer)
      return says === null ? [] : [{ offer, says }]
    })
    if (disorders.length === 0) return null
    return {
      message: disorders.map(({ offer, says }) => `Under ${protocolNames[offer.version]} ${says}`).join('; '),
      fix: `Remove the weaker suites, or move them to the end and let the server choose.${asDirective(target, 'order')}`,
      evidence: {
        order: disorders.map(({ offer }) => ({
          protocol: offer.version,
          server_preference: offer.serverPreference.known && offer.serverPreference.value,
          ciphers: offer.suites.found.map(({ name }) => name),
        })),
      },
    }
  },
}

function disorder({ serverPreference, suites: { found } }: Offer): string | null {
  if (!serverPreference.known) return null
  const weaker = found.filter((suite, index) =>
    (serverPreference.value ? found.slice(index + 1) : found).some((other) => rank(other) < rank(suite)),
  )
  if (weaker.length === 0) return null
  const names = listed(
    weaker.map(({ name }) => name),
    shownLimits.suites,
  )
  return serverPreference.value
    ? `the server prefers ${names} to stronger suites`
    : `the client chooses, and ${names} ${weaker.length === 1 ? 'is' : 'are'} weaker than the rest`
}

/** A number nobody registered stands nowhere: every comparison with it is false. */
function rank(suite: CipherSuite): number {
  const strength = suiteStrength(suite)
  return strength === null ? NaN : ranks.indexOf(strength)
}
