import { type TlsVersion, tlsVersions } from '../model/observation.ts'
import type { Report } from '../model/report.ts'
import { counted, listed } from '../model/text.ts'
import { forMarkdown } from './escape.ts'
import { type GradedScan, worstGrade, worstGradesFirst } from './grades.ts'
import { details, fitting, told } from './markdown.ts'
import { called } from './row.ts'

const mostBytes = 100_000
const mostCaps = 3

/** What the scanned servers are worth and why it is no more, the worst first, folded away. */
export function scanLines({ assessments }: Report): readonly string[] {
  const scans = worstGradesFirst(assessments)
  const worst = worstGrade(assessments)
  const title = `TLS of ${counted(scans.length, 'endpoint')}${worst === null ? '' : `, worst grade ${worst}`}`
  const lines = fitting(scans.map(scanLine), mostBytes)
  const rest = scans.length - lines.length
  return scans.length === 0
    ? []
    : details(title, [
        '| Grade | Score | Endpoint | Versions | What to change first |',
        '| :-: | --: | :-- | :-- | :-- |',
        ...lines,
        '',
        ...(rest === 0 ? [] : [`… and ${counted(rest, 'endpoint')} more, in the report.`, '']),
      ])
}

function scanLine({ assessment, scan, grade }: GradedScan): string {
  const name = forMarkdown(called(assessment.observation.target))
  const more = grade.caps.length - mostCaps
  const caps = [...grade.caps.slice(0, mostCaps).map(told), ...(more > 0 ? [`… and ${more} more`] : [])]
  const cells = [letterWords(grade), grade.securityScore ?? '–', name, versionsWords(scan), caps.join('<br>')]
  return `| ${cells.join(' | ')} |`
}

/** The letter behind a T or an M stands beside it. */
function letterWords({ letter, trustIgnored }: GradedScan['grade']): string {
  if (letter === null) return '–'
  const hidden = trustIgnored === null || trustIgnored === letter ? '' : ` (${forMarkdown(trustIgnored)})`
  return `**${forMarkdown(letter)}**${hidden}`
}

/** `TLS 1.2 and 1.3`: what is offered; that something is not known is said, too. */
function versionsWords({ versions }: GradedScan['scan']): string {
  const spoken = tlsVersions.filter((version) => {
    const answer = versions[version]
    return answer.known && answer.value
  })
  const unknown = tlsVersions.some((version) => !versions[version].known)
  return listed(spoken.map(shortName), 6) + (unknown ? ', perhaps others' : '')
}

function shortName(version: TlsVersion): string {
  return version.replace(/^(SSL|TLS)v/u, '$1 ').replace(/^TLS 1$/u, 'TLS 1.0')
}
