import { at } from '../model/json.ts'
import { listed } from '../model/text.ts'
import { parseLogin } from './issue-answers.ts'
import { isRefusedAs, type IssueRequests, why } from './issue-requests.ts'
import { issuesRoute } from './our-issues.ts'

const labelColor = 'b60205'
const labelsRoute = '/repos/{owner}/{repo}/labels'

/** Makes the labels that are missing; answers what was in the way, a sentence each. */
export async function makeLabels(
  labels: readonly string[],
  { read, write }: IssueRequests,
): Promise<readonly string[]> {
  const remarks: string[] = []
  for (const name of labels) {
    const there = await read(`GET ${labelsRoute}/{name}`, { name })
    if (!isRefusedAs(there, 404)) continue
    const made = await write(`POST ${labelsRoute}`, { name, color: labelColor })
    // Another run has made it meanwhile.
    if (made.kind !== 'done' && !isRefusedAs(made, 422))
      remarks.push(`The label ${name} was not made${why(made)}.`)
  }
  return remarks
}

/**
 * Assigns an issue, in a call of its own: one name that cannot be assigned makes GitHub refuse all that comes with
 * it. Answers what was in the way.
 */
export async function assign(
  number: number,
  assignees: readonly string[],
  { write }: IssueRequests,
): Promise<readonly string[]> {
  const wanted = assignees.map((name) => name.replace(/^@/u, ''))
  if (wanted.length === 0) return []
  const outcome = await write(`POST ${issuesRoute}/{issue_number}/assignees`, {
    issue_number: number,
    assignees: wanted,
  })
  if (outcome.kind !== 'done')
    return [`Issue ${number} was assigned to nobody (${listed(wanted)})${why(outcome)}.`]
  const assigned = at(outcome.body, 'assignees')
  const names = Array.isArray(assigned)
    ? assigned.map((user: unknown) => parseLogin(user)?.toLowerCase())
    : []
  const missing = wanted.filter((name) => !names.includes(name.toLowerCase()))
  return missing.length === 0 ? [] : [`Issue ${number} could not be assigned to ${listed(missing)}.`]
}
