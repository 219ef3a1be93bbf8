import { createHash } from 'node:crypto'

import type { Finding } from '../../model/finding.ts'
import { matchesGlob } from '../../model/glob.ts'
import type { Assessment, Report } from '../../model/report.ts'
import type { Place, Target } from '../../model/target.ts'
import { shortened } from '../../model/text.ts'
import { visible } from '../escape.ts'
import { called } from '../row.ts'
import { day } from '../words.ts'
import { sarifLevels } from './rule.ts'

/** Where findings stand. */
export interface SarifPlaces {
  /** A file's path from the root of the repository, `/` between its parts; `null`: it lies elsewhere. */
  readonly pathOf: (file: string) => string | null
  /** What started the run, likewise, for findings that no config explains; `null`: nobody can tell. */
  readonly workflow: string | null
}

const longestMessage = 1000

/** A result (SARIF §3.27). */
export function sarifResult(
  finding: Finding,
  assessment: Assessment | null,
  report: Report,
  places: SarifPlaces,
): object {
  const target = assessment?.observation.target ?? null
  return {
    ruleId: finding.rule,
    level: sarifLevels[finding.severity],
    message: { text: messageText(finding, target) },
    locations: locations(target, report, places),
    partialFingerprints: fingerprints(finding),
    ...(finding.waivedUntil === null ? {} : { suppressions: [suppression(finding, assessment)] }),
  }
}

/** In SARIF's plain text `[text](address)` is a link (§3.11.6); what comes from outside makes none. */
function messageText({ message, fix }: Finding, target: Target | null): string {
  const about = target === null ? '' : `${called(target)}: `
  const text = `${about}${shortened(message, longestMessage)}. ${fix}`
  return visible(text).replaceAll('](', '] (')
}

/** GitHub goes by the first of these alone, with rule and path; the other one is for people. */
function fingerprints({ key }: Finding): Readonly<Record<string, string>> {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16)
  return { primaryLocationLineHash: `${hash}:1`, 'findingKey/v1': visible(key) }
}

/** The endpoint's line in the config; without one, the head of the config, or of the workflow that named the host. */
function locations(
  target: Target | null,
  { run }: Report,
  { pathOf, workflow }: SarifPlaces,
): readonly object[] {
  const place = target?.source ?? null
  const config = run.config === null ? null : pathOf(run.config.path)
  const path = place === null ? (config ?? workflow) : pathOf(place.file)
  if (path === null) return []
  const named = target === null ? {} : { logicalLocations: [{ fullyQualifiedName: visible(target.id) }] }
  return [{ physicalLocation: { artifactLocation: artifact(path), region: region(place) }, ...named }]
}

function artifact(path: string): object {
  return { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function region(place: Place | null): object {
  return place === null ? { startLine: 1 } : { startLine: place.line, startColumn: place.column }
}

function suppression({ rule, waivedUntil }: Finding, assessment: Assessment | null): object {
  const waiver = assessment?.policy.waivers.find(
    (one) => matchesGlob(one.rule, rule) && one.until.getTime() === waivedUntil?.getTime(),
  )
  const until = `Waived until ${day(waivedUntil)}`
  const justification = waiver === undefined ? until : `${until}: ${visible(waiver.reason)}`
  return { kind: 'external', status: 'accepted', justification }
}
