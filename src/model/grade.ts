export const letters = ['A+', 'A', 'A-', 'B', 'C', 'D', 'E', 'F'] as const
export type Letter = (typeof letters)[number]

/** As people see them: `T` and `M` hide the letter. */
export const shownLetters = ['A+', 'A', 'A-', 'B', 'C', 'D', 'E', 'F', 'T', 'M'] as const

/** Names in `tls.vulnerabilities`: those of the rules they stand behind. */
export const vulnerabilityNames = [
  'heartbleed',
  'ccs-injection',
  'robot',
  'poodle',
  'drown',
  'freak',
  'logjam',
  'crime',
  'sweet32',
  'beast',
  'rc4',
] as const
export type VulnerabilityName = (typeof vulnerabilityNames)[number]

export interface Vulnerability {
  /** `null`: not established. */
  readonly vulnerable: boolean | null
  /** What it rests on, in one sentence. */
  readonly evidence: string
}

/** How good a TLS configuration is, by the SSL Server Rating Guide; reasons included. */
export interface Grade {
  /** `T`: not trusted, `M`: another name; they hide the letter. `null`: a category could not be measured. */
  readonly letter: (typeof shownLetters)[number] | null
  /** The letter that trust and name, left aside, leave. */
  readonly trustIgnored: Letter | null
  readonly guide: '2009r'
  /** 0 to 100 each; `null`: not measured. */
  readonly scores: {
    readonly protocol: number | null
    readonly keyExchange: number | null
    readonly cipher: number | null
  }
  /** 0 to 100, never above the band of the letter. */
  readonly securityScore: number | null
  /** Why it is no better, and what to change: a sentence each, the one that weighs most first. */
  readonly caps: readonly string[]
  /** What the guide asks and nobody tested, a sentence each. */
  readonly notTested: readonly string[]
  readonly vulnerabilities: Readonly<Record<VulnerabilityName, Vulnerability>>
  /** What is wrong with the configuration, a sentence each. */
  readonly securityIssues: readonly string[]
  /** Whether a post-quantum key exchange is offered; `null`: not established. */
  readonly postQuantum: boolean | null
  /** The best Mozilla profile whose lists hold everything that is offered; `null`: not established. */
  readonly mozillaProfile: 'modern' | 'intermediate' | 'old' | 'none' | null
  /** The version of the guidelines the profile is from: `6.0`, and `5.8` for `old`. */
  readonly mozillaVersion: string
  /** What keeps the next better profile away; `null` at the best. */
  readonly mozillaObstacle: string | null
}
