import { oneOf } from '../model/text.ts'
import { visible } from '../report/escape.ts'

/** Every option of every command. */
export const options = {
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
  shards: { type: 'string' },
  shard: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string', multiple: true },
  log: { type: 'string' },
  quiet: { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const
export type OptionName = keyof typeof options

const fleetOptions: readonly OptionName[] = ['config', 'scan', 'probes', 'help']
const ofFleets: readonly OptionName[] = ['shards', 'shard', 'out', 'from']
const ofChecks = Object.keys(options)
  .filter(isOption)
  .filter((name) => !ofFleets.includes(name))

/** What each command takes. */
export const optionsOf: Readonly<Record<CommandName, readonly OptionName[]>> = {
  check: ofChecks,
  plan: [...fleetOptions, 'shards'],
  observe: [...fleetOptions, 'shard', 'out', 'ca-file', 'secrets', 'quiet', 'verbose'],
  conclude: [...ofChecks.filter((name) => name !== 'watch' && name !== 'ca-file'), 'from'],
  demo: ['report', 'help'],
  schema: ['help'],
}

export type CommandName = 'check' | 'plan' | 'observe' | 'conclude' | 'demo' | 'schema'

export function isCommand(word: string): word is CommandName {
  return word in optionsOf
}

export function isOption(name: string): name is OptionName {
  return name in options
}

/** The values of options by name; what is wrong with one is added to the complaints. */
export interface Values {
  text(name: OptionName): string | null
  texts(name: OptionName): readonly string[]
  flag(name: OptionName): boolean
  choice<const T extends string>(name: OptionName, choices: readonly T[]): T | null
}

export function readValues(values: Readonly<Record<string, unknown>>, complaints: string[]): Values {
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
        complaints.push(`--${name} ${visible(value)} is not known. Write ${oneOf(choices)}.`)
      }
      return choice ?? null
    },
  }
}
