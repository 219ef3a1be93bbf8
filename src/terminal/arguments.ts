import { parseArgs } from 'node:util'

import { visible } from '../report/escape.ts'
import type { FailOn } from '../report/outcome.ts'

/** What a person asked for on the command line. */
export type Command =
  | { readonly kind: 'help'; readonly asked: boolean }
  | { readonly kind: 'version' }
  | { readonly kind: 'schema'; readonly of: SchemaName }
  | { readonly kind: 'demo'; readonly report: string }
  | ({ readonly kind: 'check' } & CheckArguments)

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

const options = {
  config: { type: 'string' },
  scan: { type: 'string' },
  probes: { type: 'boolean' },
  format: { type: 'string' },
  report: { type: 'string' },
  history: { type: 'string' },
  'fail-on': { type: 'string' },
  secrets: { type: 'string' },
  'ca-file': { type: 'string', multiple: true },
  now: { type: 'string' },
  'no-notify': { type: 'boolean' },
  watch: { type: 'boolean' },
  log: { type: 'string' },
  quiet: { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const
type OptionName = keyof typeof options

const optionsOf: Readonly<Record<'check' | 'demo' | 'schema', readonly OptionName[]>> = {
  check: Object.keys(options).filter(isOption),
  demo: ['report', 'help'],
  schema: ['help'],
}

/** Commands of the contract that this version does not have yet. */
const later: readonly string[] = ['plan', 'observe', 'conclude']

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
  const read = { check: readCheck, demo: readDemo, schema: readSchema }[command](words, given, complaints)
  if (complaints.length > 0) throw new UsageError(complaints)
  return read
}

/** The values of options by name; what is wrong with one is added to the complaints. */
interface Values {
  text(name: OptionName): string | null
  texts(name: OptionName): readonly string[]
  flag(name: OptionName): boolean
  choice<const T extends string>(name: OptionName, choices: readonly T[]): T | null
}

function readValues(values: Readonly<Record<string, unknown>>, complaints: string[]): Values {
  const text = (name: OptionName): string | null => {
    const value = values[name]
    return typeof value === 'string' ? value : null
  }
  return {
    text,
    texts: (name) => [values[name] ?? []].flat().filter((value) => typeof value === 'string'),
    flag: (name) => values[name] === true,
    choice(name, choices) {
      const value = text(name)
      const choice = choices.find((one) => one === value)
      if (value !== null && choice === undefined) {
        complaints.push(`--${name} ${visible(value)} is not known. Write ${choices.join(', ')}.`)
      }
      return choice ?? null
    },
  }
}

function readCheck(hosts: readonly string[], given: Values, complaints: string[]): Command {
  if (given.flag('quiet') && given.flag('verbose'))
    complaints.push('--quiet and --verbose contradict each other.')
  return {
    kind: 'check',
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
    verbosity: given.flag('quiet') ? 'quiet' : given.flag('verbose') ? 'verbose' : 'normal',
  }
}

function readDemo(words: readonly string[], given: Values, complaints: string[]): Command {
  if (words.length > 0) complaints.push(`demo takes no ${visible(words.join(' '))}.`)
  return { kind: 'demo', report: given.text('report') ?? defaultReportFolder }
}

function readSchema(words: readonly string[], _given: Values, complaints: string[]): Command {
  const [word, ...more] = words
  const name = schemaNames.find((one) => one === word)
  if (name === undefined || more.length > 0)
    complaints.push(`schema takes one word: ${schemaNames.join(' or ')}.`)
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
  if (later.includes(name)) return [`--${name} arrives with a later version of certificate-monitor.`]
  if (!isOption(name) || !optionsOf[command].includes(name)) {
    return [`--${visible(name)} is not an option of ${command}. See certificate-monitor --help.`]
  }
  if (options[name].type === 'boolean' && value !== undefined) return [`--${name} takes no value.`]
  if (options[name].type === 'string' && (value === undefined || value === ''))
    return [`--${name} needs a value.`]
  return []
}

function unknownCommand(word: string): string {
  if (later.includes(word)) return `${word} arrives with a later version of certificate-monitor.`
  const host = word.includes('.') ? ` To check a host: certificate-monitor check ${visible(word)}.` : ''
  return `${visible(word)} is not a command. Write check, demo or schema.${host}`
}

type CommandName = keyof typeof optionsOf

function isCommand(word: string): word is CommandName {
  return word in optionsOf
}

function isOption(name: string): name is OptionName {
  return name in options
}
