import { count, fields, type Form, list, orNull, text } from './form.ts'
import type { Shard } from './plan.ts'
import { instant } from './words.ts'

/** Minor versions add keys; another major version is not read. */
export const observationsVersion = '1.0'

/** What a file of observations says of itself, in its first line. */
export interface ShardHeader {
  readonly schemaVersion: string
  /** Of certificate-monitor. */
  readonly version: string
  readonly monitor: string
  /** Of the config's octets, lower-case hex; `null`: hosts stood alone. */
  readonly configSha256: string | null
  /** From 1 to `of`. */
  readonly shard: number
  readonly of: number
  readonly runner: Shard['runner']
  readonly started: Date
  readonly ended: Date
  /** How many observations follow. */
  readonly observations: number
}

export const headerForm: Form<ShardHeader> = fields({
  schemaVersion: text,
  version: text,
  monitor: text,
  configSha256: orNull(text),
  shard: count,
  of: count,
  runner: list(text),
  started: instant,
  ended: instant,
  observations: count,
})
