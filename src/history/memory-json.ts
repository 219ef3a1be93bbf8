import type { Rotation } from '../model/change.ts'
import type {
  Heard,
  Memory,
  MissedChange,
  RememberedCertificate,
  RememberedIssue,
  StatePeriod,
  Told,
  ToldRule,
  Trouble,
} from '../model/history.ts'

/** A memory as it stands in its file: snake_case, times in ISO 8601 ending in Z, unknown is `null`. */
export interface MemoryJson {
  readonly schema_version: string
  readonly id: string
  readonly settled: readonly string[]
  readonly last_answer: LastAnswerJson | null
  readonly last_scan: LastScanJson | null
  readonly certificates: readonly CertificateJson[]
  readonly rotations: readonly RotationJson[]
  readonly states: readonly StateJson[]
  readonly troubles: readonly TroubleJson[]
  readonly told: readonly ToldJson[]
  readonly issue: IssueJson | null
  readonly heard: HeardJson
}

export interface HeardJson {
  readonly issuers: readonly string[] | null
  readonly windows: readonly { readonly sha256: string; readonly start: string; readonly end: string }[]
}

export interface LastAnswerJson {
  readonly protocol: string | null
  readonly suite: string | null
  readonly chain: readonly string[]
}

export interface LastScanJson {
  readonly versions: readonly string[]
  readonly suites: readonly string[]
  readonly grade: string | null
}

export interface CertificateJson {
  readonly sha256: string
  readonly spki_sha256: string
  readonly key_type: string
  readonly key: string
  readonly subject: string
  readonly issuer: string
  readonly issuer_organisation: string
  readonly serial: string
  readonly not_before: string | null
  readonly not_after: string | null
  readonly names: readonly string[]
  readonly first_seen: string
  readonly last_seen: string
}

export interface RotationJson {
  readonly kind: Rotation['kind']
  readonly at: string
  readonly previous: string
  readonly current: string
  readonly days_before_expiry: number | null
}

export interface StateJson {
  readonly status: StatePeriod['status']
  readonly from: string
  readonly to: string
  readonly message: string
}

export interface TroubleJson {
  readonly rule: string
  readonly since: string
}

export interface ToldJson {
  readonly channel: string
  readonly status: Told['status']
  readonly rules: readonly ToldRuleJson[]
  readonly at: string
  readonly since: string | null
  readonly missed: readonly MissedChangeJson[]
}

export interface ToldRuleJson {
  readonly rule: string
  readonly severity: ToldRule['severity']
}

export interface IssueJson {
  readonly number: number | null
  readonly key: string
  readonly state: RememberedIssue['state']
  readonly rules: readonly ToldRuleJson[]
  readonly missed: readonly MissedChangeJson[]
}

export interface MissedChangeJson {
  readonly rule: string
  readonly severity: MissedChange['severity']
  readonly message: string
  readonly fix: string
  readonly reference: string
  readonly at: string
}

/** What is remembered of the monitor itself, likewise. */
export interface MonitorJson {
  readonly schema_version: string
  readonly undelivered: readonly { readonly channel: string; readonly at: string; readonly reason: string }[]
  readonly outages: readonly { readonly channel: string; readonly since: string; readonly at: string }[]
}

/** Minor versions add keys and rules; what a newer major version wrote is not ours to read or to change. */
export const schemaVersion = '1.0'

export function memoryJson(memory: Memory): MemoryJson {
  return {
    schema_version: schemaVersion,
    id: memory.id,
    settled: memory.settled,
    last_answer: memory.lastAnswer,
    last_scan: memory.lastScan,
    certificates: memory.certificates.map(certificateJson),
    rotations: memory.rotations.map(rotationJson),
    states: memory.states.map(({ status, from, to, message }) => ({
      status,
      from: time(from),
      to: time(to),
      message,
    })),
    troubles: memory.troubles.map(({ rule, since }: Trouble) => ({ rule, since: time(since) })),
    told: memory.told.map(toldJson),
    issue: memory.issue === null ? null : issueJson(memory.issue),
    heard: heardJson(memory.heard),
  }
}

function heardJson({ issuers, windows }: Heard): HeardJson {
  return {
    issuers,
    windows: windows.map(({ sha256, start, end }) => ({ sha256, start: time(start), end: time(end) })),
  }
}

function toldJson({ channel, status, rules, at, since, missed }: Told): ToldJson {
  return {
    channel,
    status,
    rules: rules.map(ruleJson),
    at: time(at),
    since: since === null ? null : time(since),
    missed: missed.map(missedJson),
  }
}

function issueJson({ number, key, state, rules, missed }: RememberedIssue): IssueJson {
  return { number, key, state, rules: rules.map(ruleJson), missed: missed.map(missedJson) }
}

function ruleJson({ rule, severity }: ToldRule): ToldRuleJson {
  return { rule, severity }
}

function missedJson(change: MissedChange): MissedChangeJson {
  return { ...change, at: time(change.at) }
}

function certificateJson(certificate: RememberedCertificate): CertificateJson {
  const { sha256, spkiSha256, keyType, key, subject, issuer, issuerOrganisation, serial } = certificate
  const { notBefore, notAfter, names, firstSeen, lastSeen } = certificate
  return {
    sha256,
    spki_sha256: spkiSha256,
    key_type: keyType,
    key,
    subject,
    issuer,
    issuer_organisation: issuerOrganisation,
    serial,
    not_before: notBefore === null ? null : time(notBefore),
    not_after: notAfter === null ? null : time(notAfter),
    names,
    first_seen: time(firstSeen),
    last_seen: time(lastSeen),
  }
}

function rotationJson({ kind, at, previous, current, daysBeforeExpiry }: Rotation): RotationJson {
  return { kind, at: time(at), previous, current, days_before_expiry: daysBeforeExpiry }
}

/** Whole seconds where that is all: certificates know nothing finer. */
export function time(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z')
}
