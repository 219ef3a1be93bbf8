import type { IpAddress } from '../../model/address.ts'
import { unanswered } from '../../model/answer.ts'
import type { Sha256 } from '../../model/certificate.ts'
import { tlsVersions } from '../../model/observation.ts'
import { cipherSuite } from '../../wire/cipher-suite.ts'
import { Malformed } from '../../wire/malformed.ts'
import { readChain } from '../chain.ts'
import type { Meeting } from '../converse.ts'
import type { Surroundings } from '../surroundings.ts'
import type { ShownChain } from './ledger.ts'

/** The chains of leaves that no ordinary handshake has shown, each as the newest version showed it. */
export function newMeetings(
  chains: readonly ShownChain[],
  leaves: ReadonlySet<Sha256>,
  address: IpAddress | null,
  around: Surroundings,
): readonly Meeting[] {
  const age = ({ version }: ShownChain): number => tlsVersions.indexOf(version)
  const seen = new Set(leaves)
  return chains
    .toSorted((a, b) => age(b) - age(a))
    .flatMap((shown) => {
      const meeting = meetingOf(shown, address, around)
      if (meeting === null || seen.has(meeting.chain[0].sha256)) return []
      seen.add(meeting.chain[0].sha256)
      return [meeting]
    })
}

/** `null` for a leaf that cannot be read: an ordinary handshake says so in words of its own. */
function meetingOf(
  { chain, version, suite }: ShownChain,
  address: IpAddress | null,
  around: Surroundings,
): Meeting | null {
  try {
    return {
      ...readChain(chain, around.certificates),
      sighting: {
        address,
        asked: 'scan',
        protocol: version,
        suite: cipherSuite(suite),
        clientCertificateDemanded: null,
      },
      era: 'legacy',
      verification: null,
      staple: unanswered('not-asked', 'the scan looked at another certificate of the same server'),
    }
  } catch (thrown) {
    if (!(thrown instanceof Malformed)) throw thrown
    return null
  }
}
