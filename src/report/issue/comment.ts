import { calendarDay } from '../../model/duration.ts'
import type { Finding } from '../../model/finding.ts'
import type { IssueMember, IssueOccasion, IssueSubject } from '../../model/issue.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Report } from '../../model/report.ts'
import { counted } from '../../model/text.ts'
import { forMarkdown, linkForMarkdown } from '../escape.ts'
import { emoji, fitting, told } from '../markdown.ts'
import { called } from '../row.ts'
import { sentence } from '../words.ts'

const mostMembers = 20
const mostFindings = 5

/** What an issue says when trouble is new or graver, when it comes back, and at its end. */
export function renderComment({ members }: IssueSubject, occasion: IssueOccasion, report: Report): string {
  const lines =
    occasion === 'trouble' || occasion === 'returned'
      ? members
          .filter(({ fresh }) => fresh.length > 0)
          .map((member) => troubleLine(member, members.length > 1))
      : members.map((member) => calmLine(member, report.now))
  const shown = fitting(lines.slice(0, mostMembers), shownLimits.issueCommentBytes)
  const more = lines.length - shown.length
  return [
    openings[occasion],
    '',
    ...shown,
    ...(more === 0 ? [] : ['', `… and ${counted(more, 'endpoint')} more.`]),
    '',
    `<sub>${calendarDay(report.now)}${report.run.url === null ? '' : ` · ${linkForMarkdown(report.run.url, 'run')}`}</sub>`,
  ].join('\n')
}

const openings: Readonly<Record<IssueOccasion, string>> = {
  trouble: '**It got worse.**',
  returned: '**It needs somebody again.**',
  healthy: '**Nothing is left to do.**',
  waived: '**Closed, because a waiver says so: this is no cure.**',
}

function troubleLine({ assessment, fresh }: IssueMember, many: boolean): string {
  const name = many ? `**${forMarkdown(called(assessment.observation.target))}**: ` : ''
  const findings = fresh.slice(0, mostFindings).map(findingWords)
  const more = fresh.length - findings.length
  const rest = more === 0 ? '' : `<br>and ${counted(more, 'finding')} more`
  return `- ${name}${findings.join('<br>')}${rest}`
}

function findingWords({ severity, message, fix }: Finding): string {
  return `${emoji[severity]} ${told(message)}<br>→ ${told(fix)}`
}

/** With the new end date, where there is one. */
function calmLine({ assessment, waived }: IssueMember, now: Date): string {
  const sign = waived ? emoji.waived : emoji.healthy
  return `- ${sign} **${forMarkdown(called(assessment.observation.target))}**: ${told(sentence(assessment, now))}`
}

/** Why an issue that no endpoint needs any more is closed. */
export function renderRetirement(because: 'duplicate' | 'unwatched'): string {
  return because === 'duplicate'
    ? 'Closed: another open issue of this monitor tells of the same.'
    : 'Closed: the configuration does not name the endpoints of this issue any more. Nothing is known of them.'
}
