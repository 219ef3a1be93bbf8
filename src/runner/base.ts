import { type Comparable, readComparable } from '../config/comparable.ts'
import { ConfigError } from '../config/complaint.ts'
import type { Fetch } from '../config/files.ts'
import type { ConfigRequest } from '../config/read-config.ts'
import { configLimits } from '../model/limits.ts'
import { counted } from '../model/text.ts'
import { Malformed } from '../wire/malformed.ts'
import type { RunnerContext } from './context.ts'
import { octets } from './octets.ts'
import { commitSha, parseFirstParent } from './rest-answers.ts'
import { type Ask, asker, failure, isGone, repositoryRoute } from './rest.ts'
import { cause } from './toolkit.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** The config as it was before the change under review, or why it is not known. */
export type Base =
  | { readonly kind: 'known'; readonly config: Comparable }
  /** The rest of a sentence: `the token lacks the permission contents: read`. */
  | { readonly kind: 'unknown'; readonly because: string }

/**
 * Reads the base's config at the same path, and the files it names, through the REST API: a checkout holds one commit
 * only. Nothing in it is resolved. Never throws.
 */
export async function readBase(
  request: ConfigRequest,
  context: RunnerContext,
  run: WorkflowRun,
): Promise<Base> {
  if (run.token === null) return unknown('there is no token to read it with')
  try {
    const ask = await asker(run, run.token)
    const sha = await baseCommit(context, ask)
    if (sha === null) return unknown(`a run by ${context.event} names none`)
    return { kind: 'known', config: await readComparable(request, filesAt(sha, ask)) }
  } catch (thrown) {
    return unknown(explained(thrown, run))
  }
}

/** What the change is compared with (contract §3): the first parent, or what the merge queue names. */
async function baseCommit({ event, payload, run }: RunnerContext, ask: Ask): Promise<string | null> {
  if (event === 'merge_group') return commitSha(payload.merge_group?.base_sha)
  if (event !== 'push' && !event.startsWith('pull_request')) return null
  const route = `GET ${repositoryRoute}/git/commits/{commit_sha}`
  return parseFirstParent(await ask(route, { commit_sha: run.sha ?? '' }))
}

function filesAt(ref: string, ask: Ask): Fetch {
  const route = `GET ${repositoryRoute}/contents/{path}`
  let asked = 0
  return async (path, mostBytes) => {
    asked += 1
    if (asked > configLimits.filesAtBase)
      throw new Malformed(`its config names more than ${configLimits.filesAtBase} files`)
    try {
      return await octets(await ask(route, { path, ref }, 'raw'), mostBytes)
    } catch (thrown) {
      if (isGone(thrown)) return null
      throw thrown
    }
  }
}

function explained(thrown: unknown, run: WorkflowRun): string {
  if (thrown instanceof ConfigError)
    return `its config has ${thrown.more ? 'more than ' : ''}${counted(thrown.complaints.length, 'mistake')}, the first: ${firstOf(thrown)}`
  if (thrown instanceof Malformed) return cause(thrown)
  const { forbidden, words } = failure(thrown, run)
  return forbidden ? 'the token lacks the permission contents: read' : words
}

function firstOf({ complaints: [first] }: ConfigError): string {
  return cause(first?.message ?? '')
}

function unknown(because: string): Base {
  return { kind: 'unknown', because }
}
