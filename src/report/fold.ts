import { type Finding, severities } from '../model/finding.ts'
import type { Assessment, Report } from '../model/report.ts'
import { counted, listed } from '../model/text.ts'
import { explained, withConsequences } from './consequences.ts'
import { called } from './row.ts'
import { isNews, phrase, trouble } from './trouble.ts'

/** What one rule found, with every endpoint that needs the same done about it: told once, however many. */
export interface Fold {
  /** The finding at the endpoint that comes first. */
  readonly first: Finding
  /** In a few words, with the vulnerabilities that follow. */
  readonly what: string
  readonly members: readonly Member[]
}

export interface Member {
  readonly assessment: Assessment
  readonly finding: Finding
}

/** The findings of a run, waived ones and mere news left aside, worst first; within a severity as the endpoints come. */
export function folds(report: Report): readonly Fold[] {
  return fold(report.assessments, (finding) => finding.waivedUntil === null && !isNews(finding))
}

/** The findings that a waiver silences. */
export function waivedFolds(report: Report): readonly Fold[] {
  return fold(report.assessments, (finding) => finding.waivedUntil !== null)
}

function fold(assessments: readonly Assessment[], wanted: (finding: Finding) => boolean): readonly Fold[] {
  const found = new Map<string, Fold & { readonly members: Member[] }>()
  for (const assessment of assessments) {
    for (const { finding, consequences } of explained(assessment.findings.filter(wanted))) {
      const what = withConsequences(inBrief(finding, assessment), consequences)
      const kind = `${finding.severity} ${finding.rule} ${what} ${remedy(finding, assessment)}`
      const group = found.get(kind) ?? { first: finding, what, members: [] }
      group.members.push({ assessment, finding })
      found.set(kind, group)
    }
  }
  return [...found.values()].sort(
    (a, b) => severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity),
  )
}

/** Of an endpoint that answered nothing the reason stands in the sentence, for each its own. */
function inBrief(finding: Finding, assessment: Assessment): string {
  return assessment.observation.deliveries.known ? trouble(finding, assessment) : phrase(finding.rule)
}

/** The endpoint's name; of several, how many they are. */
export function concerned({ members }: Fold): string {
  const [first] = members
  if (members.length > 1 || first === undefined) return counted(members.length, 'endpoint')
  return called(first.assessment.observation.target)
}

/** What to do, in the words for the first endpoint where others differ in names only. */
export function fixFor({ first, members }: Fold): string {
  const [member] = members
  if (member === undefined || members.every(({ finding }) => finding.fix === first.fix)) return first.fix
  return `For ${called(member.assessment.observation.target)}: ${first.fix}`
}

/** Whose business it is and where they have written down what to do, for all endpoints of a fold that say so. */
export function whomToAsk({ members }: Fold): string {
  const targets = members.map(({ assessment }) => assessment.observation.target)
  const owners = [...new Set(targets.flatMap(({ owner }) => owner ?? []))]
  const runbooks = [...new Set(targets.flatMap(({ runbook }) => runbook ?? []))]
  const parts = [
    ...(owners.length === 0 ? [] : [`Owner: ${listed(owners)}.`]),
    ...(runbooks.length === 0 ? [] : [`Runbook: ${listed(runbooks)}`]),
  ]
  return parts.join(' ')
}

/** The fix without what is the endpoint's own: two hosts with the same trouble need the same done. */
function remedy(finding: Finding, { observation }: Assessment): string {
  const { target } = observation
  if (target.kind === 'file') return finding.fix.replaceAll(target.path, '')
  const own = [target.servername, target.connectTo, target.host, `:${target.port}`]
  return own.reduce<string>((fix, part) => (part === null ? fix : fix.replaceAll(part, '')), finding.fix)
}
