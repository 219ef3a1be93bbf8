import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What expressions may look at: `github`, `needs`, `matrix` … */
export type Contexts = Readonly<Record<string, unknown>>

/** How the job stands when an expression asks `success()` and its like. */
export interface Standing {
  readonly succeeded: boolean
  readonly cancelled: boolean
}

const statusFunctions = ['success', 'failure', 'cancelled', 'always'] as const

/** The value of one expression, without its `${{ }}`, as GitHub's own library evaluates it. */
function evaluated(expression: string, contexts: Contexts, standing: Standing): unknown {
  const { tokens } = new Lexer(expression).lex()
  const functions = new Map(
    statusFunctions.map((name) => {
      const call = (): data.BooleanData => new data.BooleanData(said(name, standing))
      return [name, { name, minArgs: 0, maxArgs: 0, call }]
    }),
  )
  const parsed = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse()
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  return JSON.parse(JSON.stringify(new Evaluator(parsed, known, functions).evaluate(), data.replacer))
}

function said(name: (typeof statusFunctions)[number], { succeeded, cancelled }: Standing): boolean {
  return { success: succeeded && !cancelled, failure: !succeeded, cancelled, always: true }[name]
}

const embedded = /\$\{\{(.*?)\}\}/gs

/** A value of a workflow with its expressions replaced: alone an expression keeps its type, within text it is text. */
export function interpolated(value: unknown, contexts: Contexts, standing: Standing): unknown {
  if (typeof value !== 'string') return value
  const alone = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value.trim())
  if (alone !== null) return evaluated(alone[1] ?? '', contexts, standing)
  return value.replaceAll(embedded, (_, inside: string) => textOf(evaluated(inside, contexts, standing)))
}

/** How an input or a step sees a value. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A condition: a bare expression, and `success()` where it asks for no status itself. */
export function holds(condition: string | undefined, contexts: Contexts, standing: Standing): boolean {
  const bare = (condition ?? 'success()').trim().replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const asks = statusFunctions.some((name) => bare.includes(`${name}(`))
  const value = evaluated(asks ? bare : `success() && (${bare})`, contexts, standing)
  return value !== false && value !== null && value !== '' && value !== 0
}
