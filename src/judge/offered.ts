import { type Unanswered, unanswered } from '../model/answer.ts'
import { shownLimits } from '../model/limits.ts'
import { type CipherSuite, type TlsVersion, tlsVersions } from '../model/observation.ts'
import { listed } from '../model/text.ts'
import type { Offer, TlsScan } from '../model/tls-scan.ts'
import { protocolNames } from './protocol-names.ts'

/** The suites of one kind that a server would agree to. What was found is certain, however the search ended. */
export interface Offered {
  readonly suites: readonly OfferedSuite[]
  /** Why nobody knows whether there are more; `null`: there are none. */
  readonly cut: Unanswered | null
}

export interface OfferedSuite {
  readonly suite: CipherSuite
  readonly versions: readonly TlsVersion[]
}

export const belowTls13: readonly TlsVersion[] = tlsVersions.slice(0, -1)

/** Looks through everything a server would agree to under these versions. */
export function offered(
  scan: TlsScan,
  concerns: (suite: CipherSuite) => boolean = () => true,
  under: readonly TlsVersion[] = tlsVersions,
): Offered {
  const found = new Map<number, { readonly suite: CipherSuite; readonly versions: TlsVersion[] }>()
  for (const { version, suites } of scan.offers.filter((offer) => under.includes(offer.version))) {
    for (const suite of suites.found.filter(concerns)) {
      const same = found.get(suite.id)
      if (same === undefined) found.set(suite.id, { suite, versions: [version] })
      else if (!same.versions.includes(version)) same.versions.push(version)
    }
  }
  const cuts = under.flatMap((version) => cutOf(scan, version) ?? [])
  return { suites: [...found.values()], cut: cuts[0] ?? null }
}

const noList = unanswered('not-observed', 'the suites of this version were not asked for')

function cutOf(scan: TlsScan, version: TlsVersion): Unanswered | null {
  const spoken = scan.versions[version]
  if (!spoken.known) return spoken
  if (!spoken.value) return null
  return (offerUnder(scan, version)?.suites ?? { cut: noList }).cut
}

export function offerUnder(scan: TlsScan, version: TlsVersion): Offer | undefined {
  return scan.offers.find((offer) => offer.version === version)
}

/** The versions that are certainly spoken, oldest first. */
export function spokenVersions(scan: TlsScan): readonly TlsVersion[] {
  return tlsVersions.filter((version) => speaks(scan, version) === true)
}

/** Whether a version is spoken; `null` when nobody knows. */
export function speaks({ versions }: TlsScan, version: TlsVersion): boolean | null {
  const answer = versions[version]
  return answer.known ? answer.value : null
}

/** Whether one of these versions is spoken; `null` when none certainly is, and nobody knows of all of them. */
export function speaksAny(scan: TlsScan, versions: readonly TlsVersion[]): boolean | null {
  const answers = versions.map((version) => speaks(scan, version))
  if (answers.includes(true)) return true
  return answers.includes(null) ? null : false
}

/** `TLS 1.0 and TLS 1.2`; of three and more in a row the first and the last: `TLS 1.0 to TLS 1.2`. */
export function versionList(versions: readonly TlsVersion[]): string {
  const names = versions.map((version) => protocolNames[version])
  const [first, last] = [versions[0], versions.at(-1)]
  if (first === undefined || last === undefined) return ''
  const span = tlsVersions.indexOf(last) - tlsVersions.indexOf(first) + 1
  return versions.length > 2 && versions.length === span
    ? `${protocolNames[first]} to ${protocolNames[last]}`
    : listed(names, names.length)
}

/** `TLS_RSA_WITH_RC4_128_SHA (TLS 1.0 and TLS 1.2), TLS_…`, every one of them. */
export function suiteList(suites: readonly OfferedSuite[], most: number = shownLimits.suites): string {
  return listed(
    suites.map(({ suite, versions }) => `${suite.name} (${versionList(versions)})`),
    most,
  )
}

const fewNamed = 3

/** The same where examples are enough, because a finding names them all. */
export function someSuites(suites: readonly OfferedSuite[]): string {
  return suiteList(suites, fewNamed)
}
