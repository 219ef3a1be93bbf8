import { type Finding, severities } from '../model/finding.ts'
import { followsFrom } from '../model/follows.ts'
import { listed } from '../model/text.ts'
import { phrase } from './trouble.ts'

/** A finding with the vulnerabilities that follow from it: one row, because one remedy puts all of it right. */
export interface Explained {
  /** As the row tells it: with what follows named in its sentence, and the worst severity of all. */
  readonly finding: Finding
  readonly consequences: readonly Finding[]
}

/** Findings as rows, worst first; only what is waived alike stands together. */
export function explained(findings: readonly Finding[]): readonly Explained[] {
  const rows = Map.groupBy(findings, (finding) => causeOf(finding, findings) ?? finding)
  return [...rows]
    .map(([cause, together]) =>
      row(
        cause,
        together.filter((finding) => finding !== cause),
      ),
    )
    .sort((a, b) => rank(a.finding) - rank(b.finding))
}

/** What is wrong, and what follows, in a few words: `export cipher (FREAK, Logjam)`. */
export function withConsequences(words: string, consequences: readonly Finding[]): string {
  if (consequences.length === 0) return words
  return `${words} (${consequences.map(({ rule }) => phrase(rule)).join(', ')})`
}

function causeOf(finding: Finding, among: readonly Finding[]): Finding | undefined {
  const waived = finding.waivedUntil !== null
  const alike = among.filter(({ waivedUntil }) => (waivedUntil !== null) === waived)
  return followsFrom(finding.rule).flatMap((rule) => alike.find((other) => other.rule === rule) ?? [])[0]
}

function row(cause: Finding, consequences: readonly Finding[]): Explained {
  if (consequences.length === 0) return { finding: cause, consequences }
  const all = [cause, ...consequences]
  const severity = severities[Math.min(...all.map(rank))] ?? cause.severity
  const message = `${cause.message}. That opens the server to ${listed(consequences.map(({ rule }) => phrase(rule)))}`
  return { finding: { ...cause, severity, message }, consequences }
}

function rank({ severity }: Finding): number {
  return severities.indexOf(severity)
}
