import type { Answer } from '../../model/answer.ts'
import type { Certificate } from '../../model/certificate.ts'
import type { Grade } from '../../model/grade.ts'
import { type Delivery, tlsVersions } from '../../model/observation.ts'
import { keyName } from '../../model/remembered-certificate.ts'
import { listed } from '../../model/text.ts'
import type { NamedGroup, TlsScan } from '../../model/tls-scan.ts'
import { offered, speaks, spokenVersions, versionList } from '../offered.ts'
import { groupsOf } from './key-exchanges.ts'
import {
  allowedCurves,
  allowedGroups,
  leastRsaBits,
  type MozillaProfile,
  mozillaProfiles,
} from './mozilla-profiles.ts'

type Outcome = Pick<Grade, 'mozillaProfile' | 'mozillaVersion' | 'mozillaObstacle'>

/**
 * The best profile whose lists hold everything that is offered: versions, suites, groups, DH, kinds and signatures of
 * certificates. HSTS, stapling, life spans and order are no offers and have findings of their own.
 */
export function mozillaProfile(scan: TlsScan, deliveries: Answer<readonly Delivery[]>): Outcome {
  const tried = mozillaProfiles.map((profile) => ({ profile, strangers: outside(profile, scan, deliveries) }))
  const reached = tried.findIndex(({ strangers }) => strangers.length === 0)
  const best = tried[reached]
  if (best === undefined)
    return { mozillaProfile: 'none', mozillaVersion: '6.0', mozillaObstacle: obstacle(nearest(tried)) }
  const { name, version } = best.profile
  if (!isWhole(scan, deliveries))
    return { mozillaProfile: null, mozillaVersion: version, mozillaObstacle: null }
  return { mozillaProfile: name, mozillaVersion: version, mozillaObstacle: obstacle(tried[reached - 1]) }
}

/** Up to TLS 1.2 the groups of RFC 7919 are weighed with all other DH, by their size. */
function isCurve({ name }: NamedGroup): boolean {
  return !name.startsWith('ffdhe')
}

interface Tried {
  readonly profile: MozillaProfile
  readonly strangers: readonly string[]
}

/** Where no profile fits: the one with the fewest things in its way, of equals the better. */
function nearest(tried: readonly Tried[]): Tried | undefined {
  return tried.toSorted((one, other) => one.strangers.length - other.strangers.length)[0]
}

function obstacle(tried: Tried | undefined): string | null {
  if (tried === undefined) return null
  const { profile, strangers } = tried
  return `${profile.name} ${profile.version} does not allow ${strangers.join('; ')}`
}

const mostNamed = 5

/** What is certainly offered and not on the profile's lists, a phrase a kind. */
function outside(
  profile: MozillaProfile,
  scan: TlsScan,
  deliveries: Answer<readonly Delivery[]>,
): readonly string[] {
  const versions = spokenVersions(scan).filter((version) => !profile.versions.includes(version))
  const suites = offered(scan, ({ name }) => !profile.suites.has(name)).suites
  const groups = scan.offers
    .flatMap(({ version, groups: { found } }) => (version === 'TLSv1.3' ? found : found.filter(isCurve)))
    .filter(({ id }) => !allowedGroups.includes(id))
  const groupNames = [...new Set(groups.map(({ name }) => name))]
  const { leastDhBits } = profile
  const dh = scan.dh.filter(({ bits }) => leastDhBits === null || bits < leastDhBits)
  const leaves = deliveries.known ? deliveries.value.map(({ leaf }) => leaf) : []
  return [
    versionList(versions),
    listed(
      suites.map(({ suite }) => suite.name),
      mostNamed,
    ),
    groupNames.length === 0
      ? ''
      : `the ${groupNames.length === 1 ? 'group' : 'groups'} ${listed(groupNames, mostNamed)}`,
    ...dh.slice(0, 1).map(({ bits }) => `DH of ${bits} bits`),
    ...new Set(leaves.flatMap((leaf) => strange(leaf, profile))),
  ].filter((phrase) => phrase !== '')
}

function strange(leaf: Certificate, { certificateTypes, signatures }: MozillaProfile): readonly string[] {
  const { key, signatureAlgorithm } = leaf
  const weak =
    key.type === 'EC'
      ? !allowedCurves.includes(key.curve ?? '')
      : key.type === 'RSA' && key.bits !== null && key.bits < leastRsaBits
  return [
    ...(weak || !certificateTypes.includes(key.type) ? [`a certificate with the key ${keyName(key)}`] : []),
    ...(signatures.includes(signatureAlgorithm.name)
      ? []
      : [`a certificate signed with ${listed([signatureAlgorithm.name])}`]),
  ]
}

/** Whether nothing else can be offered: every version, suite, group and certificate is known. */
function isWhole(scan: TlsScan, deliveries: Answer<readonly Delivery[]>): boolean {
  const versions = tlsVersions.every((version) => speaks(scan, version) !== null)
  const some = spokenVersions(scan).length > 0
  return some && versions && offered(scan).cut === null && groupsOf(scan) !== null && deliveries.known
}
