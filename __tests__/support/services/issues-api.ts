import {
  type IssueFault,
  type IssueStore,
  opened,
  type StoredComment,
  type StoredIssue,
} from './issue-store.ts'
import { type Answered, type Asked, json, paged } from './loopback.ts'
import { api, page, root, userJson } from './repository-json.ts'

const mostCharacters = 65_536

/** The REST operations on issues, and the account that asks, as GitHub answers them. */
export function issuesApi(asked: Asked, store: IssueStore): Answered {
  const path = asked.url.pathname.replace(root, '')
  if (path === '/graphql') return viewer(store)
  const fault = store.faults.find(({ on, times }) => times > 0 && on.test(`${asked.method} ${path}`))
  if (fault !== undefined) fault.times -= 1
  if (fault !== undefined && fault.how !== 'lost') return failing(fault)
  const answer = allowed(asked, path, store) ?? answered(asked, path, store)
  return fault === undefined ? answer : json({ message: 'Bad Gateway' }, 502)
}

export function isIssuesPath(path: string): boolean {
  return path === '/graphql' || path === '/user' || /^\/repos\/[^/]+\/[^/]+\/(?:issues|labels)\b/.test(path)
}

function viewer(store: IssueStore): Answered {
  const fault = store.faults.find(({ on, times }) => times > 0 && on.test('POST /graphql'))
  if (fault !== undefined) fault.times -= 1
  return fault === undefined ? json({ data: { viewer: { login: store.viewer } } }) : failing(fault)
}

function failing({ how, message = 'the stand-in fails', errors, headers }: IssueFault): Answered {
  if (how === 'hanging' || how === 'lost') return null
  if (how === 'nonsense') return { ...json('<html>nothing that anybody asked for</html>'), foreign: true }
  return {
    status: how,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(errors === undefined ? refusalJson(message) : { data: null, errors }),
  }
}

function refusalJson(message: string): object {
  return { message, documentation_url: 'https://docs.github.com/rest' }
}

function refusal(status: number, message: string, errors?: readonly object[]): Answered {
  return json({ ...refusalJson(message), ...(errors && { errors }) }, status)
}

function allowed({ method }: Asked, path: string, { permission, enabled }: IssueStore): Answered | undefined {
  const writes = method !== 'GET'
  if (permission === 'none' || (writes && permission === 'read'))
    return refusal(403, 'Resource not accessible by integration')
  if (!enabled && path.startsWith('/issues')) {
    return refusal(410, 'Issues has been disabled in this repository.')
  }
  return undefined
}

function answered(asked: Asked, path: string, store: IssueStore): Answered {
  const { method } = asked
  if (path === '/user') return user(store)
  if (path === '/issues') return method === 'GET' ? list(asked, store) : create(asked, store)
  if (path === '/labels') return createLabel(asked, store)
  const label = /^\/labels\/(.+)$/.exec(path)?.[1]
  if (label !== undefined) return answerLabel(decodeURIComponent(label), store)
  const [, number, part] = /^\/issues\/(\d+)(?:\/(comments|assignees))?$/.exec(path) ?? []
  const issue = store.issues.find((one) => one.number === Number(number))
  if (issue === undefined) return refusal(404, 'Not Found')
  if (part === 'comments') return method === 'GET' ? comments(asked, issue) : comment(asked, issue, store)
  if (part === 'assignees') return assign(asked, issue, store)
  return method === 'GET' ? json(issueJson(issue)) : update(asked, issue, store)
}

/** A token of the workflow is no user's. */
function user({ viewer: login }: IssueStore): Answered {
  if (login.endsWith('[bot]')) return refusal(403, 'Resource not accessible by integration')
  const counts = { public_repos: 1, public_gists: 0, followers: 0, following: 0 }
  const words = {
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
  }
  const times = { created_at: '2020-01-01T00:00:00Z', updated_at: '2020-01-01T00:00:00Z' }
  return json({ ...userJson(login), ...words, ...counts, ...times })
}

function list({ url }: Asked, store: IssueStore): Answered {
  const {
    state = 'open',
    creator,
    since,
    sort = 'created',
    direction = 'desc',
  } = Object.fromEntries(url.searchParams)
  const found = store.issues
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === undefined || issue.author === creator)
    .filter((issue) => since === undefined || issue.updatedAt >= new Date(since))
    .toSorted((one, other) => {
      const [a, b] = [one, other].map((issue) =>
        (sort === 'updated' ? issue.updatedAt : issue.createdAt).getTime(),
      )
      const order = (a ?? 0) - (b ?? 0) || one.number - other.number
      return direction === 'desc' ? -order : order
    })
  return json(paged(found, url).map(issueJson))
}

function create({ body }: Asked, store: IssueStore): Answered {
  const wish = JSON.parse(body.toString()) as {
    readonly title: string
    readonly body?: string
    readonly labels?: readonly string[]
    readonly assignees?: readonly string[]
  }
  if ((wish.assignees ?? []).some((name) => !store.assignable.has(name)))
    return refusal(422, 'Validation Failed', [{ resource: 'Issue', field: 'assignees', code: 'invalid' }])
  const refused = tooLong(wish)
  if (refused !== null) return refused
  const { title, body: text = '', labels = [] } = wish
  const issue = opened(store, { author: store.viewer, title, body: text, labels: [...labels] })
  for (const name of labels) store.labels.add(name)
  store.log.push(`open #${issue.number} ${title}`)
  return json(issueJson(issue), 201)
}

function tooLong({ title, body = '' }: { readonly title?: string; readonly body?: string }): Answered {
  if (body.length > mostCharacters) return refusal(422, 'Validation Failed: body is too long', [])
  return (title ?? '').length > 256 ? refusal(422, 'Validation Failed: title is too long', []) : null
}

function update({ body }: Asked, issue: StoredIssue, store: IssueStore): Answered {
  const wish = JSON.parse(body.toString()) as {
    readonly title?: string
    readonly body?: string
    readonly state?: StoredIssue['state']
    readonly state_reason?: 'completed' | 'not_planned' | 'reopened'
  }
  const refused = tooLong(wish)
  if (refused !== null) return refused
  const turns = wish.state !== undefined && wish.state !== issue.state
  if (wish.title !== undefined) issue.title = wish.title
  if (wish.body !== undefined) issue.body = wish.body
  if (turns) {
    issue.state = wish.state
    issue.stateReason = wish.state_reason ?? null
    issue.closedAt = wish.state === 'closed' ? store.clock() : null
  }
  issue.updatedAt = store.clock()
  const what = turns ? (wish.state === 'closed' ? `close (${issue.stateReason})` : 'reopen') : 'edit'
  store.log.push(`${what} #${issue.number}`)
  return json(issueJson(issue))
}

function comment({ body }: Asked, issue: StoredIssue, store: IssueStore): Answered {
  const { body: text } = JSON.parse(body.toString()) as { readonly body: string }
  if (issue.locked) return refusal(403, 'Unable to create comment because issue is locked.')
  const refused = tooLong({ body: text })
  if (refused !== null) return refused
  const made = { id: 9000 + issue.comments.length, author: store.viewer, body: text, at: store.clock() }
  issue.comments.push(made)
  issue.updatedAt = store.clock()
  store.log.push(`comment #${issue.number}`)
  return json(commentJson(made, issue), 201)
}

function comments({ url }: Asked, issue: StoredIssue): Answered {
  const since = url.searchParams.get('since')
  const found = issue.comments.filter(({ at }) => since === null || at >= new Date(since))
  return json(paged(found, url).map((one) => commentJson(one, issue)))
}

/** GitHub leaves out in silence whom it cannot assign; some it refuses. */
function assign({ body }: Asked, issue: StoredIssue, store: IssueStore): Answered {
  const { assignees } = JSON.parse(body.toString()) as { readonly assignees: readonly string[] }
  if (assignees.some((name) => name.includes('/')))
    return refusal(422, 'Validation Failed', [{ resource: 'Issue', field: 'assignees', code: 'invalid' }])
  const able = assignees.filter((name) => store.assignable.has(name))
  issue.assignees = [...new Set([...issue.assignees, ...able])]
  return json(issueJson(issue), 201)
}

function createLabel({ body }: Asked, store: IssueStore): Answered {
  const { name, color } = JSON.parse(body.toString()) as { readonly name: string; readonly color: string }
  if (store.labels.has(name))
    return refusal(422, 'Validation Failed', [{ resource: 'Label', field: 'name', code: 'already_exists' }])
  store.labels.add(name)
  return json(labelJson(name, color), 201)
}

function answerLabel(name: string, { labels }: IssueStore): Answered {
  return labels.has(name) ? json(labelJson(name, 'b60205')) : refusal(404, 'Not Found')
}

function labelJson(name: string, color: string): object {
  const url = `${api}/labels/${encodeURIComponent(name)}`
  return { id: 1, node_id: 'L1', url, name, description: null, color, default: false }
}

function issueJson(issue: StoredIssue): object {
  const url = `${api}/issues/${issue.number}`
  const html = `${page}/issues/${issue.number}`
  return {
    id: 100_000 + issue.number,
    node_id: `I${issue.number}`,
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: userJson(issue.author),
    labels: issue.labels.map((name) => labelJson(name, 'b60205')),
    assignee: issue.assignees[0] === undefined ? null : userJson(issue.assignees[0]),
    assignees: issue.assignees.map(userJson),
    milestone: null,
    locked: issue.locked,
    comments: issue.comments.length,
    closed_at: issue.closedAt?.toISOString() ?? null,
    created_at: issue.createdAt.toISOString(),
    updated_at: issue.updatedAt.toISOString(),
    author_association: 'NONE',
    ...(issue.pullRequest && { pull_request: { url, html_url: html, diff_url: html, patch_url: html } }),
  }
}

function commentJson({ id, author, body, at }: StoredComment, { number }: StoredIssue): object {
  const url = `${api}/issues/comments/${id}`
  return {
    id,
    node_id: `C${id}`,
    url,
    html_url: url,
    issue_url: `${api}/issues/${number}`,
    body,
    user: userJson(author),
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    author_association: 'NONE',
  }
}
