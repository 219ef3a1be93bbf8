import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { type Answered, type Asked, json } from './loopback.ts'
import { api, page, root } from './repository-json.ts'
import type { State } from './state.ts'

/** Commits, the files in them, and code scanning; `undefined` for what is asked of others. */
export function repositoryApi(asked: Asked, state: State): Answered | undefined {
  const [, kind = '', rest = ''] =
    /^\/(git\/commits|contents|code-scanning\/sarifs)(?:\/(.+))?$/.exec(
      asked.url.pathname.replace(root, ''),
    ) ?? []
  if (kind === '') return undefined
  const fault = kind.startsWith('code') ? state.faults.scanning : state.faults.contents
  if (fault === 'hanging') return null
  if (fault === 'off') return json({ message: 'Code scanning is not enabled for this repository.' }, 403)
  if (fault !== null)
    return json({ message: fault === 403 ? 'Resource not accessible by integration' : 'it fails' }, fault)
  if (kind === 'git/commits') return commit(rest, state)
  return kind === 'contents' ? contents(asked, decodeURIComponent(rest), state) : scan(asked, state)
}

function commit(sha: string, state: State): Answered {
  const found = state.commits.get(sha)
  if (found === undefined) return notFound
  const addresses = (id: string): object => ({
    sha: id,
    url: `${api}/git/commits/${id}`,
    html_url: `${page}/commit/${id}`,
  })
  const person = { name: 'Octo Cat', email: 'octocat@example.com', date: '2026-11-22T00:00:00Z' }
  const signature = { reason: 'unsigned', signature: null, payload: null, verified_at: null }
  return json({
    ...addresses(sha),
    node_id: `C${sha}`,
    author: person,
    committer: person,
    message: '',
    tree: { sha, url: `${api}/git/trees/${sha}` },
    parents: found.parents.map(addresses),
    verification: { verified: false, ...signature },
  })
}

/** GitHub answers JSON unless the file itself is asked for. */
function contents({ url, headers }: Asked, path: string, state: State): Answered {
  const text = state.commits.get(url.searchParams.get('ref') ?? '')?.files[path]
  if (text === undefined) return notFound
  if (headers.accept !== 'application/vnd.github.raw+json') return json(fileJson(path, text))
  return { status: 200, headers: { 'content-type': `${headers.accept}; charset=utf-8` }, body: text }
}

function fileJson(path: string, text: string): object {
  const url = `${api}/contents/${path}`
  const [git, html] = [`${api}/git/blobs/1`, `${page}/blob/main/${path}`]
  return {
    type: 'file',
    encoding: 'base64',
    content: Buffer.from(text).toString('base64'),
    name: basename(path),
    path,
    sha: '1'.repeat(40),
    size: Buffer.byteLength(text),
    url,
    git_url: git,
    html_url: html,
    download_url: html,
    _links: { self: url, git, html },
  }
}

function scan({ body }: Asked, state: State): Answered {
  const { commit_sha: sha, ref, sarif } = JSON.parse(body.toString())
  state.scans.push({ commit: sha, ref, sarif: gunzipSync(Buffer.from(sarif, 'base64')).toString() })
  return json({ id: `scan-${state.scans.length}`, url: 'https://api.example/scan' }, 202)
}

const notFound = json({ message: 'Not Found' }, 404)
