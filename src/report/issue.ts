import { createHash } from 'node:crypto'

import { renderMarker } from '../model/issue-marker.ts'
import type { IssueMember, IssueOccasion, IssueSubject, IssueText } from '../model/issue.ts'
import { shownLimits } from '../model/limits.ts'
import { productName } from '../model/product.ts'
import type { Report } from '../model/report.ts'
import { counted, shortened } from '../model/text.ts'
import { forMarkdown, linkForMarkdown } from './escape.ts'
import { detailLines } from './issue/details.ts'
import { peopleLines } from './issue/people.ts'
import { storyLines } from './issue/story.ts'
import { issueTitle } from './issue/title.ts'
import { emoji } from './markdown.ts'
import { called } from './row.ts'
import { endpointTables } from './summary-endpoints.ts'
import { doingLines } from './summary-lists.ts'
import { sentence } from './words.ts'

const longestVerdict = 300

/** What an issue is rendered from. */
export interface IssueOccurrence {
  readonly report: Report
  /** `null`: the run's own page shows it. */
  readonly artifactUrl: string | null
}

/**
 * An issue as it has to read now: verdict, what to do, whom to ask, what is known, the story; at its head, out of
 * sight, what finds it again. What only says which run wrote it is no reason to write it anew.
 */
export function renderIssue(
  subject: IssueSubject,
  occasion: IssueOccasion,
  { report, artifactUrl }: IssueOccurrence,
): IssueText {
  const title = issueTitle(subject, report.run.monitor)
  const calm = occasion === 'healthy' || occasion === 'waived'
  const content = calm ? calmLines(subject, report) : troubleLines(subject, report)
  const digest = createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 16)
  const marker = renderMarker({
    monitor: report.run.monitor,
    key: subject.key,
    title,
    digest,
    closed: calm,
    config: configOf(subject, report),
    members: subject.members.map(({ assessment, counted: rules }) => ({
      id: assessment.observation.target.id,
      rules,
    })),
  })
  return { title, digest, body: [marker, ...content, ...footerLines(report, artifactUrl)].join('\n') }
}

function troubleLines({ members }: IssueSubject, report: Report): readonly string[] {
  const troubled = members.filter(({ status }) => status !== 'success')
  const whole = { ...report, assessments: members.map(({ assessment }) => assessment) }
  return [
    `### ${emoji[mark(troubled)]} ${forMarkdown(shortened(verdict(members, report), longestVerdict))}`,
    '',
    ...doingLines({ ...whole, assessments: troubled.map(withoutPeople) }, shownLimits.issueDoingBytes),
    ...peopleLines(troubled),
    ...rest(members, whole),
  ]
}

function calmLines({ members }: IssueSubject, report: Report): readonly string[] {
  const sign = members.some(({ waived }) => waived) ? emoji.waived : emoji.healthy
  const whole = { ...report, assessments: members.map(({ assessment }) => assessment) }
  return [
    `### ${sign} ${forMarkdown(shortened(verdict(members, report), longestVerdict))}`,
    '',
    ...rest(members, whole),
  ]
}

/** One endpoint in depth, or many as a table. */
function rest(members: readonly IssueMember[], report: Report): readonly string[] {
  const [only, ...others] = members
  if (only !== undefined && others.length === 0)
    return [...detailLines(only, report), ...storyLines(only, report.now)]
  const { open, folded } = endpointTables(report, shownLimits.issueTableBytes)
  return [...open, ...folded]
}

function verdict(members: readonly IssueMember[], { now }: Report): string {
  const [only, ...others] = members
  if (only !== undefined && others.length === 0) {
    return `${called(only.assessment.observation.target)}: ${sentence(only.assessment, now)}`
  }
  const count = members.filter(({ status }) => status !== 'success').length
  if (count === 0) return `All ${members.length} endpoints need nothing any more`
  return `${count} of ${counted(members.length, 'endpoint')} ${count === 1 ? 'needs' : 'need'} you`
}

function mark(troubled: readonly IssueMember[]): 'error' | 'warning' {
  return troubled.some(({ status }) => status === 'error') ? 'error' : 'warning'
}

/** They have a line of their own, where the owner is mentioned. */
function withoutPeople({ assessment }: IssueMember): IssueMember['assessment'] {
  const { observation } = assessment
  const target = { ...observation.target, owner: null, runbook: null }
  return { ...assessment, observation: { ...observation, target } }
}

function configOf({ members }: IssueSubject, { run }: Report): string | null {
  const written = members.every(({ assessment }) => assessment.observation.target.source !== null)
  return written ? (run.config?.path ?? null) : null
}

function footerLines({ run, generator }: Report, artifactUrl: string | null): readonly string[] {
  const artifact = artifactUrl ?? (run.url === null ? null : `${run.url}#artifacts`)
  const parts = [
    forMarkdown(run.monitor),
    ...(run.url === null ? [] : [linkForMarkdown(run.url, 'run')]),
    ...(artifact === null ? [] : [linkForMarkdown(artifact, 'report')]),
    `${productName} ${generator.version}`,
    'Close this issue to acknowledge it: it stays closed until it gets worse',
  ]
  return ['', `<sub>${parts.join(' · ')}</sub>`]
}
