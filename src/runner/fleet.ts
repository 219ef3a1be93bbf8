import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'

import * as core from '@actions/core'

import { checkRunners } from '../config/allowed-runners.ts'
import { ConfigError } from '../config/complaint.ts'
import type { Watchlist } from '../config/watchlist.ts'
import { gatherFrom, matrix, merged, observeInto, partOf } from '../fleet.ts'
import { counted } from '../model/text.ts'
import type { Seen } from '../monitor.ts'
import type { RunSignal } from '../run-signal.ts'
import { plan } from '../shards/plan.ts'
import { realEyes } from '../world.ts'
import type { Inputs } from './inputs.ts'
import { collectShards, shardFileName, uploadShard } from './shard-artifacts.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** Where lists of logs and CRLs lie while a shard is observed: only the job that concludes has a cache. */
function fetchedFolder(temporary: string): string {
  return join(temporary, 'certificate_fetched')
}

/** `plan`: splits the targets for the jobs of a matrix. Throws a ConfigError. */
export function planFleet({ entries }: Watchlist, inputs: Inputs): void {
  checkRunners(entries, inputs.allowedRunners)
  const shards = plan(entries, inputs.shards)
  core.setOutput('matrix', matrix(shards))
  core.info(`${counted(entries.length, 'endpoint')} in ${counted(shards.length, 'shard')}`)
}

/** `observe`: one shard, whose artifact waits for `conclude`. Throws a ConfigError or `Unusable`. */
export async function observeFleet(
  watchlist: Watchlist,
  inputs: Inputs,
  run: WorkflowRun,
  { signal, interrupted }: RunSignal,
): Promise<void> {
  const number = inputs.shard
  const part = number && partOf(watchlist, number)
  if (number === null || part === null) throw noShard(number === null ? 0 : number.of, watchlist)
  const path = join(await mkdtemp(join(run.temporary, 'certificate_observations-')), shardFileName)
  await observeInto(
    path,
    part,
    number,
    realEyes({ watchlist, signal, cacheFolder: fetchedFolder(run.temporary), progress: () => {} }),
  )
  if (interrupted.aborted) return
  await uploadShard(path, inputs.artifactName, number, run)
  core.info(`${counted(part.entries.length, 'endpoint')} observed: shard ${number.shard} of ${number.of}`)
}

function noShard(of: number, { entries }: Watchlist): ConfigError {
  const message =
    of === 0
      ? 'The input shard is missing.'
      : `The input shard: the config does not make ${counted(of, 'shard')} but ${plan(entries, of).length}.`
  const remedy = 'Write what the matrix of "command: plan" says, from the same commit.'
  return new ConfigError([{ place: null, message, remedy }])
}

/** `conclude`: what the shards of this run saw; what did not arrive was not observed, and a note says why. */
export async function gatherFleet(
  watchlist: Watchlist,
  inputs: Inputs,
  run: WorkflowRun,
): Promise<{ readonly seen: Seen; readonly notes: readonly string[] }> {
  const { sources, of, notes } = await collectShards(inputs.artifactName, run)
  const gathered = await gatherFrom(sources, watchlist, of)
  return { seen: merged(watchlist, gathered, new Date()), notes: [...notes, ...gathered.refused] }
}
