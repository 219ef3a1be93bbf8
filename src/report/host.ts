import { calendarDay } from '../model/duration.ts'
import type { Finding } from '../model/finding.ts'
import type { AddressAnswer, Observation } from '../model/observation.ts'
import type { Assessment } from '../model/report.ts'
import { counted, shortened } from '../model/text.ts'
import { certificateLines, type Lines } from './certificate-page.ts'
import { type Explained, explained } from './consequences.ts'
import { visible } from './escape.ts'
import { evidenceWords } from './evidence.ts'
import { gradeLines } from './grade-page.ts'
import { type GradedScan, gradedScan } from './grades.ts'
import { historyLines } from './history-page.ts'
import { ordinarySighting, servedLeaves } from './leaf.ts'
import { advice, page, painted, paragraph, type Screen } from './page.ts'
import { called, glyphs, markOf, troubles } from './row.ts'
import { suiteSections } from './suites-page.ts'
import { featureLines, keyExchangeLines, versionLines } from './tls-page.ts'
import { silence } from './trouble.ts'
import { vulnerabilityLines } from './vulnerability-page.ts'
import { day, sentence, sentenceCase } from './words.ts'

/** One endpoint in depth for a terminal: the verdict, what to do, then what was seen. */
export function renderHost(assessment: Assessment, now: Date, screen: Screen): string {
  const { observation, findings } = assessment
  const { sign, tone } = glyphs[markOf(assessment)]
  const leaves = servedLeaves(assessment, now)
  const graded = gradedScan(assessment)
  return page([
    ...paragraph({ text: `${sign} `, tone }, headline(assessment, now), screen, 'bold'),
    ...ownerLines(observation, screen),
    ...explained(findings).flatMap((one) => findingLines(one, now, screen)),
    ...(graded === null ? [] : section('Grade', gradeLines(graded.grade, screen), screen)),
    ...leaves.flatMap((served, index) => {
      const title = leaves.length === 1 ? 'Certificate' : `Certificate ${index + 1} of ${leaves.length}`
      return section(title, certificateLines(served, observation.target, now, screen), screen)
    }),
    ...section('History', historyLines(assessment, screen), screen),
    ...(graded === null ? unscannedLines(observation, screen) : scanLines(graded, screen)),
    ...section('Connection', connectionLines(observation, screen), screen),
    ...section('Addresses', addressesLines(observation, screen), screen),
  ])
}

function headline(assessment: Assessment, now: Date): string {
  const name = called(assessment.observation.target)
  if (assessment.status !== 'success') return `${name} needs you: ${troubles(assessment)}`
  return `${name}: ${sentence(assessment, now)}`
}

function ownerLines({ target: { owner, runbook } }: Observation, screen: Screen): Lines {
  const parts = [owner === null ? '' : `Owner: ${owner}`, runbook === null ? '' : `Runbook: ${runbook}`]
  const words = parts.filter((part) => part !== '').join(', ')
  return words === '' ? [] : paragraph('  ', words, screen)
}

function section(title: string, lines: Lines, screen: Screen): Lines {
  return lines.length === 0 ? [] : ['', painted(title, 'bold', screen), ...lines]
}

function scanLines(graded: GradedScan, screen: Screen): Lines {
  const { scan } = graded
  return [
    ...section('Versions', versionLines(scan, screen), screen),
    ...suiteSections(scan.offers, screen).flatMap(({ title, lines }) => section(title, lines, screen)),
    ...section('Key exchange', keyExchangeLines(graded, screen), screen),
    ...section('Features', featureLines(scan, screen), screen),
    ...section('Vulnerabilities', vulnerabilityLines(graded, screen), screen),
  ]
}

/** Why there is no scan, where one was wanted and the certificate was seen. */
function unscannedLines({ deliveries, tls }: Observation, screen: Screen): Lines {
  if (!deliveries.known || tls.known || tls.reason === 'not-asked') return []
  const [detail = ''] = tls.detail.split('\n', 1)
  return section(
    'TLS scan',
    paragraph('  ', `${sentenceCase(silence(tls.reason))}: ${detail}`, screen),
    screen,
  )
}

const mostEvidence = 400

function findingLines({ finding, consequences }: Explained, now: Date, screen: Screen): Lines {
  const { sign, tone } = glyphs[finding.waivedUntil === null ? finding.severity : 'waived']
  const waived = finding.waivedUntil === null ? '' : ` (waived until ${day(finding.waivedUntil)})`
  const evidence = evidenceWords(finding.evidence)
  const rules = [finding, ...consequences].map(({ rule }) => rule).join(', ')
  return [
    '',
    ...paragraph({ text: `${sign} `, tone }, finding.message + waived, screen),
    ...advice(tone, finding.fix, screen),
    ...(evidence === '' ? [] : paragraph('    ', shortened(evidence, mostEvidence), screen, 'dim')),
    `    ${painted(rules + sinceWords(finding, now), 'dim', screen)}`,
    // never wrapped, so that a terminal can open it
    `    ${painted(visible(finding.reference), 'dim', screen)}`,
  ]
}

function sinceWords({ since }: Finding, now: Date): string {
  return since === null || since >= now ? '' : `, since ${calendarDay(since)}`
}

function connectionLines(observation: Observation, screen: Screen): Lines {
  const sighting = ordinarySighting(observation)
  if (sighting === null) return []
  const { protocol, suite, clientCertificateDemanded } = sighting
  const bits = suite.bits === null ? '' : `, ${suite.bits} bits`
  const asks = clientCertificateDemanded ? ['The server demands a client certificate.'] : []
  const scan = observation.tls.known ? [`Seen in ${counted(observation.connections, 'connection')}.`] : []
  return [`${protocol}, ${suite.name}${bits}`, ...asks, ...scan].flatMap((line) =>
    paragraph('  ', line, screen),
  )
}

function addressesLines({ addresses, target }: Observation, screen: Screen): Lines {
  if (target.kind === 'file') return []
  return addresses.map((answer) => {
    const { sign, tone } = glyphs[addressMark(answer)]
    const said = answer.leaf.known
      ? `certificate ${answer.leaf.value.slice(0, 8)}`
      : silence(answer.leaf.reason)
    return `  ${painted(sign, tone, screen)} ${visible(`${answer.address ?? 'through the proxy'}  ${said}`)}`
  })
}

function addressMark({ leaf }: AddressAnswer): keyof typeof glyphs {
  if (leaf.known) return 'healthy'
  return leaf.reason === 'not-asked' || leaf.reason === 'not-observed' ? 'unchecked' : 'error'
}
