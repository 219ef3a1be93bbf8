import { type Certificate, shortName } from '../../model/certificate.ts'
import type { Evidence, EvidenceValue } from '../../model/finding.ts'
import type { IssueMember } from '../../model/issue.ts'
import { memoryWords } from '../../model/memory-words.ts'
import type { Assessment, Report } from '../../model/report.ts'
import { counted, listed, shortened } from '../../model/text.ts'
import { codeForMarkdown, forMarkdown } from '../escape.ts'
import { servedLeaves, type ServedLeaf } from '../leaf.ts'
import { entryFor } from '../mail/entry.ts'
import { told } from '../markdown.ts'
import { serialNumber } from '../serial-number.ts'
import { stillOn } from '../told-findings.ts'
import { day } from '../words.ts'
import { folded } from './folded.ts'

const mostLeaves = 4
const mostLinks = 8

/** What is known of one endpoint, folded away: evidence, certificate with its chain, changes. */
export function detailLines({ assessment, counted: rules }: IssueMember, { now }: Report): readonly string[] {
  const entry = entryFor(
    { level: 'INFO', occasion: 'trouble', assessment: lasting(assessment), since: null, unseen: [] },
    now,
  )
  const evidence = entry.evidence.map(([title, words]) => `| ${forMarkdown(title)} | ${forMarkdown(words)} |`)
  const leaves = servedLeaves(assessment, now)
  const changes = [
    `- Certificate: ${told(memoryWords(assessment))}`,
    ...entry.changes.map((change) => `- ${told(change)}`),
  ]
  return [
    ...unseenLines(rules, assessment.findings),
    ...folded('Evidence', evidence.length === 0 ? [] : ['| | |', '| :-- | :-- |', ...evidence]),
    ...folded(
      leaves.length > 1 ? counted(leaves.length, 'certificate') : 'Certificate and chain',
      leaves.slice(0, mostLeaves).flatMap(leafLines),
    ),
    ...folded('Changes', changes),
  ]
}

/** Without what would have the issue written anew by every run: fractions of a day, and what the story tells anyway. */
function lasting(assessment: Assessment): Assessment {
  const { comparison } = assessment
  const changes = comparison.changes.filter(({ type }) => type !== 'status')
  const findings = assessment.findings.map((finding) =>
    Object.assign({}, finding, {
      evidence: JSON.parse(JSON.stringify(finding.evidence), wholeDays) as Evidence,
    }),
  )
  return { ...assessment, findings, comparison: { ...comparison, changes } }
}

function wholeDays(key: string, value: EvidenceValue): EvidenceValue {
  return key === 'days_left' && typeof value === 'number' ? Math.floor(value) : value
}

/** Silence is no cure: what was told before and cannot be seen now is still on. */
function unseenLines(
  rules: IssueMember['counted'],
  findings: IssueMember['assessment']['findings'],
): readonly string[] {
  const unseen = rules.filter(({ rule, severity }) =>
    findings.every(
      (finding) => finding.rule !== rule || (severity !== 'notice' && finding.severity === 'notice'),
    ),
  )
  return unseen.length === 0 ? [] : [`${forMarkdown(stillOn(unseen.map(({ rule }) => rule)))}.`, '']
}

function leafLines({ certificate, delivery, trust }: ServedLeaf): readonly string[] {
  const path = trust.trusted ? (trust.path?.certificates ?? null) : null
  const shown = path ?? delivery.chain
  const names = certificate.alternativeNames.map(({ value }) => value)
  return [
    `- **${forMarkdown(holder(certificate))}**, ${day(certificate.notBefore)} to ${day(certificate.notAfter)}<br>` +
      `names ${forMarkdown(listed(names, 10) || 'none')}<br>` +
      `serial ${codeForMarkdown(serialNumber(certificate.serial))}<br>SHA-256 ${codeForMarkdown(certificate.sha256)}`,
    ...shown
      .slice(1, mostLinks)
      .map((above) => `- ${forMarkdown(holder(above))}, until ${day(above.notAfter)}`),
    `- ${trust.trusted ? 'trusted' : 'not trusted'}${path === null ? '; the chain is shown as it was sent' : ''}`,
  ]
}

function holder(certificate: Certificate): string {
  const name = shortName(certificate.subject) || certificate.alternativeNames[0]?.value
  return shortened(name || 'a certificate without a name')
}
