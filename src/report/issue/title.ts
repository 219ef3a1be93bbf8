import type { IssueMember, IssueSubject } from '../../model/issue.ts'
import { shownLimits } from '../../model/limits.ts'
import { productName } from '../../model/product.ts'
import { counted, listed, shortened } from '../../model/text.ts'
import { visible } from '../escape.ts'
import { firstLeaf, subjectName } from '../leaf.ts'
import { called, troubles } from '../row.ts'
import { counting, phrase, troubleCounts } from '../trouble.ts'

const mostTroubles = 3

/** One line of plain text; GitHub reads code between backticks in a title, and nothing else. */
export function issueTitle({ key, members }: IssueSubject, monitor: string): string {
  const [first, ...others] = members
  const told =
    first !== undefined && others.length === 0
      ? ofOne(first)
      : `${about(key, members, monitor)}: ${ofMany(members)}`
  return shortened(visible(told).replaceAll('`', 'ˋ'), shownLimits.issueTitleCharacters).toWellFormed()
}

function ofOne({ assessment, counted: rules }: IssueMember): string {
  const name = shortened(called(assessment.observation.target))
  if (counting(assessment.findings).length > 0) return `${name}: ${troubles(assessment)}`
  const unseen = rules.slice(0, mostTroubles).map(({ rule }) => phrase(rule))
  return `${name}: ${unseen.length === 0 ? troubles(assessment) || 'healthy' : listed(unseen)}`
}

/** Stable while the certificate or the monitor is. */
function about(key: string, members: readonly IssueMember[], monitor: string): string {
  if (!key.startsWith('certificate ')) return `${productName} (${shortened(monitor, 60)})`
  const [name] = members.flatMap(({ assessment: { observation, comparison } }) => {
    const leaf = firstLeaf(observation)
    const last = comparison.before?.certificates.at(-1)
    return (leaf === null ? (last?.names[0] ?? last?.subject) : subjectName(leaf)) ?? []
  })
  const count = counted(members.length, 'endpoint')
  return name === undefined ? count : `${shortened(name)} on ${count}`
}

function ofMany(members: readonly IssueMember[]): string {
  const troubled = members.filter(({ status }) => status !== 'success').map(({ assessment }) => assessment)
  const needs = troubled.length === 1 ? 'needs' : 'need'
  const counts = troubleCounts(troubled)
  return `${counted(troubled.length, 'endpoint')} ${needs} you${counts === '' ? '' : ` (${counts})`}`
}
