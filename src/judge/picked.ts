import type { CipherSuite, TlsVersion } from '../model/observation.ts'
import type { TlsScan } from '../model/tls-scan.ts'
import { offerUnder } from './offered.ts'
import { flagged, isOfToday } from './suites.ts'

/**
 * What a client of today, which offers everything it has, may be given under a version: one suite where the server
 * chooses, any of them where the client does. Empty where that is not known.
 */
export function picksToday(scan: TlsScan, version: TlsVersion): readonly CipherSuite[] {
  const ofToday = picks(scan, version, isOfToday)
  return ofToday.length > 0 ? ofToday : picks(scan, version, () => true)
}

const isBlock64 = flagged('BLOCK64')

/**
 * The 64-bit suite that a server picks although AES is offered, too: only then does SWEET32 meet the clients of today
 * (Qualys, 2016-11-16). `null`: none, or nobody knows.
 */
export function pickedBlock64(scan: TlsScan, version: TlsVersion): CipherSuite | null {
  const given = picks(scan, version, (suite) => isBlock64(suite) || isOfToday(suite))
  return given.every(isBlock64) ? (given[0] ?? null) : null
}

function picks(
  scan: TlsScan,
  version: TlsVersion,
  offers: (suite: CipherSuite) => boolean,
): readonly CipherSuite[] {
  const offer = offerUnder(scan, version)
  if (offer === undefined) return []
  const candidates = offer.suites.found.filter(offers)
  const { serverPreference } = offer
  if (serverPreference.known && serverPreference.value) return candidates.slice(0, 1)
  return offer.suites.cut === null ? candidates : []
}
