import { at, textOrNull } from '../model/json.ts'

/** What kind of run this is, and what it may do (contract §1). */
export type RunKind =
  /** On the default branch, by schedule, push or hand: may tell people and remember. */
  | { readonly kind: 'delivers' }
  /** Anything else reads, judges and reports; an untrusted one comes from outside the repository. */
  | { readonly kind: 'gate'; readonly untrusted: boolean }
  /** Runs foreign code's configuration with the base repository's token: never. */
  | { readonly kind: 'refused'; readonly because: string }

/** The parts of GitHub's event payload that decide; everything may be missing, or be something else. */
export interface EventPayload {
  readonly repository?: { readonly default_branch?: string; readonly full_name?: string }
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly full_name?: string } | null } }
  readonly merge_group?: { readonly base_sha?: string }
  readonly workflow_run?: { readonly event?: string }
}

export interface EventContext {
  readonly event: string
  readonly ref: string
  readonly actor: string
  readonly payload: EventPayload
}

const advice = 'Use the event pull_request instead: it runs without the repository’s secrets'

/** Decides by event, ref and head repository. In doubt a run is a gate, and a gate untrusted. */
export function runKind({ event, ref, actor, payload }: EventContext): RunKind {
  if (event === 'pull_request_target')
    return { kind: 'refused', because: `The event pull_request_target is refused. ${advice}.` }
  const cause = textOrNull(at(payload.workflow_run, 'event')) ?? 'pull_request'
  if (event === 'workflow_run' && cause.startsWith('pull_request')) {
    return { kind: 'refused', because: `A workflow_run started by a pull request is refused. ${advice}.` }
  }
  const dependabot = actor === 'dependabot[bot]'
  if (event.startsWith('pull_request')) {
    const head = textOrNull(at(at(at(payload.pull_request, 'head'), 'repo'), 'full_name'))
    const foreign = head === null || head !== at(payload.repository, 'full_name')
    return { kind: 'gate', untrusted: foreign || dependabot }
  }
  const branch = defaultBranch({ event, ref, payload })
  const onDefaultBranch = branch !== null && ref === `refs/heads/${branch}`
  if (event === 'merge_group' || !onDefaultBranch) return { kind: 'gate', untrusted: dependabot }
  return { kind: 'delivers' }
}

/**
 * The repository's default branch; `null` when nothing tells. The payload of `schedule` names no repository, but
 * GitHub starts that event on the default branch and nowhere else.
 */
export function defaultBranch({ event, ref, payload }: Omit<EventContext, 'actor'>): string | null {
  const named = textOrNull(at(payload.repository, 'default_branch'))
  if (named !== null) return named
  const [, branch = null] = event === 'schedule' ? (/^refs\/heads\/(.+)$/.exec(ref) ?? []) : []
  return branch
}
