import type { VulnerabilityName, Vulnerability } from '../../model/grade.ts'
import type { Observation } from '../../model/observation.ts'
import { counted, listed } from '../../model/text.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { belowTls13, offered, offerUnder, speaksAny } from '../offered.ts'
import { flagged } from '../suites.ts'
import { detail } from '../unanswered.ts'

const titles: Readonly<Partial<Record<VulnerabilityName, string>>> = {
  heartbleed: 'Heartbleed',
  'ccs-injection': 'CCS injection',
  robot: 'ROBOT',
  crime: 'CRIME',
}

/** What the guide asks and this scan does not know, a sentence each; what cannot apply to the server is left out. */
export function notTested(
  scan: TlsScan,
  observation: Observation,
  found: Readonly<Record<VulnerabilityName, Vulnerability>>,
): readonly string[] {
  const older = speaksAny(scan, belowTls13) !== false
  const cbc = offered(scan, flagged('CBC'), ['TLSv1', 'TLSv1.1', 'TLSv1.2'])
  return [
    ...byCause([...vulnerabilities(found), ...insecureRenegotiation(scan, older)]),
    ...secureRenegotiation(scan, older),
    ...preference(scan),
    ...otherAddresses(scan, observation),
    ...(scan.hsts.known || scan.hsts.reason === 'not-asked' ? [] : [`HSTS: ${detail(scan.hsts)}`]),
    ...(cbc.suites.length > 0 || cbc.cut !== null
      ? [
          'Padding oracles of suites in CBC mode: POODLE against TLS, GOLDENDOODLE and their kin, CVE-2016-2107',
        ]
      : []),
    ...(older ? ['Ticketbleed (CVE-2016-9244)'] : []),
    ...(isRevocationKnown(observation) ? [] : ['Revocation of the certificate']),
    'Keys of the Debian OpenSSL flaw (CVE-2008-0166)',
  ]
}

/** What nobody looked at, and the rest of the sentence. */
type Untested = readonly [title: string, cause: string]

/** What was left out for one cause is one sentence. */
function byCause(untested: readonly Untested[]): readonly string[] {
  const alike = Map.groupBy(untested, ([, cause]) => cause)
  return [...alike].map(([cause, some]) => {
    const titles = listed(some.map(([title]) => title))
    return `${titles.charAt(0).toUpperCase()}${titles.slice(1)}: ${cause}`
  })
}

function vulnerabilities(found: Readonly<Record<VulnerabilityName, Vulnerability>>): readonly Untested[] {
  return Object.entries(titles).flatMap(([name, title]): readonly Untested[] => {
    const { vulnerable, evidence } = found[name as VulnerabilityName]
    return vulnerable === null ? [[title, evidence.charAt(0).toLowerCase() + evidence.slice(1)]] : []
  })
}

function insecureRenegotiation({ probes }: TlsScan, older: boolean): readonly Untested[] {
  const probe = probes['insecure-renegotiation']
  return !older || probe.known ? [] : [['insecure renegotiation', `not probed: ${detail(probe)}`]]
}

function secureRenegotiation({ features }: TlsScan, older: boolean): readonly string[] {
  const { secureRenegotiation: secure } = features
  return !older || secure.known || secure.reason === 'not-asked'
    ? []
    : [`Secure renegotiation: ${detail(secure)}`]
}

/** With `addresses: all` each is asked for its certificates, and one stands for all in the scan, which is long. */
function otherAddresses({ address }: TlsScan, { target, addresses }: Observation): readonly string[] {
  if (target.kind === 'file' || target.addresses === 'first') return []
  const others = addresses.filter((answer) => answer.address !== address).length
  if (others === 0) return []
  const where = counted(others, 'other address', 'other addresses')
  return [`Versions and suites at ${where}: only ${address ?? 'one of them'} was scanned`]
}

/** Whether the CA's word was heard on everything that stands below an anchor. */
function isRevocationKnown({ deliveries }: Observation): boolean {
  if (!deliveries.known) return false
  return deliveries.value.every(
    ({ revocation: { checks } }) => checks.length > 0 && checks.every(({ answer }) => answer.known),
  )
}

/** SWEET32 costs points only where the server picks a 64-bit suite, so the choice must be known. */
function preference(scan: TlsScan): readonly string[] {
  return (['TLSv1.1', 'TLSv1.2'] as const).flatMap((version) => {
    const offer = offerUnder(scan, version)
    if (offer === undefined || offer.serverPreference.known) return []
    if (offer.serverPreference.reason === 'not-asked') return []
    const block64 = offer.suites.found.some(flagged('BLOCK64'))
    return block64 ? [`Whether a suite with 64-bit blocks is picked: ${detail(offer.serverPreference)}`] : []
  })
}
