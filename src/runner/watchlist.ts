import { existsSync } from 'node:fs'

import * as core from '@actions/core'

import { type Comparable, readComparable } from '../config/comparable.ts'
import { ConfigError } from '../config/complaint.ts'
import { type ConfigRequest, readConfig } from '../config/read-config.ts'
import { parseSecrets } from '../config/secrets.ts'
import type { Watchlist } from '../config/watchlist.ts'
import { repositoryRoot } from '../repository-root.ts'
import { readBase } from './base.ts'
import type { RunnerContext } from './context.ts'
import type { RunKind } from './event.ts'
import { defaultConfig, type Inputs } from './inputs.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** Shorter values would mask half the log. */
const shortestMasked = 4

/** What a run watches, and which of it a change under review has no part in. */
export interface Watched {
  readonly watchlist: Watchlist
  /** Ids of endpoints whose findings do not decide; empty when all do. */
  readonly untouched: ReadonlySet<string>
  readonly notes: readonly string[]
}

/** Reads what this run watches. Paths are relative to the workspace, and must stay inside it. */
export async function watchlistFor(
  inputs: Inputs,
  kind: RunKind,
  context: RunnerContext,
  run: WorkflowRun,
): Promise<Watched> {
  const request = configRequest(inputs, kind, context)
  const watchlist = await readConfig(request)
  const comparable = kind.kind === 'gate' && request.path !== null
  if (!comparable || (watchlist.gate === 'all' && !request.untrusted)) return all(watchlist)
  const base = await readBase(atRepository(request), context, run)
  if (base.kind === 'unknown') return all(watchlist, [`${allCount}: ${base.because}.`])
  const vouched = request.untrusted
    ? await readConfig({ ...request, vouched: base.config.vouched })
    : watchlist
  if (watchlist.gate === 'all') return all(vouched)
  const head = await readComparable(request, null)
  return { watchlist: vouched, untouched: untouched(vouched, head, base.config), notes: [] }
}

const allCount = 'All endpoints count, because the base of this change could not be read'

function all(watchlist: Watchlist, notes: readonly string[] = []): Watched {
  return { watchlist, untouched: new Set(), notes }
}

/** A host from the input stands in no config that could be compared: it counts. */
function untouched({ entries }: Watchlist, head: Comparable, base: Comparable): ReadonlySet<string> {
  const ids = entries.flatMap(({ target: { id, source } }) => (source === null ? [] : [id]))
  return new Set(ids.filter((id) => head.fingerprints.get(id) === base.fingerprints.get(id)))
}

/** At the base, paths begin where the repository does. */
function atRepository(request: ConfigRequest): ConfigRequest {
  return { ...request, root: repositoryRoot(request.path, process.cwd()) }
}

function configRequest(inputs: Inputs, kind: RunKind, context: RunnerContext): ConfigRequest {
  process.chdir(context.workspace)
  const untrusted = kind.kind === 'gate' && kind.untrusted
  const { values, complaints } = parseSecrets(inputs.env)
  for (const value of values.values()) mask(value)
  if (complaints.length > 0) throw new ConfigError(complaints)
  const alone = inputs.domains.length > 0 && inputs.config === defaultConfig && !existsSync(defaultConfig)
  return {
    path: alone ? null : inputs.config,
    hosts: inputs.domains,
    scan: inputs.scan,
    probes: false,
    anchors: [],
    root: context.workspace,
    secrets: values,
    environment: process.env,
    resolve: {
      targets: !untrusted && looksAtTargets.includes(inputs.command),
      notifications: kind.kind === 'delivers' && tells.includes(inputs.command),
    },
    untrusted,
    vouched: null,
  }
}

/** What a command does not use is not looked up. */
const looksAtTargets: readonly Inputs['command'][] = ['check', 'observe']
const tells: readonly Inputs['command'][] = ['check', 'conclude']

/** The runner masks a value of several lines whole; here each line counts as a secret, too. */
function mask(value: string): void {
  for (const secret of new Set([value, ...value.split(/\r?\n/)])) {
    if (secret.trim().length >= shortestMasked) core.setSecret(secret)
  }
}
