import { tlsVersions, type TlsVersion } from '../../src/model/observation.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { cipherSuite, cipherSuiteByName } from '../../src/wire/cipher-suite.ts'

/** What a witness, independent of us, says that a server agrees to. What it cannot know is not in it. */
export interface Testimony {
  /** Who says so, with the version: `nmap 7.93`. */
  readonly witness: string
  readonly versions: Said<boolean>
  /** By number and name; in the server's order where `preference` says that it has one, else sorted. */
  readonly suites: Said<readonly string[]>
  readonly preference: Said<boolean>
  /** Numbers in hex, sorted. */
  readonly groups: Said<readonly string[]>
  /** Whether it would know that group if it saw it; of the others it cannot speak. */
  readonly knowsGroup: (id: number, version: TlsVersion) => boolean
}

export type Said<T> = Readonly<Partial<Record<TlsVersion, T>>>

/** A witness that says nothing, to be told what it does say. */
export function testimony(witness: string, says: Partial<Omit<Testimony, 'witness'>>): Testimony {
  return { witness, versions: {}, suites: {}, preference: {}, groups: {}, knowsGroup: () => true, ...says }
}

/** The part of our own scan that the witness speaks of, in the witness's form. */
export function ourTestimony(scan: TlsScan, witness: Testimony): Testimony {
  const offer = (version: TlsVersion): TlsScan['offers'][number] | undefined =>
    scan.offers.find((one) => one.version === version)
  const suites = (version: TlsVersion): readonly string[] => {
    const { found = [], cut = null } = offer(version)?.suites ?? {}
    if (cut !== null) throw new TypeError(`suites of ${version} are not all there: ${cut.detail}`)
    const labels = found.map(({ id }) => suiteLabel(id))
    return witness.preference[version] === true ? labels : labels.toSorted()
  }
  const groups = (version: TlsVersion): readonly string[] => {
    const { found = [], cut = null } = offer(version)?.groups ?? {}
    const labels = groupLabels(found.map(({ id }) => id).filter((id) => witness.knowsGroup(id, version)))
    const all = witness.groups[version] ?? []
    // A list that does not claim to be complete must hold nothing that the witness has not.
    return cut !== null && labels.every((label) => all.includes(label)) ? all : labels
  }
  return {
    ...witness,
    versions: restated(witness.versions, (version) => truth(scan.versions[version])),
    suites: restated(witness.suites, suites),
    preference: restated(witness.preference, (version) => truth(offer(version)?.serverPreference)),
    groups: restated(witness.groups, groups),
  }
}

/** `0xc02f TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`. */
export function suiteLabel(suite: number | string): string {
  const id = typeof suite === 'number' ? suite : cipherSuiteByName(suite)?.id
  if (id === undefined) throw new TypeError(`a witness names a suite that no table knows: ${suite}`)
  return `${hexOf(id)} ${cipherSuite(id).name}`
}

export function groupLabels(ids: readonly number[]): readonly string[] {
  return [...new Set(ids.map(hexOf))].sort()
}

function hexOf(id: number): string {
  return `0x${id.toString(16).padStart(id > 0xffff ? 6 : 4, '0')}`
}

/** Whatever is not known stands out in a comparison, since no witness says it. */
function truth(answer: TlsScan['versions'][TlsVersion] | undefined): boolean {
  if (answer === undefined) throw new TypeError('a version was not offered to us that a witness speaks of')
  if (!answer.known) throw new TypeError(`not known: ${answer.reason}, ${answer.detail}`)
  return answer.value
}

function restated<T>(said: Said<T>, ours: (version: TlsVersion) => T): Said<T> {
  return Object.fromEntries(Object.keys(said).map((version) => [version, ours(version as TlsVersion)]))
}

/** What is left of it without that version, or without its groups. */
export function without(said: Testimony, version: TlsVersion, groupsOnly: boolean): Testimony {
  const rest = <T>(all: Said<T>): Said<T> =>
    Object.fromEntries(Object.entries<T>(all).filter(([one]) => one !== version))
  const { versions, suites, preference, groups } = said
  const silent = { ...said, groups: rest(groups) }
  if (groupsOnly) return silent
  return { ...silent, versions: rest(versions), suites: rest(suites), preference: rest(preference) }
}

/** Where two witnesses speak of the same and do not say the same, a sentence each. */
export function disagreements(said: readonly Testimony[]): readonly string[] {
  return said.flatMap((one, index) => said.slice(index + 1).flatMap((other) => differences(one, other)))
}

function differences(one: Testimony, other: Testimony): readonly string[] {
  const found: string[] = []
  const compare = (what: string, here?: readonly string[], there?: readonly string[]): void => {
    if (here === undefined || there === undefined) return
    const alone = (mine: readonly string[], theirs: readonly string[]): string =>
      mine.filter((item) => !theirs.includes(item)).join(', ')
    const [ours, theirs] = [alone(here, there), alone(there, here)]
    if (ours + theirs !== '')
      found.push(`${what}: ${one.witness} alone [${ours}], ${other.witness} alone [${theirs}]`)
  }
  for (const version of tlsVersions) {
    const known = (groups?: readonly string[]): readonly string[] | undefined =>
      groups?.filter((id) => [one, other].every(({ knowsGroup }) => knowsGroup(Number(id), version)))
    const word = (offered?: boolean): readonly string[] | undefined =>
      offered === undefined ? undefined : [offered ? 'offered' : 'refused']
    compare(version, word(one.versions[version]), word(other.versions[version]))
    compare(`suites of ${version}`, one.suites[version], other.suites[version])
    compare(`groups of ${version}`, known(one.groups[version]), known(other.groups[version]))
  }
  return found
}
