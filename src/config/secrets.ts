import type { Complaint } from './complaint.ts'

/** Names a config can never read: they hold what the runner and its actions keep for themselves. */
const forbidden = /^(?:GITHUB|ACTIONS|RUNNER|INPUT)_/i
const wellFormed = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Answers the value of a name, or `undefined` when it is unset. */
export type Lookup = (name: string) => string | undefined

/** The secrets first, then the environment. */
export function lookupIn(
  secrets: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string | undefined>>,
): Lookup {
  return (name) => secrets.get(name) ?? (Object.hasOwn(environment, name) ? environment[name] : undefined)
}

/** What became of the `${NAME}` in a value. */
export type Interpolation =
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing may be looked up, and this name has no default. */
  | { readonly kind: 'withheld'; readonly name: string }
  | { readonly kind: 'wrong'; readonly message: string; readonly remedy: string }

const reference = /\$(\$?)\{(?:([^{}]*)\})?/g

/**
 * Replaces `${NAME}` and `${NAME:-text}`; `$${` is a literal `${`. Empty counts as unset. Without a lookup
 * (`null`) nothing is known but the defaults.
 */
export function interpolated(value: string, lookup: Lookup | null): Interpolation {
  let trouble: Interpolation | undefined
  const text = value.replace(reference, (whole, escaped: string, inside: string | undefined) => {
    if (escaped !== '') return whole.slice(1)
    const found = inside === undefined ? unclosed : resolved(inside, lookup)
    if (found.kind === 'text') return found.text
    trouble ??= found
    return ''
  })
  return trouble ?? { kind: 'text', text }
}

/** Whether the value is written out, so that whoever reads the file reads it, too. */
export function isLiteral(value: string): boolean {
  return value !== '' && !Array.from(value.matchAll(reference)).some(([, escaped]) => escaped === '')
}

const unclosed: Interpolation = {
  kind: 'wrong',
  message: '"${" has no "}".',
  remedy: 'Write ${NAME}, or $${ for the two characters themselves.',
}

function resolved(inside: string, lookup: Lookup | null): Interpolation {
  const split = inside.indexOf(':-')
  const name = split < 0 ? inside : inside.slice(0, split)
  if (!wellFormed.test(name)) {
    const remedy = 'Write ${NAME} or ${NAME:-text}, the name in letters, digits and underscores.'
    return { kind: 'wrong', message: 'A name between "${" and "}" is not the name of a variable.', remedy }
  }
  if (forbidden.test(name)) {
    const remedy = 'Pass the value under another name.'
    return {
      kind: 'wrong',
      message: `"${name}" belongs to the runner and is never available to a config.`,
      remedy,
    }
  }
  const value = lookup?.(name) ?? ''
  if (value !== '') return { kind: 'text', text: value }
  if (split >= 0) return { kind: 'text', text: inside.slice(split + 2) }
  if (lookup === null) return { kind: 'withheld', name }
  const remedy = `Set it in the environment, the input "env" or the file of --secrets, or write \${${name}:-text}.`
  return { kind: 'wrong', message: `"${name}" is unset or empty.`, remedy }
}

export interface Secrets {
  readonly values: ReadonlyMap<string, string>
  /** About lines by their number; they never show a value. */
  readonly complaints: readonly Complaint[]
}

/** Reads lines `NAME=value`, and `NAME<<END` … `END` for values of several lines; blank lines and `#` lines are left out. */
export function parseSecrets(text: string): Secrets {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const values = new Map<string, string>()
  const complaints: Complaint[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^\s*(?:#|$)/.test(line)) continue
    const [, name = '', sign, rest = ''] = /^\s*([^=<\s]*)\s*(=|<<)(.*)$/s.exec(line) ?? []
    const number = at + 1
    const end = sign === '<<' ? lines.indexOf(rest.trim(), number) : at
    const wrong = secretTrouble(name, sign, rest, end, values)
    if (wrong === undefined) values.set(name, sign === '<<' ? lines.slice(number, end).join('\n') : rest)
    else
      complaints.push({
        place: null,
        message: `Line ${number} of the secrets ${wrong.message}`,
        remedy: wrong.remedy,
      })
    at = Math.max(at, end)
  }
  return { values, complaints }
}

function secretTrouble(
  name: string,
  sign: string | undefined,
  rest: string,
  end: number,
  values: ReadonlyMap<string, string>,
): { readonly message: string; readonly remedy: string } | undefined {
  if (sign === undefined)
    return { message: 'has no "=".', remedy: 'Write NAME=value, or NAME<<END and a last line END.' }
  if (!wellFormed.test(name))
    return {
      message: 'does not begin with a name.',
      remedy: 'Write NAME=value, the name in letters, digits and underscores.',
    }
  if (forbidden.test(name))
    return { message: `sets "${name}", which belongs to the runner.`, remedy: 'Use another name.' }
  if (values.has(name)) return { message: `sets "${name}" a second time.`, remedy: 'Keep one.' }
  if (sign === '<<' && (rest.trim() === '' || end < 0))
    return {
      message: `opens "${name}" and nothing closes it.`,
      remedy: 'Write NAME<<END, and END alone on the last line.',
    }
  return undefined
}
