import { parseArgs } from 'node:util'

import { nearest } from '../config/nearest.ts'
import { shardLimits } from '../model/limits.ts'
import { oneOf } from '../model/text.ts'
import { visible } from '../report/escape.ts'
import type { FailOn } from '../report/outcome.ts'
import { parseShardNumber, type ShardNumber } from '../shards/plan.ts'
import {
  type CommandName,
  isCommand,
  isOption,
  options,
  type OptionName,
  optionsOf,
  readValues,
  type Values,
} from './options.ts'

/** What a person asked for on the command line. */
export type Command =
  | { readonly kind: 'help'; readonly asked: boolean }
  | { readonly kind: 'version' }
  | { readonly kind: 'schema'; readonly of: SchemaName }
  | { readonly kind: 'demo'; readonly report: string }
  | ({ readonly kind: 'check' } & CheckArguments)
  | ({ readonly kind: 'plan' } & PlanArguments)
  | ({ readonly kind: 'observe' } & ObserveArguments)
  | ({ readonly kind: 'conclude' } & ConcludeArguments)

export const schemaNames = ['config', 'report', 'observations', 'history'] as const
export type SchemaName = (typeof schemaNames)[number]

export interface CheckArguments {
  readonly hosts: readonly string[]
  readonly config: string | null
  readonly scan: 'certificate' | 'tls' | null
  readonly probes: boolean
  readonly format: 'table' | 'json'
  readonly report: string
  readonly history: string
  readonly failOn: FailOn
  readonly secrets: string | null
  readonly anchors: readonly string[]
  readonly now: Date | null
  readonly notify: boolean
  readonly watch: boolean
  readonly log: string | null
  readonly verbosity: 'quiet' | 'normal' | 'verbose'
}

/** What is to be watched. */
export type WatchlistArguments = Pick<
  CheckArguments,
  'hosts' | 'config' | 'scan' | 'probes' | 'anchors' | 'secrets'
>

export interface PlanArguments extends WatchlistArguments {
  /** 0: as many as there should be. */
  readonly shards: number
}

export interface ObserveArguments extends WatchlistArguments, Pick<CheckArguments, 'verbosity'> {
  readonly number: ShardNumber
  readonly out: string
}

export interface ConcludeArguments extends CheckArguments {
  /** Files of observations. */
  readonly from: readonly string[]
}

/** The command line makes no sense; every complaint about it, in order. */
export class UsageError extends Error {
  readonly complaints: readonly string[]

  constructor(complaints: readonly string[]) {
    super(complaints.join('\n'))
    this.name = 'UsageError'
    this.complaints = complaints
  }
}

const defaultReportFolder = 'certificate_reports'
const defaultHistoryFolder = 'certificate_history'

/** Reads the command line; throws `UsageError` with all that is wrong with it. */
export function parseArguments(argv: readonly string[]): Command {
  const parsed = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const [command, ...words] = parsed.positionals
  if (parsed.values['version'] === true) return { kind: 'version' }
  if (parsed.values['help'] === true || command === undefined)
    return { kind: 'help', asked: parsed.values['help'] === true }
  if (!isCommand(command)) throw new UsageError([unknownCommand(command)])

  const complaints = parsed.tokens.flatMap((token) => {
    return token.kind === 'option' ? optionComplaints(token.name, token.value, command) : []
  })
  const given = readValues(parsed.values, complaints)
  const read = readers[command](words, given, complaints)
  if (complaints.length > 0) throw new UsageError(complaints)
  return read
}

type Reader = (words: readonly string[], given: Values, complaints: string[]) => Command

const readers: Readonly<Record<CommandName, Reader>> = {
  check: (hosts, given, complaints) => ({ kind: 'check', ...readCheck(hosts, given, complaints) }),
  plan: readPlan,
  observe: readObserve,
  conclude: readConclude,
  demo: readDemo,
  schema: readSchema,
}

function readCheck(hosts: readonly string[], given: Values, complaints: string[]): CheckArguments {
  const verbosity = readVerbosity(given, complaints)
  return {
    hosts,
    config: given.text('config'),
    scan: given.choice('scan', ['certificate', 'tls']),
    probes: given.flag('probes'),
    format: given.choice('format', ['table', 'json']) ?? 'table',
    report: given.text('report') ?? defaultReportFolder,
    history: given.text('history') ?? defaultHistoryFolder,
    failOn: given.choice('fail-on', ['error', 'warning', 'never']) ?? 'error',
    secrets: given.text('secrets'),
    anchors: given.texts('ca-file'),
    now: readInstant(given.text('now'), complaints),
    notify: !given.flag('no-notify'),
    watch: given.flag('watch'),
    log: given.text('log'),
    verbosity,
  }
}

function readVerbosity(given: Values, complaints: string[]): CheckArguments['verbosity'] {
  if (given.flag('quiet') && given.flag('verbose'))
    complaints.push('--quiet and --verbose contradict each other.')
  return given.flag('quiet') ? 'quiet' : given.flag('verbose') ? 'verbose' : 'normal'
}

/** A fleet watches what a config lists: whoever concludes must find it there again. */
function readFleet(given: Values, words: readonly string[], complaints: string[]): WatchlistArguments {
  if (words.length > 0)
    complaints.push(`${visible(words.join(' '))}: plan and observe go by the config, and take no hosts.`)
  return {
    hosts: [],
    anchors: given.texts('ca-file'),
    secrets: given.text('secrets'),
    config: given.text('config'),
    scan: given.choice('scan', ['certificate', 'tls']),
    probes: given.flag('probes'),
  }
}

function readPlan(words: readonly string[], given: Values, complaints: string[]): Command {
  const written = given.text('shards') ?? '1'
  const shards = /^\d{1,3}$/.test(written) ? Number(written) : Infinity
  if (shards > shardLimits.shards)
    complaints.push(
      `--shards ${visible(written)} is not a number of shards. Write one up to ${shardLimits.shards}, or 0 for as many as there should be.`,
    )
  return { kind: 'plan', ...readFleet(given, words, complaints), shards }
}

function readObserve(words: readonly string[], given: Values, complaints: string[]): Command {
  const [shard, out] = [given.text('shard'), given.text('out')]
  const number = parseShardNumber(shard ?? '')
  if (number === null) {
    const what = shard === null ? 'is missing' : `${visible(shard)} is not a shard`
    complaints.push(`--shard ${what}. Write one as 2/8, from what plan prints.`)
  }
  if (out === null) complaints.push('--out is missing. Write the file that the observations go to.')
  return {
    kind: 'observe',
    ...readFleet(given, words, complaints),
    verbosity: readVerbosity(given, complaints),
    number: number ?? { shard: 1, of: 1 },
    out: out ?? '',
  }
}

/** Words are more files: a shell makes them of `--from shards/*`. */
function readConclude(words: readonly string[], given: Values, complaints: string[]): Command {
  const from = [...given.texts('from'), ...words]
  if (given.texts('from').length === 0)
    complaints.push('--from is missing. Write the files that observe has written.')
  return { kind: 'conclude', ...readCheck([], given, complaints), from }
}

function readDemo(words: readonly string[], given: Values, complaints: string[]): Command {
  if (words.length > 0) complaints.push(`demo takes no ${visible(words.join(' '))}.`)
  return { kind: 'demo', report: given.text('report') ?? defaultReportFolder }
}

function readSchema(words: readonly string[], _given: Values, complaints: string[]): Command {
  const [word, ...more] = words
  const name = schemaNames.find((one) => one === word)
  if (name === undefined || more.length > 0) complaints.push(`schema takes one word: ${oneOf(schemaNames)}.`)
  return { kind: 'schema', of: name ?? 'config' }
}

/** ISO 8601; a date alone is its first instant in UTC. */
function readInstant(text: string | null, complaints: string[]): Date | null {
  if (text === null) return null
  const instant = new Date(text)
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) && !Number.isNaN(instant.getTime()))
    return instant
  complaints.push(
    `--now ${visible(text)} is not an instant. Write one as 2027-03-15 or 2027-03-15T08:00:00Z.`,
  )
  return null
}

function optionComplaints(name: string, value: string | undefined, command: CommandName): readonly string[] {
  const allowed: readonly OptionName[] = optionsOf[command]
  if (!isOption(name) || !allowed.includes(name)) {
    const meant = nearest(name, allowed)
    const remedy = meant === undefined ? 'See certificate-monitor --help' : `Write --${meant}`
    return [`--${visible(name)} is not an option of ${command}. ${remedy}.`]
  }
  if (options[name].type === 'boolean' && value !== undefined) return [`--${name} takes no value.`]
  if (options[name].type === 'string' && (value === undefined || value === ''))
    return [`--${name} needs a value.`]
  return []
}

function unknownCommand(word: string): string {
  const host = word.includes('.') ? ` To check a host: certificate-monitor check ${visible(word)}.` : ''
  return `${visible(word)} is not a command. Write ${oneOf(Object.keys(optionsOf))}.${host}`
}
