import type { IssueMember } from '../../model/issue.ts'
import { shownLimits } from '../../model/limits.ts'
import { shortened } from '../../model/text.ts'
import { forMarkdown, linkForMarkdown } from '../escape.ts'
import { fitting } from '../markdown.ts'

const longest = 200
const longestAddress = 500

/** A user or a team, as GitHub names them. */
const handle = /^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9._-]{1,100})?$/

/** Whose business it is, and where they have written down what to do. */
export function peopleLines(members: readonly IssueMember[]): readonly string[] {
  const targets = members.map(({ assessment }) => assessment.observation.target)
  const owners = [...new Set(targets.flatMap(({ owner }) => owner ?? []))]
  const runbooks = [...new Set(targets.flatMap(({ runbook }) => runbook ?? []))]
  const lines = [
    ...(owners.length === 0
      ? []
      : [`**Owner:** ${fitting(owners.map(mention), shownLimits.issuePeopleBytes).join(', ')}`]),
    ...(runbooks.length === 0
      ? []
      : [`**Runbook:** ${fitting(runbooks.map(link), shownLimits.issuePeopleBytes).join(', ')}`]),
  ]
  return lines.length === 0 ? [] : [lines.join('<br>'), '']
}

function link(address: string): string {
  const words = shortened(address, longest)
  return address.length > longestAddress ? forMarkdown(words) : linkForMarkdown(address, words)
}

/** The one mention in an issue that is live: the config names the owner, so that GitHub tells them. */
function mention(owner: string): string {
  const words = shortened(owner, longest).split(/([\s,;]+)/u)
  return words.map((word) => (handle.test(word) ? word : forMarkdown(word))).join('')
}
