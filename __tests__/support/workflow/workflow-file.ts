import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

import { parse } from 'yaml'

// GitHub's parser imports JSON without saying so, which Node refuses.
registerHooks({
  load(url, context, next) {
    return next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)
  },
})
const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')

export interface Step {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
}

export interface Job {
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: unknown }
  readonly 'runs-on'?: unknown
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
}

export interface CallInput {
  readonly type: 'string' | 'number' | 'boolean'
  readonly default?: unknown
}

export interface Workflow {
  readonly name: string
  readonly on: {
    readonly workflow_call?: {
      readonly inputs: Readonly<Record<string, CallInput>>
      readonly secrets: Readonly<Record<string, object>>
      readonly outputs: Readonly<Record<string, { readonly value: string }>>
    }
  }
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

/** Reads a workflow of the repository, and has GitHub's own parser look at it first. */
export function readWorkflow(path: string): Workflow {
  return readWorkflowText(path, readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
}

/** The same from a text that stands elsewhere. */
export function readWorkflowText(name: string, content: string): Workflow {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  const faults = context.errors.getErrors().map(({ message }) => message)
  if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}`)
  return parse(content) as Workflow
}
