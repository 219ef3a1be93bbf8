/** One certificate as a search in the logs of Certificate Transparency shows it, precertificate or not. */
export interface LogEntryFound {
  /** The search service's own number. */
  readonly id: number
  /** The distinguished name, as the service writes it. */
  readonly issuerName: string
  /** The issuer's organisation, else its common name, else all of it. */
  readonly issuer: string
  /** Lower-case hex without leading zeros. */
  readonly serial: string
  readonly names: readonly string[]
  readonly notBefore: Date
  readonly notAfter: Date
}

/** What the logs hold for a name, as far as a search service says. */
export interface LoggedEvidence {
  /** Entries of the leaf itself; empty only after the service was asked for its serial number, too. */
  readonly own: readonly LogEntryFound[]
  /** Certificates in force for the watched host, one for each serial number, the newest first. */
  readonly others: readonly LogEntryFound[]
  /** Other names below the same domain. */
  readonly otherNames: readonly string[]
  readonly searchedAt: Date
}
