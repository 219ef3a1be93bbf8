import type { IssueMember } from '../../model/issue.ts'
import { forMarkdown, linkForMarkdown } from '../escape.ts'

const most = 20
const longest = 500

/** A user or a team, as GitHub names them. */
const handle = /^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9._-]{1,100})?$/

/** Whose business it is, and where they have written down what to do. */
export function peopleLines(members: readonly IssueMember[]): readonly string[] {
  const targets = members.map(({ assessment }) => assessment.observation.target)
  const owners = [...new Set(targets.flatMap(({ owner }) => owner ?? []))].slice(0, most)
  const runbooks = [...new Set(targets.flatMap(({ runbook }) => runbook ?? []))].slice(0, most)
  const lines = [
    ...(owners.length === 0 ? [] : [`**Owner:** ${owners.map(mention).join(', ')}`]),
    ...(runbooks.length === 0
      ? []
      : [`**Runbook:** ${runbooks.map((one) => linkForMarkdown(one, one.slice(0, longest))).join(', ')}`]),
  ]
  return lines.length === 0 ? [] : [lines.join('<br>'), '']
}

/** The one mention in an issue that is live: the config names the owner, so that GitHub tells them. */
function mention(owner: string): string {
  const words = owner.slice(0, longest).split(/([\s,;]+)/u)
  return words.map((word) => (handle.test(word) ? word : forMarkdown(word))).join('')
}
