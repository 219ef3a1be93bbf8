import { inWords } from '../model/duration.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { Assessment, Report } from '../model/report.ts'
import type { Target } from '../model/target.ts'
import { shortened } from '../model/text.ts'
import { explained, withConsequences } from './consequences.ts'
import { gradedScan } from './grades.ts'
import { firstLeaf, issuerOrganisation } from './leaf.ts'
import type { Tone } from './page.ts'
import { counting, isDemoted, isNews, silence, trouble, unchecked, waivedFindings } from './trouble.ts'
import { day } from './words.ts'

/** An endpoint as a line of a table, for a terminal or a summary; the text is not escaped yet. */
export interface Row {
  readonly mark: Mark
  readonly endpoint: string
  /** Of its TLS configuration; a dash where the scan gave none, empty without a scan. */
  readonly grade: string
  /** What is left of its validity: `63 d`, `31 h`, negative once expired. */
  readonly left: string
  readonly expires: string
  readonly issuer: string
  readonly wrong: string
}

export type Mark = Severity | 'healthy' | 'waived' | 'unchecked'

export const glyphs: Readonly<Record<Mark, { readonly sign: string; readonly tone: Tone }>> = {
  error: { sign: '✗', tone: 'bad' },
  warning: { sign: '!', tone: 'warning' },
  notice: { sign: '·', tone: 'dim' },
  healthy: { sign: '✓', tone: 'good' },
  waived: { sign: '○', tone: 'dim' },
  unchecked: { sign: '?', tone: 'warning' },
}

const mostTroubles = 3
const longestName = 200

/** Every endpoint of a run; where no other has the name that the user gave it, the name says enough. */
export function rowsOf({ assessments, now }: Report): readonly Row[] {
  const named = Map.groupBy(assessments, ({ observation }) => briefly(observation.target))
  return assessments.map((assessment) => {
    const name = briefly(assessment.observation.target)
    const whole = row(assessment, now)
    return named.get(name)?.length === 1 ? { ...whole, endpoint: shortened(name, longestName) } : whole
  })
}

function row(assessment: Assessment, now: Date): Row {
  const leaf = firstLeaf(assessment.observation)
  return {
    mark: markOf(assessment),
    endpoint: shortened(called(assessment.observation.target), longestName),
    grade: gradedScan(assessment) === null ? '' : (assessment.grade?.letter ?? '–'),
    left: leaf?.notAfter ? left(leaf.notAfter.getTime() - now.getTime()) : '–',
    expires: day(leaf?.notAfter ?? null),
    issuer: leaf === null ? '–' : shortened(issuerOrganisation(leaf) ?? '–', longestName),
    wrong: troubles(assessment),
  }
}

export function markOf(assessment: Assessment): Mark {
  if (assessment.status !== 'success') return assessment.status
  if (unchecked(assessment)) return 'unchecked'
  if (isDemoted(assessment)) return 'notice'
  return waivedFindings(assessment.findings).length > 0 ? 'waived' : 'healthy'
}

/** How a whole run looks: not better than its worst endpoint, nor than a finding about the run itself. */
export function runMark({ assessments, findings }: Report): Mark {
  const all = [...counting(findings), ...assessments.flatMap((assessment) => counting(assessment.findings))]
  if (all.some(({ severity }) => severity === 'error')) return 'error'
  if (all.length > 0) return 'warning'
  return assessments.length === 0 || assessments.some(unchecked) ? 'unchecked' : 'healthy'
}

/** The name the user gave, with the endpoint it stands for; the usual port goes without saying. */
export function called(target: Target): string {
  const place = target.kind === 'file' ? target.path : target.id.replace(/:443$/u, '')
  const own = target.kind === 'file' ? target.path : target.host
  return target.name === own || target.name === target.id ? place : `${target.name} (${place})`
}

/** The name alone where the user gave one; the findings tell the place. */
function briefly(target: Target): string {
  const whole = called(target)
  return whole.startsWith(`${target.name} (`) ? target.name : whole
}

/** All that is wrong with an endpoint, in a few words; notices only when there is nothing worse. */
export function troubles(assessment: Assessment): string {
  const { observation, findings } = assessment
  const words = (some: readonly Finding[], note: string): readonly string[] =>
    explained(some).map(
      ({ finding, consequences }) => withConsequences(trouble(finding, assessment), consequences) + note,
    )
  const worse = [...words(counting(findings), ''), ...words(waivedFindings(findings), ' (waived)')]
  if (worse.length === 0 && !observation.deliveries.known) return silence(observation.deliveries.reason)
  const notices = findings.filter((finding) => !isNews(finding))
  const all = worse.length > 0 ? worse : words(notices, ' (notice)')
  const more = all.length - mostTroubles
  return all.slice(0, mostTroubles).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** As `inWords` has it, in a few columns: `63 d`, `31 h`, `40 min`. */
function left(ms: number): string {
  const [count = '', unit = ''] = inWords(ms).split(' ')
  const short = unit.startsWith('day') ? 'd' : unit.startsWith('hour') ? 'h' : 'min'
  return `${ms < 0 ? '-' : ''}${/^\d/u.test(count) ? count : '0'} ${short}`
}
