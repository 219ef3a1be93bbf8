import { daysLeft } from '../../model/certificate.ts'
import type { Change } from '../../model/change.ts'
import { fromNow, inUtc } from '../../model/duration.ts'
import type { Finding } from '../../model/finding.ts'
import { shownLimits } from '../../model/limits.ts'
import type { BlastRadius, Message } from '../../model/message.ts'
import { productName, productVersion } from '../../model/product.ts'
import { counted, listed } from '../../model/text.ts'
import { utc } from '../certificate-json.ts'
import { historyJson } from '../history-json.ts'
import { firstLeaf, issuerName } from '../leaf.ts'
import { outageWords } from '../outage-words.ts'
import { toldFindings } from '../told-findings.ts'
import { sentenceCase } from '../words.ts'
import { clipped, type Occurrence, verdict } from './entry.ts'
import { asciiJson } from './payload.ts'

/** Which of the keys that may be left out a receiver wants. */
export interface GenericWish {
  readonly includeTimestamp: boolean
  readonly includeSource: boolean
}

const longestText = 1000
const mostValues = 100
const mostTold = 5

/** One message of one endpoint: level, name and text for people, the rest for programs. */
export function genericBody(message: Message, occurrence: Occurrence, wish: GenericWish): string {
  const { level, occasion, assessment } = message
  const { observation, status } = assessment
  const { target } = observation
  const { now } = occurrence
  const leaf = firstLeaf(observation)
  const { changes, rotation } = historyJson(assessment, now)
  const name = clipped(target.name, longestText)
  return asciiJson({
    level,
    name,
    message: [`${level} Certificate Alert: ${name}`, '', ...textLines(message, occurrence, wish)].join('\n'),
    ...common(occurrence, wish),
    id: target.id,
    domain: target.kind === 'endpoint' ? target.host : target.domain,
    port: target.kind === 'endpoint' ? target.port : null,
    status,
    occasion,
    days_until_expiration: leaf === null ? null : daysLeft(leaf, now),
    not_after: utc(leaf?.notAfter ?? null),
    issuer: leaf === null ? null : clipped(issuerName(leaf) ?? '', longestText) || null,
    findings: findingsOf(assessment.findings.filter(({ waivedUntil }) => waivedUntil === null)),
    changes: changes.map(({ type, old, new: now }) => ({ type, old: few(old), new: few(now) })),
    rotation,
    owner: target.owner,
    runbook: target.runbook,
    tags: target.tags,
  })
}

/** A whole run that saw nothing of the network, or does again: one message, named after the monitor. */
export function genericBlastRadius(outage: BlastRadius, occurrence: Occurrence, wish: GenericWish): string {
  const { level, message, fix } = outageWords(outage, occurrence.now)
  const { finding } = outage
  const status = finding === null || finding.severity === 'notice' ? 'success' : finding.severity
  const name = clipped(occurrence.run.monitor, longestText)
  const lines = [
    `${level} Certificate Alert: ${name}`,
    '',
    `Status: ${status.toUpperCase()}`,
    `Message: ${clipped(message, longestText)}`,
    ...(fix === null ? [] : [`What to do: ${clipped(fix, longestText)}`]),
    ...closingLines(occurrence, wish),
  ]
  const nothing = { id: null, domain: null, port: null, days_until_expiration: null, not_after: null }
  return asciiJson({
    level,
    name,
    message: lines.join('\n'),
    ...common(occurrence, wish),
    ...nothing,
    status,
    occasion: finding === null ? 'recovery' : outage.since < occurrence.now ? 'reminder' : 'trouble',
    issuer: null,
    findings: findingsOf(finding === null ? [] : [finding]),
    changes: [],
    rotation: null,
    owner: null,
    runbook: null,
    tags: [],
  })
}

function common({ run, at }: Occurrence, { includeTimestamp, includeSource }: GenericWish): object {
  return {
    ...(includeTimestamp ? { timestamp: at.toISOString() } : {}),
    ...(includeSource ? { source: productName } : {}),
    version: productVersion,
    monitor: clipped(run.monitor, longestText),
    run_url: run.url,
  }
}

function textLines(message: Message, occurrence: Occurrence, wish: GenericWish): readonly string[] {
  const { assessment } = message
  const { observation, comparison, status } = assessment
  const { owner, runbook } = observation.target
  const { now } = occurrence
  const [worst, ...others] = toldFindings(message)
  const more = others.length - mostTold
  return [
    `Status: ${status.toUpperCase()}`,
    `Message: ${clipped(verdict(message, now), longestText)}`,
    ...expiryLines(firstLeaf(observation)?.notAfter ?? null, now),
    ...(worst === undefined ? [] : [`What to do: ${clipped(worst.fix, longestText)}`]),
    ...others.slice(0, mostTold).map((other) => `Also: ${clipped(other.message, longestText)}`),
    ...(more > 0 ? [`Also: ${counted(more, 'finding')} more`] : []),
    ...(owner === null ? [] : [`Owner: ${clipped(owner, longestText)}`]),
    ...(runbook === null ? [] : [`Runbook: ${clipped(runbook, longestText)}`]),
    ...(comparison.changes.length === 0 ? [] : ['', 'Changes detected:']),
    ...comparison.changes.map(changeLine),
    ...closingLines(occurrence, wish),
  ]
}

function expiryLines(notAfter: Date | null, now: Date): readonly string[] {
  if (notAfter === null) return []
  const how = notAfter < now ? 'Expired' : 'Expires'
  return [`${how}: ${fromNow(notAfter, now)} (${inUtc(notAfter)})`]
}

function changeLine({ type, old, new: now }: Change): string {
  const told = (value: Change['old']): string =>
    typeof value === 'string' ? value : listed(value) || 'nothing'
  const what = sentenceCase(type.replaceAll('_', ' '))
  return `- ${what} changed: ${clipped(told(old), longestText)} → ${clipped(told(now), longestText)}`
}

function closingLines({ run, at }: Occurrence, { includeTimestamp }: GenericWish): readonly string[] {
  const lines = [
    ...(includeTimestamp ? [`Timestamp: ${inUtc(at)}`] : []),
    ...(run.url === null ? [] : [`Run: ${run.url}`]),
  ]
  return lines.length === 0 ? [] : ['', ...lines]
}

function findingsOf(findings: readonly Finding[]): readonly object[] {
  return findings
    .slice(0, shownLimits.webhookFindings)
    .map(({ rule, severity, message, fix, reference, since }) => {
      const [said, advice] = [clipped(message, longestText), clipped(fix, longestText)]
      return { rule, severity, message: said, fix: advice, reference, since: utc(since) }
    })
}

/** A leaf may have thousands of names; the report holds them all. */
function few(value: Change['old']): Change['old'] {
  if (typeof value === 'string') return clipped(value, longestText)
  const shown = value.slice(0, mostValues).map((one) => clipped(one, longestText))
  const rest = value.length - shown.length
  return rest === 0 ? shown : [...shown, `… and ${rest} more`]
}
