import { shownLimits } from '../model/limits.ts'
import type { Observation, Sighting } from '../model/observation.ts'
import { listed } from '../model/text.ts'
import type { Verdict } from './rule.ts'

/**
 * What an ordinary client negotiates, address by address: it offers everything, so what it gets is the best the
 * server has. Handshakes that ask for one kind of key, and the hellos of a scan, offer less and prove nothing here.
 */
export function aboutNegotiated(
  observation: Observation,
  concerns: (sighting: Sighting) => boolean,
  says: (sighting: Sighting) => string,
  fix: string,
): Verdict | null {
  if (!observation.deliveries.known) return null
  const seen = observation.deliveries.value
    .flatMap(({ sightings }) => sightings)
    .filter(({ asked }) => asked === 'any')
  const concerned = seen.filter(concerns)
  const [first] = concerned
  if (first === undefined) return null
  const sentences = [...new Set(concerned.map(says))]
  const addresses = [...new Set(concerned.flatMap(({ address }) => (address === null ? [] : [address])))]
  const where = seen.length > concerned.length && addresses.length > 0 ? ` (at ${listed(addresses, 20)})` : ''
  return {
    message: `An ordinary client ${listed(sentences, 10)}${where}`,
    fix,
    evidence: {
      negotiated: concerned.slice(0, shownLimits.evidence).map(({ address, protocol, suite }) => ({
        address,
        protocol,
        cipher: suite.name,
        bits: suite.bits,
      })),
    },
  }
}
