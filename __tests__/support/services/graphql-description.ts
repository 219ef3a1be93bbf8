import { readFileSync } from 'node:fs'

import { complaintsOf } from './json-schema.ts'
import type { Answered, Asked } from './loopback.ts'

/** GitHub's own GraphQL schema, cut to what we ask: see the fixture's README. */
const { __schema: schema } = JSON.parse(
  readFileSync(new URL('../../fixtures/github/graphql-schema.json', import.meta.url), 'utf8'),
) as { readonly __schema: Schema }

interface Schema {
  readonly queryType: { readonly name: string }
  readonly types: readonly { readonly name: string; readonly fields: readonly Field[] }[]
}
interface Field {
  readonly name: string
  readonly type: Type
}
interface Type {
  readonly kind: 'NON_NULL' | 'LIST' | 'OBJECT' | 'SCALAR'
  readonly name: string | null
  readonly ofType: Type | null
}
/** Names and what is asked of each; empty for a leaf. */
type Selection = ReadonlyMap<string, Selection>

const complaints = complaintsOf({})

/** GraphQL §7.1: data, errors or both. */
const failure = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
    },
  },
}

/** What GitHub's schema has against a query and its answer. */
export function graphQlViolations({ method, headers, body }: Asked, answer: Answered): readonly string[] {
  if (method !== 'POST' || !/^application\/json\b/.test(headers['content-type'] ?? ''))
    return ['a query is posted as application/json']
  const { query, ...others } = JSON.parse(body.toString()) as { readonly query?: unknown }
  const more = Object.keys(others).map((key) => `body: no property ${key}`)
  try {
    const data = answerTo(selectionOf(String(query)), schema.queryType.name)
    return [...more, ...againstAnswer(data, answer)]
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [...more, thrown.message]
    throw thrown
  }
}

function againstAnswer(data: object, answer: Answered): readonly string[] {
  if (answer === null || answer.foreign === true || answer.status >= 500) return []
  const told = JSON.parse(String(answer.body)) as object
  const refusal = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } }
  const whole = { type: 'object', required: ['data'], properties: { data } }
  if (answer.status !== 200) return complaints(refusal, told)
  return complaints('errors' in told ? failure : whole, told)
}

/** The few words of the language that a query without arguments has (GraphQL §2). */
function selectionOf(query: string): Selection {
  const words = query.match(/\w+|\S/g) ?? []
  const inner = (): Selection => {
    const fields = new Map<string, Selection>()
    for (let word = words.shift(); word !== '}'; word = words.shift()) {
      if (word === undefined || !/^[A-Za-z_]\w*$/.test(word))
        throw new SyntaxError(`query: not read: ${word}`)
      const open = words[0] === '{'
      if (open) words.shift()
      fields.set(word, open ? inner() : new Map())
    }
    return fields
  }
  if (words.shift() !== 'query' || words.shift() !== '{')
    throw new SyntaxError('query: none that is read here')
  const selection = inner()
  if (words.length > 0) throw new SyntaxError('query: goes on after its end')
  return selection
}

/** The JSON Schema of what a selection of that type is answered with. */
function answerTo(selection: Selection, typeName: string): object {
  const type = schema.types.find(({ name }) => name === typeName)
  const properties = [...selection].map(([name, inner]): readonly [string, object] => {
    const field = type?.fields.find((one) => one.name === name)
    if (field === undefined)
      throw new SyntaxError(`query: ${typeName} has no field ${name}, or we no need of it`)
    return [name, valueOf(field.type, inner)]
  })
  const required = properties.map(([name]) => name)
  return { type: 'object', additionalProperties: false, required, properties: Object.fromEntries(properties) }
}

function valueOf({ kind, name, ofType }: Type, selection: Selection): object {
  if (kind === 'NON_NULL' && ofType !== null) return bare(ofType, selection)
  return { anyOf: [bare({ kind, name, ofType }, selection), { type: 'null' }] }
}

function bare({ kind, name }: Type, selection: Selection): object {
  const leaf = selection.size === 0
  if (kind === 'OBJECT' && name !== null && !leaf) return answerTo(selection, name)
  if (kind === 'SCALAR' && name === 'String' && leaf) return { type: 'string' }
  throw new SyntaxError(`query: ${name} is asked for otherwise`)
}
