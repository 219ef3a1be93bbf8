import { existsSync } from 'node:fs'

import * as core from '@actions/core'

import { ConfigError } from '../config/complaint.ts'
import { readConfig } from '../config/read-config.ts'
import { parseSecrets } from '../config/secrets.ts'
import type { Watchlist } from '../config/watchlist.ts'
import type { RunnerContext } from './context.ts'
import type { RunKind } from './event.ts'
import { defaultConfig, type Inputs } from './inputs.ts'

/** Shorter values would mask half the log. */
const shortestMasked = 4

/** Reads what this run watches. Paths are relative to the workspace, and must stay inside it. */
export async function watchlistFor(
  inputs: Inputs,
  kind: RunKind,
  context: RunnerContext,
): Promise<Watchlist> {
  process.chdir(context.workspace)
  const untrusted = kind.kind === 'gate' && kind.untrusted
  const { values, complaints } = parseSecrets(inputs.env)
  for (const value of values.values()) mask(value)
  if (complaints.length > 0) throw new ConfigError(complaints)
  const alone = inputs.domains.length > 0 && inputs.config === defaultConfig && !existsSync(defaultConfig)
  const watchlist = await readConfig({
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
  })
  return untrusted ? withoutRunners(watchlist) : watchlist
}

/** What a command does not use is not looked up. */
const looksAtTargets: readonly Inputs['command'][] = ['check', 'observe']
const tells: readonly Inputs['command'][] = ['check', 'conclude']

/** A stranger's change chooses no runner of ours. */
function withoutRunners(watchlist: Watchlist): Watchlist {
  const entries = watchlist.entries.map(({ target, policy, blocked }) => ({
    target,
    policy,
    blocked,
    runner: [],
  }))
  return { ...watchlist, entries }
}

/** The runner masks a value of several lines whole; here each line counts as a secret, too. */
function mask(value: string): void {
  for (const secret of new Set([value, ...value.split(/\r?\n/)])) {
    if (secret.trim().length >= shortestMasked) core.setSecret(secret)
  }
}
