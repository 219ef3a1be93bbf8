import { daysLeft } from '../model/certificate.ts'
import type { Finding } from '../model/finding.ts'
import type { Delivery } from '../model/observation.ts'
import { productName } from '../model/product.ts'
import type { Assessment, Report, Run } from '../model/report.ts'
import { certificateJson, utc } from './certificate-json.ts'
import { gradedScan } from './grades.ts'
import { historyJson } from './history-json.ts'
import { firstLeaf, issuerName, ordinarySighting, servedLeaves, subjectName } from './leaf.ts'
import type { AddressJson, ErrorJson, FindingJson, ReportJson, ResultJson } from './report-json.ts'
import { serialNumber } from './serial-number.ts'
import { summaryJson } from './summary-json.ts'
import { tlsJson } from './tls-json.ts'
import { isDemoted } from './trouble.ts'
import { sentence } from './words.ts'

/** The whole report as the contract's JSON. For large runs `writeJson` needs less memory. */
export function renderJson(report: Report): ReportJson {
  return {
    ...headJson(report),
    results: report.assessments.map((assessment) => resultJson(assessment, report.now)),
    errors: report.assessments.flatMap((assessment) => errorJson(assessment, report.now)),
  }
}

/**
 * The report as text, a piece per endpoint, so that no run needs one giant string. Two blanks of indentation,
 * or with `indent` 0 a single line. What a terminal or a runner might act on is written as `\uXXXX`.
 */
export function* writeJson(report: Report, indent: 0 | 2 = 2): Generator<string> {
  const line = indent === 0 ? '' : '\n  '
  const colon = indent === 0 ? ':' : ': '
  let separator = '{'
  for (const [key, value] of Object.entries(headJson(report))) {
    yield `${separator}${line}"${key}"${colon}${jsonText(value, indent, 1)}`
    separator = ','
  }
  yield `,${line}"results"${colon}`
  yield* arrayText(report.assessments, (assessment) => [resultJson(assessment, report.now)], indent)
  yield `,${line}"errors"${colon}`
  yield* arrayText(report.assessments, (assessment) => errorJson(assessment, report.now), indent)
  yield indent === 0 ? '}\n' : '\n}\n'
}

/** Only the results without a certificate, as text: the list of what has to be looked at by hand. */
export function* writeErrors(report: Report): Generator<string> {
  yield* arrayText(report.assessments, (assessment) => errorJson(assessment, report.now), 2)
  yield '\n'
}

function* arrayText<T>(
  items: readonly T[],
  values: (item: T) => readonly object[],
  indent: 0 | 2,
): Generator<string> {
  const line = indent === 0 ? '' : '\n    '
  let separator = '['
  for (const item of items) {
    for (const value of values(item)) {
      yield `${separator}${line}${jsonText(value, indent, 2)}`
      separator = ','
    }
  }
  if (separator === '[') yield '[]'
  else yield indent === 0 ? ']' : '\n  ]'
}

function jsonText(value: unknown, indent: 0 | 2, depth: number): string {
  return indented(value, indent, depth).replace(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--\n]|#(?=#\[)/gv, escaped)
}

/** As it stands so deep in a document: within so many lists, whose brackets and blanks are cut off. */
function indented(value: unknown, indent: 0 | 2, depth: number): string {
  let listed = value
  for (let level = 0; level < depth; level++) listed = [listed]
  const text = JSON.stringify(listed, null, indent)
  const brackets = depth * (indent === 0 ? 1 : 2)
  const blanks = (indent * depth * (depth + 1)) / 2
  return text.slice(brackets + blanks, text.length - (brackets + blanks - indent * depth))
}

/** Astral characters as the two surrogates JSON writes them with (RFC 8259 §7). */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}

function headJson(report: Report): Omit<ReportJson, 'results' | 'errors'> {
  const { version, node, openssl, trustStore } = report.generator
  const { name, roots, sha256 } = trustStore
  return {
    schema_version: '1.0',
    generator: { name: productName, version, node, openssl, trust_store: { name, roots, sha256 } },
    run: runJson(report.run, report.now),
    summary: summaryJson(report),
    findings: report.findings.map(findingJson),
  }
}

function runJson({ id, url, event, ref, sha, monitor, config }: Run, now: Date): ReportJson['run'] {
  const source = config === null ? null : { path: config.path, sha256: config.sha256 }
  return { id, url, event, ref, sha, monitor, config: source, judged_at: now.toISOString() }
}

function resultJson(assessment: Assessment, now: Date): ResultJson {
  const { observation, findings, status } = assessment
  const { target } = observation
  const leaf = firstLeaf(observation)
  const sighting = ordinarySighting(observation)
  const graded = gradedScan(assessment)
  return {
    id: target.id,
    kind: target.kind,
    source:
      target.source === null
        ? null
        : { file: target.source.file, line: target.source.line, column: target.source.column },
    timestamp: observation.at.toISOString(),
    name: target.name,
    domain: target.kind === 'endpoint' ? target.host : target.domain,
    port: target.kind === 'endpoint' ? target.port : null,
    addresses: observation.addresses.map(addressJson),
    servername: target.kind === 'endpoint' ? target.servername : null,
    starttls: target.kind === 'endpoint' ? target.starttls : null,
    tags: target.tags,
    owner: target.owner,
    runbook: target.runbook,
    status,
    demoted: isDemoted(assessment),
    message: sentence(assessment, now),
    response_time: observation.durationMs / 1000,
    days_until_expiration: leaf === null ? null : daysLeft(leaf, now),
    not_before: leaf === null ? null : utc(leaf.notBefore),
    not_after: leaf === null ? null : utc(leaf.notAfter),
    issuer: leaf === null ? null : issuerName(leaf),
    subject_name: leaf === null ? null : subjectName(leaf),
    serial_number: leaf === null ? null : serialNumber(leaf.serial),
    fingerprint_sha256: leaf?.sha256 ?? null,
    protocol: sighting?.protocol ?? null,
    cipher:
      sighting === null
        ? null
        : [sighting.suite.openssl ?? sighting.suite.name, sighting.protocol, sighting.suite.bits],
    certificates: servedLeaves(assessment, now).map((served) =>
      certificateJson(served, target, deliveriesOf(observation), now),
    ),
    tls: graded === null ? null : tlsJson(graded),
    ...historyJson(assessment, now),
    findings: findings.map(findingJson),
  }
}

function addressJson({ address, leaf }: Assessment['observation']['addresses'][number]): AddressJson {
  if (leaf.known) return { address, answered: true, reason: null, fingerprint_sha256: leaf.value }
  const asked = leaf.reason !== 'not-asked' && leaf.reason !== 'not-observed'
  return { address, answered: asked ? false : null, reason: leaf.reason, fingerprint_sha256: null }
}

function findingJson(finding: Finding): FindingJson {
  const { rule, severity, message, fix, reference, evidence, key, since, waivedUntil } = finding
  const [first, until] = [utc(since), utc(waivedUntil)]
  return { rule, severity, message, fix, reference, evidence, key, since: first, waived_until: until }
}

function errorJson(assessment: Assessment, now: Date): readonly ErrorJson[] {
  const { target, deliveries } = assessment.observation
  if (deliveries.known) return []
  return [
    {
      id: target.id,
      domain: target.kind === 'endpoint' ? target.host : target.domain,
      port: target.kind === 'endpoint' ? target.port : null,
      reason: deliveries.reason,
      message: sentence(assessment, now),
    },
  ]
}

function deliveriesOf({ deliveries }: Assessment['observation']): readonly Delivery[] {
  return deliveries.known ? deliveries.value : []
}
