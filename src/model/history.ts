import type { Sha256 } from './certificate.ts'
import type { Change, Rotation } from './change.ts'
import type { Finding, Severity, Status } from './finding.ts'
import type { Grade } from './grade.ts'
import type { TlsVersion } from './observation.ts'
import type { RememberedWindow } from './renewal.ts'
import type { RuleId } from './rule-id.ts'

/** What is remembered of one endpoint between runs. An outage adds to `states` and `troubles`, and changes nothing else. */
export interface Memory {
  /** The endpoint's id. */
  readonly id: string
  /** The newest last; at most as many as the config keeps. */
  readonly certificates: readonly RememberedCertificate[]
  /**
   * The leaves that later ones are compared with, by key type. A leaf that appears beside one of these is seen, and
   * takes its place only when it is gone: leaves side by side are no rotation.
   */
  readonly settled: readonly Sha256[]
  /** Newest last; as many as certificates are kept. */
  readonly rotations: readonly Rotation[]
  /** Periods of one status, newest last. */
  readonly states: readonly StatePeriod[]
  /** Findings of the last run that got an answer, and of the silence since; changes are events and not among them. */
  readonly troubles: readonly Trouble[]
  /** What an ordinary client was last answered with; `null` before the first answer. */
  readonly lastAnswer: LastAnswer | null
  /** What the server agreed to in the last scan that was complete; `null` before the first. */
  readonly lastScan: LastScan | null
  /** What each channel of messages has heard, one entry a channel. */
  readonly told: readonly Told[]
  /** The GitHub issue that tells of it, or last did; `null` when there is none to come back to. */
  readonly issue: RememberedIssue | null
  readonly heard: Heard
}

/** What others than its server said of an endpoint, as far as later runs compare with it. */
export interface Heard {
  /**
   * Who had issued the certificates for its host that stood in the logs when they were first searched: the baseline;
   * `null`: no search has succeeded yet.
   */
  readonly issuers: readonly string[] | null
  /** For each leaf of the last answer, the window that its CA named first. */
  readonly windows: readonly RememberedWindow[]
}

export const nothingHeard: Heard = { issuers: null, windows: [] }

/** A leaf as it is remembered: enough to tell what changed, and to tell people. */
export interface RememberedCertificate {
  readonly sha256: Sha256
  readonly spkiSha256: string
  /** `RSA 2048`, `EC P-256`: the type decides what it is compared with. */
  readonly keyType: string
  readonly key: string
  readonly subject: string
  readonly issuer: string
  /** The issuer's organisation, else its common name: CAs choose their intermediates at random. */
  readonly issuerOrganisation: string
  readonly serial: string
  readonly notBefore: Date | null
  readonly notAfter: Date | null
  readonly names: readonly string[]
  readonly firstSeen: Date
  readonly lastSeen: Date
}

export interface StatePeriod {
  readonly status: Status
  readonly from: Date
  readonly to: Date
  readonly message: string
}

export interface Trouble {
  readonly rule: RuleId
  readonly since: Date
}

/** What one channel of messages has heard of an endpoint. */
export interface Told {
  /** Stable, and no secret: `webhook-1a2b3c4d`. */
  readonly channel: string
  /** How the endpoint stands as far as the channel has heard: `success` before any trouble, and after its recovery. */
  readonly status: Status
  /** The findings it has heard of that are not known to be over. */
  readonly rules: readonly ToldRule[]
  /** When it last heard how things stand: reminders count from here. */
  readonly at: Date
  /** When the trouble it heard of began; `null` when that is not known, and without trouble. */
  readonly since: Date | null
  /** Changes whose message did not arrive: a run sees a change once, so that the next one must repeat it. */
  readonly missed: readonly MissedChange[]
}

export interface ToldRule {
  readonly rule: RuleId
  readonly severity: Severity
}

export interface MissedChange extends Pick<Finding, 'rule' | 'severity' | 'message' | 'fix' | 'reference'> {
  /** The run that saw it. */
  readonly at: Date
}

/** What is remembered of the monitor itself, beside what it watches. */
export interface MonitorMemory {
  /** Messages of the last run that told people, as far as they did not arrive. */
  readonly undelivered: readonly Undelivered[]
  /** What each channel has heard of a blast radius that lasts. */
  readonly outages: readonly ToldOutage[]
}

export interface Undelivered {
  /** For people: `webhook`, `email`. */
  readonly channel: string
  readonly at: Date
  /** A sentence without secrets. */
  readonly reason: string
}

export interface ToldOutage {
  /** The id of the channel. */
  readonly channel: string
  readonly since: Date
  /** When it last heard of it: reminders count from here. */
  readonly at: Date
}

/** What became of an endpoint's issue: several endpoints may share one. */
export interface RememberedIssue {
  /** `null` for one that could not be opened yet. */
  readonly number: number | null
  /** What the issue is about: the endpoint, a certificate, or all that is new. */
  readonly key: string
  /** `acknowledged`: closed by somebody else while the trouble lasts. */
  readonly state: 'open' | 'closed' | 'acknowledged'
  /** Findings of this endpoint that it has told of and that are not known to be over. */
  readonly rules: readonly ToldRule[]
  /** Changes it tells of: a run sees a change once, and the issue stays for somebody to read of it. */
  readonly missed: readonly MissedChange[]
}

export interface LastAnswer {
  readonly protocol: string | null
  readonly suite: string | null
  /** Fingerprints above the leaf, as sent. */
  readonly chain: readonly Sha256[]
}

/** All that a server agreed to: later scans are compared with it. */
export interface LastScan {
  /** Oldest first. */
  readonly versions: readonly TlsVersion[]
  /** Names of the suites of all versions, in the order of the alphabet. */
  readonly suites: readonly string[]
  /** The letter as it was shown, `T` and `M` included; `null` when there was none. */
  readonly grade: Grade['letter']
}

/** What one observation is against what was remembered. */
export interface Comparison {
  readonly changes: readonly Change[]
  /** The rotations that this run noticed. */
  readonly rotations: readonly Rotation[]
  /** What was known before; `null` on first sight. */
  readonly before: Memory | null
}
