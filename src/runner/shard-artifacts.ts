import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { ArtifactClient } from '@actions/artifact'

import { ConfigError } from '../config/complaint.ts'
import { Unusable } from '../deliver/whole-file.ts'
import type { Source } from '../fleet.ts'
import { shardLimits } from '../model/limits.ts'
import { listed } from '../model/text.ts'
import { parseShardNumber, type ShardNumber } from '../shards/plan.ts'
import { Malformed } from '../wire/malformed.ts'
import { cause, fromToolkit, inSentence } from './toolkit.ts'
import type { WorkflowRun } from './workflow-run.ts'
import { readZip, type ZipLimits } from './zip.ts'

/** The one file of such an artifact. */
export const shardFileName = 'observations.ndjson.gz'

const limits: ZipLimits = {
  files: 1,
  fileBytes: shardLimits.compressedBytes,
  totalBytes: shardLimits.compressedBytes,
}

/** What the jobs of one run left for the one that concludes. */
export interface Collected {
  readonly sources: readonly Source[]
  /** How many shards there are; `null` when no artifact says so. */
  readonly of: number | null
  /** Artifacts that could not be had, a sentence each. */
  readonly notes: readonly string[]
}

/** Uploads what a shard saw, for a day: it is of no use after its run. Throws `Unusable`: a shard nobody hears of failed. */
export async function uploadShard(
  path: string,
  artifactName: string,
  number: ShardNumber,
  run: WorkflowRun,
): Promise<void> {
  const name = nameOf(artifactName, number)
  if ((process.env['ACTIONS_RESULTS_URL'] ?? '') === '')
    throw new Unusable(`This runner has no artifact service: ${name} cannot be handed on.`)
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  const upload = async (): Promise<unknown> => {
    // In a run that is repeated, what the first attempt saw is of the past.
    if (run.attempt !== '1') await client.deleteArtifact(name).catch(() => null)
    return client.uploadArtifact(name, [path], dirname(path), { retentionDays: 1, compressionLevel: 0 })
  }
  const reply = await fromToolkit(upload, run.patience)
  if (reply.kind === 'returned') return
  const taken = reply.cause.includes('(409)')
  throw new Unusable(
    taken
      ? `The artifact ${name} is there already: give each monitor of a run its own artifact-name.`
      : `The artifact ${name} was not uploaded: ${inSentence(reply.cause)}.`,
  )
}

/**
 * Downloads what the shards of this run left, and of no other: the runner's own token decides which run that is.
 * Throws a ConfigError when two fleets of different size share the name.
 */
export async function collectShards(artifactName: string, run: WorkflowRun): Promise<Collected> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  const reply = await fromToolkit(() => client.listArtifacts({ latest: true }), run.patience)
  if (reply.kind !== 'returned') {
    const note = `What the shards saw could not be listed: ${inSentence(reply.cause)}.`
    return { sources: [], of: null, notes: [note] }
  }
  const found = reply.value.artifacts.flatMap(({ id, name, size }) => {
    const number = numberIn(name, artifactName)
    return number === null ? [] : [{ id, name, size, number }]
  })
  const totals = [...new Set(found.map(({ number }) => number.of))]
  if (totals.length > 1) throw mixed(artifactName, totals)
  const sources: Source[] = []
  const notes: string[] = []
  for (const artifact of found.slice(0, shardLimits.shards)) {
    const got = await fetched(artifact, client, run)
    if ('path' in got) sources.push({ name: artifact.name, path: got.path })
    else notes.push(`${artifact.name} could not be had: ${got.because}.`)
  }
  if (found.length === 0) notes.push(`No shard left an artifact ${artifactName}-observations-….`)
  return { sources, of: totals[0] ?? null, notes }
}

function nameOf(artifactName: string, { shard, of }: ShardNumber): string {
  return `${artifactName}-observations-${shard}-of-${of}`
}

function numberIn(name: string, artifactName: string): ShardNumber | null {
  const start = `${artifactName}-observations-`
  return name.startsWith(start) ? parseShardNumber(name.slice(start.length).replace('-of-', '/')) : null
}

function mixed(artifactName: string, totals: readonly number[]): ConfigError {
  const message = `This run holds observations of ${listed(totals.map(String))} shards under the name ${artifactName}.`
  return new ConfigError([
    { place: null, message, remedy: 'Give each monitor of a run its own "artifact-name".' },
  ])
}

interface Listed {
  readonly id: number
  readonly size: number
}

async function fetched(
  { id, size }: Listed,
  client: ArtifactClient,
  run: WorkflowRun,
): Promise<{ readonly path: string } | { readonly because: string }> {
  if (size > limits.totalBytes) return { because: `${size} octets are too many` }
  try {
    const folder = await mkdtemp(join(run.temporary, 'certificate_observations-'))
    // As the archive it is: the toolkit would unpack without a limit.
    const download = (): Promise<unknown> =>
      client.downloadArtifact(id, { path: folder, skipDecompress: true })
    const reply = await fromToolkit(download, run.patience)
    if (reply.kind !== 'returned') return { because: inSentence(reply.cause) }
    return { path: await unzipped(folder) }
  } catch (thrown) {
    return { because: cause(thrown) }
  }
}

async function unzipped(folder: string): Promise<string> {
  const [name] = await readdir(folder)
  if (name === undefined) throw new Malformed('nothing was downloaded')
  const archive = await readFile(join(folder, name))
  for (const { bytes } of readZip(archive, (inside) => inside === shardFileName, limits)) {
    const path = join(folder, `whole-${shardFileName}`)
    await writeFile(path, bytes)
    return path
  }
  throw new Malformed(`it holds no ${shardFileName}`)
}
