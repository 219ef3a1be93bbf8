import { repository } from './state.ts'

/** The path of the repository in the REST API, and its address there. */
export const root: string = `/repos/${repository.owner}/${repository.name}`
export const api: string = `https://api.github.com${root}`
/** The repository's own page. */
export const page: string = `https://github.com/${repository.owner}/${repository.name}`

/** A person or a bot, as GitHub shows one. */
export function userJson(login: string): object {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`
  const type = login.endsWith('[bot]') ? 'Bot' : 'User'
  const parts =
    'avatar events followers following gists html organizations received_events repos starred subscriptions'
  const ids = { id: 41_898_282, node_id: 'U1', gravatar_id: '' }
  return { ...addresses(parts, url), url, login, ...ids, type, site_admin: false }
}

/** This repository, or a fork of it with another id, in few words. */
export function repositoryJson(id: number): object {
  const parts =
    'archive assignees blobs branches collaborators comments commits compare contents contributors deployments ' +
    'downloads events forks git_commits git_refs git_tags hooks html issue_comment issue_events issues keys labels ' +
    'languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags ' +
    'teams trees'
  const owner = id === repository.id ? repository.owner : 'stranger'
  return {
    ...addresses(parts, api),
    id,
    node_id: `R${id}`,
    url: api,
    name: repository.name,
    full_name: `${owner}/${repository.name}`,
    owner: userJson(owner),
    private: false,
    description: null,
    fork: id !== repository.id,
  }
}

function addresses(parts: string, url: string): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.split(' ').map((part) => [`${part}_url`, url]))
}
