import { code, table } from './markdown-table.ts'

type Scalar = string | number | boolean | null

/** A JSON Schema, as far as the reference of the config looks into it. */
export interface Schema {
  readonly description?: string
  readonly $comment?: string
  readonly default?: unknown
  readonly type?: string
  readonly const?: Scalar
  readonly enum?: readonly Scalar[]
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** What the table of rule ids is called, because forty lines of them would say nothing here. */
const listedElsewhere = 'rules'

/** The reference of the config: every key with type, limits, default and meaning, as its JSON Schema has them. */
export function renderConfigReference(schema: Schema): string {
  const common = new Set(Object.keys(schema.properties?.['defaults']?.properties ?? {}))
  return sections([], schema, common).join('\n\n')
}

/** One section for a mapping, then those of its keys. What `defaults` has told is not told again on a domain. */
function sections(path: readonly string[], mapping: Schema, common: ReadonlySet<string>): readonly string[] {
  const { properties = {}, required = [] } = mapping
  const isDomain = path.at(-1) === 'domains'
  const keys = Object.entries(properties).filter(([key]) => !isDomain || !common.has(key))
  const rows = keys.map(([key, value]) => [
    mappingIn(value) === undefined ? code(key) : `[${code(key)}](#${[...path, key].join('')})`,
    typeOf(key, value),
    required.includes(key) ? 'must be there' : defaultOf(value),
    value.description ?? '',
  ])
  const below = keys.flatMap(([key, value]) => {
    const inner = mappingIn(value)
    return inner === undefined ? [] : sections([...path, key], inner, common)
  })
  return [
    path.length === 0 ? '### The whole file' : `### ${code(path.join('.'))}`,
    ...(isDomain
      ? ['A host alone, or these. Every key of [`defaults`](#defaults) may stand here, too.']
      : []),
    table(['Key', 'What it takes', 'Left out', 'What it means'], rows),
    ...below,
  ]
}

/** The mapping with keys of its own that a value is, or that a list or a choice holds. */
function mappingIn(schema: Schema): Schema | undefined {
  if (schema.properties !== undefined) return Object.keys(schema.properties).length > 0 ? schema : undefined
  const inner = [...(schema.items === undefined ? [] : [schema.items]), ...(schema.anyOf ?? [])]
  return inner.map(mappingIn).find((found) => found !== undefined)
}

function typeOf(key: string, schema: Schema): string {
  if (key === listedElsewhere) return 'a severity or `off` for each rule id'
  const { anyOf, const: only, enum: choices, items } = schema
  if (anyOf !== undefined) return [...new Set(anyOf.map((one) => typeOf(key, one)))].join(', or ')
  if (only !== undefined) return code(String(only))
  if (choices !== undefined) return choices.map((choice) => code(String(choice))).join(', ')
  if (items !== undefined) return `a list: ${typeOf(key, items)}`
  switch (schema.type) {
    case 'boolean':
      return '`true`, `false`'
    case 'integer':
      return `a whole number${limits(schema)}`
    case 'number':
      return `a number${limits(schema)}`
    case 'object':
      return schema.properties === undefined ? 'addresses by name' : 'settings'
    default:
      return textType(schema)
  }
}

function textType({ format, maxLength, $comment }: Schema): string {
  if (format === 'date') return 'a date'
  if ($comment !== undefined) return 'text, or `${NAME}`'
  return maxLength === undefined ? 'text' : `text of at most ${maxLength} characters`
}

function limits({ minimum, maximum }: Schema): string {
  return minimum === undefined || maximum === undefined ? '' : ` from ${minimum} to ${maximum}`
}

function defaultOf({ default: value }: Schema): string {
  return value === undefined ? '' : code(typeof value === 'string' ? value : JSON.stringify(value))
}
