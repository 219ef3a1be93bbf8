import type { Answer } from '../../model/answer.ts'
import { type Vulnerability, vulnerabilityNames } from '../../model/grade.ts'
import type { TlsVersion } from '../../model/observation.ts'
import type { Report } from '../../model/report.ts'
import { suiteStrength } from '../../model/suite-strength.ts'
import type { Enumeration } from '../../model/tls-scan.ts'
import { type GradedScan, gradedScan, scoreWord } from '../grades.ts'
import { vulnerabilityTitles } from '../vulnerability-words.ts'
import { placeColumns } from './place.ts'
import { type Column, type Form, sheet, type Sheet } from './sheet.ts'

const printedColumns = 16

/** What each scanned server would agree to, what that is worth, and what to change first. */
export function tlsSheet({ assessments }: Report, most: number): Sheet {
  return sheet({
    name: 'TLS',
    columns,
    lines: () => scans(assessments),
    empty: 'No endpoint was scanned.',
    printed: printedColumns,
    most,
  })
}

function* scans(assessments: Report['assessments']): Iterable<GradedScan> {
  for (const assessment of assessments) {
    const graded = gradedScan(assessment)
    if (graded !== null) yield graded
  }
}

const columns: readonly Column<GradedScan>[] = [
  ...placeColumns<GradedScan>(({ assessment }) => assessment),
  ['Grade', 'grading', ({ grade }) => grade.letter],
  ['Score', 'whole', ({ grade }) => grade.securityScore],
  version('SSL 2', 'SSLv2', 'unwanted'),
  version('SSL 3', 'SSLv3', 'unwanted'),
  version('TLS 1.0', 'TLSv1', 'outdated'),
  version('TLS 1.1', 'TLSv1.1', 'outdated'),
  version('TLS 1.2', 'TLSv1.2', 'wanted'),
  version('TLS 1.3', 'TLSv1.3', 'wanted'),
  ['Post-Quantum', 'wanted', ({ grade }) => yesNo(grade.postQuantum)],
  ['DH Bits', 'whole', ({ scan }) => scan.dh[0]?.bits ?? null],
  ['Vulnerabilities', 'prose', ({ grade }) => open(grade.vulnerabilities)],
  ['What to Change First', 'prose', ({ grade }) => grade.caps[0] ?? null],
  ['Weak Suites', 'prose', weakSuites],
  ['Groups', 'text', groups],
  ['Issues', 'text', ({ grade }) => joined(grade.securityIssues)],
  ['What to Change Then', 'text', ({ grade }) => joined(grade.caps.slice(1))],
  ['In a Word', 'text', ({ grade }) => word(grade.securityScore)],
  ['Grade Without Trust', 'grading', ({ grade }) => grade.trustIgnored],
  ['Protocol Score', 'whole', ({ grade }) => grade.scores.protocol],
  ['Key Exchange Score', 'whole', ({ grade }) => grade.scores.keyExchange],
  ['Cipher Score', 'whole', ({ grade }) => grade.scores.cipher],
  ['Mozilla Profile', 'text', ({ grade }) => grade.mozillaProfile],
  ['Next Profile Missed', 'text', ({ grade }) => grade.mozillaObstacle],
  ['Suites', 'whole', ({ scan }) => suitesOf(scan).size],
  ["Server's Order", 'flag', ({ scan }) => order(scan)],
  ['ALPN', 'text', ({ scan: { alpn } }) => (alpn.known ? joined(alpn.value) : null)],
  ['HSTS', 'text', ({ scan: { hsts } }) => (hsts.known ? (hsts.value ?? 'none') : null)],
  ['Vulnerabilities Not Known', 'text', ({ grade }) => unknown(grade.vulnerabilities)],
  ['Not Tested', 'text', ({ grade }) => joined(grade.notTested)],
  ['Connections', 'whole', ({ assessment }) => assessment.observation.connections],
  ['Endpoint', 'text', ({ assessment }) => assessment.observation.target.id],
]

function version(title: string, of: TlsVersion, form: Form): Column<GradedScan> {
  return [title, form, ({ scan: { versions } }) => yesNo(valueOf(versions[of]))]
}

function valueOf(answer: Answer<boolean>): boolean | null {
  return answer.known ? answer.value : null
}

function yesNo(value: boolean | null): string {
  if (value === null) return 'unknown'
  return value ? 'yes' : 'no'
}

function joined(sentences: readonly string[]): string | null {
  return sentences.join('; ') || null
}

function word(score: number | null): string | null {
  return score === null ? null : scoreWord(score)
}

/** Every suite once, with its name. */
function suitesOf({ offers }: GradedScan['scan']): ReadonlyMap<string, string> {
  const all = offers.flatMap(({ suites }) => suites.found)
  return new Map(all.map((suite) => [suite.name, suiteStrength(suite) ?? 'unknown']))
}

/** The insecure first; a list that was cut short says so. */
function weakSuites({ scan }: GradedScan): string | null {
  const all = [...suitesOf(scan)]
  const named = (wanted: string): readonly string[] =>
    all.flatMap(([name, strength]) => (strength === wanted ? [name] : []))
  const insecure = named('insecure').map((name) => `${name} (insecure)`)
  const short = scan.offers.some(({ suites }) => isShort(suites))
  return listOf([...insecure, ...named('weak')], short)
}

function groups({ scan: { offers } }: GradedScan): string | null {
  const names = new Set(offers.flatMap(({ groups }) => groups.found.map(({ name }) => name)))
  const short = offers.some(({ groups }) => isShort(groups))
  return listOf([...names], short)
}

function listOf(names: readonly string[], short: boolean): string | null {
  if (names.length === 0) return short ? 'unknown' : null
  return names.join(', ') + (short ? ', perhaps others' : '')
}

function isShort({ cut }: Enumeration<unknown>): boolean {
  return cut !== null && cut.reason !== 'not-asked'
}

/** Whether it picks by its own order under every version; `null` where that is not known, or never mattered. */
function order({ offers }: GradedScan['scan']): boolean | null {
  const answers = offers.map(({ serverPreference }) => valueOf(serverPreference))
  if (answers.includes(false)) return false
  return answers.includes(true) ? true : null
}

function open(vulnerabilities: GradedScan['grade']['vulnerabilities']): string | null {
  return named(vulnerabilities, ({ vulnerable }) => vulnerable === true)
}

function unknown(vulnerabilities: GradedScan['grade']['vulnerabilities']): string | null {
  return named(vulnerabilities, ({ vulnerable }) => vulnerable === null)
}

function named(
  vulnerabilities: GradedScan['grade']['vulnerabilities'],
  wanted: (vulnerability: Vulnerability) => boolean,
): string | null {
  const names = vulnerabilityNames.filter((name) => wanted(vulnerabilities[name]))
  return names.map((name) => vulnerabilityTitles[name]).join(', ') || null
}
