import * as core from '@actions/core'

import { type AllowedRunners, parseAllowedRunners } from '../config/allowed-runners.ts'
import { type Complaint, ConfigError } from '../config/complaint.ts'
import { shardLimits } from '../model/limits.ts'
import type { FailOn } from '../report/outcome.ts'
import { parseShardNumber, type ShardNumber } from '../shards/plan.ts'

export const commands = ['check', 'plan', 'observe', 'conclude'] as const

/** The action's inputs, read and checked. */
export interface Inputs {
  readonly command: (typeof commands)[number]
  readonly config: string
  readonly domains: readonly string[]
  readonly scan: 'certificate' | 'tls' | null
  readonly failOn: FailOn
  readonly token: string | null
  readonly artifactName: string
  /** `null`: as long as the repository keeps artifacts. */
  readonly retentionDays: number | null
  /** Lines as in a secrets file; not parsed yet, so that nothing of it is shown by accident. */
  readonly env: string
  /** Which one to observe. */
  readonly shard: ShardNumber | null
  /** How many to plan; 0: as many as there should be. */
  readonly shards: number
  readonly allowedRunners: AllowedRunners
}

export const defaultConfig = '.github/certificates.yml'

/** Reads the inputs; throws a ConfigError with all that is wrong with them. */
export function readInputs(): Inputs {
  const complaints: Complaint[] = []
  const command = choice('command', commands, complaints) ?? 'check'
  const shard = core.getInput('shard')
  const inputs: Inputs = {
    command,
    config: core.getInput('config') || defaultConfig,
    domains: core
      .getInput('domains')
      .split(/[\n,]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    scan: choice('scan', ['certificate', 'tls'], complaints),
    failOn: choice('fail-on', ['error', 'warning', 'never'], complaints) ?? 'error',
    token: core.getInput('token') || null,
    artifactName: core.getInput('artifact-name') || 'certificate-report',
    retentionDays: days('retention-days', complaints),
    env: core.getInput('env'),
    shard: command === 'observe' ? shardNumber(shard, complaints) : null,
    shards: shardCount(command === 'plan' && shard !== '' ? shard : core.getInput('shards'), complaints),
    allowedRunners: allowedRunners(complaints),
  }
  if (complaints.length > 0) throw new ConfigError(complaints)
  return inputs
}

function choice<const T extends string>(
  name: string,
  choices: readonly T[],
  complaints: Complaint[],
): T | null {
  const value = core.getInput(name)
  if (value === '') return null
  const found = choices.find((one) => one === value)
  if (found === undefined)
    complaints.push(complaint(`The input ${name}: "${value}" is not known.`, `Write ${choices.join(', ')}.`))
  return found ?? null
}

/** GitHub keeps artifacts between 1 and 90 days, in some plans longer. */
function days(name: string, complaints: Complaint[]): number | null {
  const value = core.getInput(name)
  if (value === '') return null
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value)
  complaints.push(
    complaint(`The input ${name}: "${value}" is not a number of days.`, 'Write one from 1 to 90.'),
  )
  return null
}

function shardNumber(text: string, complaints: Complaint[]): ShardNumber | null {
  const number = parseShardNumber(text)
  if (number === null)
    complaints.push(complaint(`The input shard: "${text}" is not a shard.`, 'Write one as 2/8.'))
  return number
}

/** `8`, or `/8`: so many shards, of which none is chosen yet. */
function shardCount(text: string, complaints: Complaint[]): number {
  const [, digits] = /^(?:\d{0,3}\/)?(\d{1,3})$/.exec(text === '' ? '0' : text) ?? []
  if (digits !== undefined && Number(digits) <= shardLimits.shards) return Number(digits)
  const remedy = `Write a number up to ${shardLimits.shards}, or 0 for as many as there should be.`
  complaints.push(complaint(`The input shards: "${text}" is not a number of shards.`, remedy))
  return 0
}

function allowedRunners(complaints: Complaint[]): AllowedRunners {
  try {
    return parseAllowedRunners(core.getInput('allowed-runners'))
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown
    complaints.push(...thrown.complaints)
    return []
  }
}

function complaint(message: string, remedy: string): Complaint {
  return { place: null, message, remedy }
}
