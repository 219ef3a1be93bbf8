import { gunzipSync } from 'node:zlib'

import { type Answered, type Asked, json } from './loopback.ts'
import { repository, type State } from './state.ts'

const root = `/repos/${repository.owner}/${repository.name}`

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
  return json({ sha, parents: found.parents.map((parent) => ({ sha: parent })) })
}

/** GitHub answers JSON unless the file itself is asked for. */
function contents({ url, headers }: Asked, path: string, state: State): Answered {
  const text = state.commits.get(url.searchParams.get('ref') ?? '')?.files[path]
  if (text === undefined) return notFound
  if (headers.accept !== 'application/vnd.github.raw+json')
    return json({ type: 'file', encoding: 'base64', content: Buffer.from(text).toString('base64') })
  return { status: 200, headers: { 'content-type': `${headers.accept}; charset=utf-8` }, body: text }
}

function scan({ body }: Asked, state: State): Answered {
  const { commit_sha: sha, ref, sarif } = JSON.parse(body.toString())
  state.scans.push({ commit: sha, ref, sarif: gunzipSync(Buffer.from(sarif, 'base64')).toString() })
  return json({ id: `scan-${state.scans.length}`, url: 'https://api.example/scan' }, 202)
}

const notFound: Answered = json({ message: 'Not Found' }, 404)
