import { readFileSync } from 'node:fs'

import addFormats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

import type { Answered, Asked } from './loopback.ts'

/** GitHub's own description of its REST API, cut to the operations on issues: see the fixture's README. */
const description = JSON.parse(
  readFileSync(new URL('../../fixtures/github/issues-api.json', import.meta.url), 'utf8'),
) as Description

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content | Reference>>
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}
interface Reference {
  readonly $ref: string
}
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: { readonly type?: string }
}

/** OpenAPI 3.0 knows no `null` as a type. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, ...rest } = schema as Readonly<Record<string, unknown>>
  const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)]))
  if (nullable !== true) return made
  return { anyOf: [made, { type: 'null' }] }
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
for (const format of ['repo.nwo', 'timestamp', 'int64']) ajv.addFormat(format, true)
ajv.addSchema({ $id: 'github', components: modern(description.components) as object })

const compiled = new Map<object, ValidateFunction>()

function complaints(schema: object, value: unknown): readonly string[] {
  const made = JSON.parse(JSON.stringify(modern(schema)).replaceAll('"#/', '"github#/')) as object
  const validate = compiled.get(schema) ?? ajv.compile(made)
  compiled.set(schema, validate)
  return validate(value) ? [] : [ajv.errorsText(validate.errors)]
}

function resolved<T>(thing: T | Reference): T {
  if (typeof thing !== 'object' || thing === null || !('$ref' in thing)) return thing
  const [, , kind = '', name = ''] = thing.$ref.split('/')
  return description.components[kind]?.[name] as T
}

/** What GitHub's description has against a request and its answer, a sentence each. */
export function violations({ method, url, body }: Asked, answer: NonNullable<Answered>): readonly string[] {
  const [path, operation] = operationFor(method, url.pathname)
  const asked = `${method} ${url.pathname}`
  if (operation === undefined) return [`${asked}: GitHub knows no such operation`]
  const parameters = (operation.parameters ?? []).map((parameter) => resolved(parameter))
  return [
    ...parameters.flatMap((parameter) => against(parameter, path, url)),
    ...[...url.searchParams.keys()].flatMap((key) =>
      parameters.some(({ name, in: place }) => place === 'query' && name === key)
        ? []
        : [`no parameter ${key}`],
    ),
    ...againstBody(operation.requestBody, body),
    ...againstAnswer(operation, answer),
  ].map((complaint) => `${asked}: ${complaint}`)
}

function operationFor(method: string, pathname: string): readonly [string, Operation | undefined] {
  const found = Object.entries(description.paths).find(([path, operations]) => {
    return operations[method.toLowerCase()] !== undefined && pattern(path).test(pathname)
  })
  return [found?.[0] ?? '', found?.[1][method.toLowerCase()]]
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
}

function against({ name, in: place, schema }: Parameter, path: string, url: URL): readonly string[] {
  const text =
    place === 'query' ? url.searchParams.get(name) : pattern(path).exec(url.pathname)?.groups?.[name]
  if (text === null || text === undefined) return place === 'path' ? [`${name} is missing`] : []
  const value = schema.type === 'integer' ? Number(text) : decodeURIComponent(text)
  return complaints(schema, value).map((complaint) => `${name}: ${complaint}`)
}

function againstBody(described: Content | undefined, body: Buffer): readonly string[] {
  const schema = described?.content?.['application/json']?.schema
  if (schema === undefined) return body.length === 0 ? [] : ['a body where none belongs']
  const value = JSON.parse(body.toString()) as object
  const known = Object.keys((schema as { readonly properties: object }).properties)
  const unknown = Object.keys(value).filter((key) => !known.includes(key))
  return [...unknown.map((key) => `body: no property ${key}`), ...complaints(schema, value)]
}

function againstAnswer({ responses }: Operation, { status, body }: NonNullable<Answered>): readonly string[] {
  const described = responses[String(status)]
  // Limits, and failures of every kind, are described elsewhere.
  if (described === undefined) return status >= 400 ? [] : [`answer ${status}: not described`]
  const schema = resolved<Content>(described).content?.['application/json']?.schema
  if (schema === undefined) return []
  return complaints(schema, JSON.parse(String(body))).map((complaint) => `answer ${status}: ${complaint}`)
}
