import { type Finding, severities, type Severity } from '../model/finding.ts'
import { shownLimits } from '../model/limits.ts'
import { productName, repositoryUrl } from '../model/product.ts'
import type { Assessment, Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { visible } from './escape.ts'
import { sarifResult, type SarifPlaces } from './sarif/result.ts'
import { sarifRule, type SarifRule } from './sarif/rule.ts'

/** What SARIF says beyond the report. */
export interface SarifOptions extends SarifPlaces {
  /** Every rule of the rule reference, in its order. */
  readonly rules: readonly SarifRule[]
  /** Whether waived findings are there, as suppressed; code scanning takes no notice of that and shows them as open. */
  readonly waived: boolean
}

interface Said {
  readonly finding: Finding
  /** `null`: about the run itself. */
  readonly assessment: Assessment | null
}

/**
 * The findings as SARIF 2.1.0 (OASIS): worst first, as many as code scanning takes. Each result stands on its line of
 * the config, and its fingerprint is the finding's key, so that an alert is the same one from run to run.
 */
export function renderSarif(report: Report, options: SarifOptions): string {
  const rules = options.rules.map(sarifRule)
  const all = inOrder(report, options.waived ? [false, true] : [false])
  const results = fitting(
    all,
    report,
    options,
    shownLimits.sarifBytes - Buffer.byteLength(JSON.stringify(rules)),
  )
  const run = {
    tool: { driver: { ...driver(report), rules } },
    // Two monitors of a repository do not close each other's alerts: what precedes the last slash is the category.
    automationDetails: { id: `${productName}/${visible(report.run.monitor)}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [invocation(report, all.length - results.length)],
  }
  const head = JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] })
  return `${head.slice(0, -'}]}'.length)},"results":[\n${results.join(',\n')}\n]}]}\n`
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

function driver({ generator: { version } }: Report): object {
  return { name: productName, version, semanticVersion: version, informationUri: repositoryUrl }
}

/** Worst first, what is waived last. */
function inOrder({ findings, assessments }: Report, wanted: readonly boolean[]): readonly Said[] {
  const all = [
    ...findings.map((finding): Said => ({ finding, assessment: null })),
    ...assessments.flatMap((assessment) =>
      assessment.findings.map((finding): Said => ({ finding, assessment })),
    ),
  ]
  const of = (severity: Severity, waived: boolean): readonly Said[] =>
    all.filter(({ finding }) => finding.severity === severity && (finding.waivedUntil !== null) === waived)
  return wanted.flatMap((waived) => severities.flatMap((severity) => of(severity, waived)))
}

function fitting(
  all: readonly Said[],
  report: Report,
  options: SarifOptions,
  room: number,
): readonly string[] {
  const index = new Map(options.rules.map(({ id }, at) => [id, at]))
  const results: string[] = []
  let left = room
  for (const { finding, assessment } of all.slice(0, shownLimits.sarifResults)) {
    const result = sarifResult(finding, assessment, report, options)
    const text = JSON.stringify({ ruleIndex: index.get(finding.rule), ...result })
    left -= Buffer.byteLength(text) + 2
    if (left < 0) break
    results.push(text)
  }
  return results
}

function invocation({ at, durationMs }: Report, omitted: number): object {
  const message = {
    text: `${counted(omitted, 'more finding')} did not fit; the report in JSON has all of them.`,
  }
  return {
    executionSuccessful: true,
    startTimeUtc: new Date(at.getTime() - durationMs).toISOString(),
    endTimeUtc: at.toISOString(),
    ...(omitted === 0 ? {} : { toolExecutionNotifications: [{ level: 'warning', message }] }),
  }
}
