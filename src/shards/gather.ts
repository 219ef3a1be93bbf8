import { counted, listed, shortened } from '../model/text.ts'
import type { ShardHeader } from './header.ts'
import type { ShardObservation } from './observation-form.ts'
import type { Shard } from './plan.ts'
import type { ShardFile } from './read-shard.ts'

/** What a file holds, or why it cannot be read. */
export type Opened =
  | { readonly file: ShardFile; readonly fault: null }
  | { readonly file: null; readonly fault: string }

/** A file as somebody handed it over. */
export type Handed = Opened & { readonly name: string }

/** What the config that concludes says; the files must say the same. */
export interface Expected extends Pick<ShardHeader, 'monitor' | 'configSha256'> {
  readonly plan: readonly Shard[]
}

/** What the shards saw. */
export interface Gathered {
  /** By endpoint id; what no shard brought is missing. */
  readonly observations: ReadonlyMap<string, ShardObservation>
  /** From the first start of a shard to the last end. */
  readonly durationMs: number
  /** Shards of the plan that brought nothing. */
  readonly lost: readonly number[]
  /** Why a file was not taken, a sentence each. */
  readonly refused: readonly string[]
}

/** Takes the files that are what they must be, whole or not at all: a shard speaks for its own targets alone. */
export function gather(handed: readonly Handed[], expected: Expected): Gathered {
  const { plan } = expected
  const observations = new Map<string, ShardObservation>()
  const taken = new Map<number, ShardHeader>()
  const refused: string[] = []
  for (const { name, file, fault } of handed) {
    const why = fault ?? (taken.has(file.header.shard) ? twice(file.header) : whyNot(file, expected))
    if (why !== null) refused.push(`${shortened(name)} was not taken: ${why}.`)
    if (why !== null || file === null) continue
    taken.set(file.header.shard, file.header)
    for (const observation of file.observations) observations.set(observation.id, observation)
  }
  const headers = [...taken.values()]
  const lost = plan.flatMap((_, index) => (taken.has(index + 1) ? [] : [index + 1]))
  return { observations, durationMs: durationMs(headers), lost, refused }
}

function twice({ shard, of }: ShardHeader): string {
  return `shard ${shard} of ${of} is there already`
}

function whyNot(
  { header, observations }: ShardFile,
  { monitor, configSha256, plan }: Expected,
): string | null {
  const { shard, of } = header
  if (header.monitor !== monitor)
    return `it was observed for the monitor ${quoted(header.monitor)}, and this is ${quoted(monitor)}`
  if (header.configSha256 !== configSha256)
    return 'it was observed by another config; conclude with the one that was observed'
  if (of !== plan.length) return `it is one of ${counted(of, 'shard')}, and the plan has ${plan.length}`
  const ids = plan[shard - 1]?.ids
  if (ids === undefined) return `the plan has no shard ${shard} of ${of}`
  const planned = new Set(ids)
  const strange = observations.flatMap(({ id }) => (planned.has(id) ? [] : [id]))
  if (strange.length > 0)
    return `the plan does not give shard ${shard} of ${of} ${listed(strange.map(quoted))}; conclude as was observed`
  if (new Set(observations.map(({ id }) => id)).size < observations.length)
    return 'an endpoint stands in it twice'
  return null
}

function quoted(text: string): string {
  return JSON.stringify(shortened(text))
}

function durationMs(headers: readonly ShardHeader[]): number {
  const [starts, ends] = [headers.map(({ started }) => started), headers.map(({ ended }) => ended)]
  if (headers.length === 0) return 0
  return Math.max(0, Math.max(...ends.map(Number)) - Math.min(...starts.map(Number)))
}
