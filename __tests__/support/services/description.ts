import { readFileSync } from 'node:fs'

import { graphQlViolations } from './graphql-description.ts'
import { complaintsOf } from './json-schema.ts'
import type { Answered, Asked } from './loopback.ts'

/** GitHub's own description of its REST API, cut to what we ask: see the fixture's README. */
const description = JSON.parse(
  readFileSync(new URL('../../fixtures/github/rest-api.json', import.meta.url), 'utf8'),
) as Description

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
interface Operation {
  readonly 'x-media-types'?: readonly string[]
  readonly parameters: readonly (Parameter | Reference)[]
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
  readonly required: boolean
  readonly schema: { readonly type?: string }
  readonly 'x-multi-segment'?: true
}

const complaints = complaintsOf(description.components)
const error = { $ref: '#/components/schemas/basic-error' }
const json = 'application/json'
/** What Octokit sends unless told otherwise, and what it stands for. */
const plainTypes = ['*/*', json, 'application/vnd.github+json', 'application/vnd.github.v3+json']

/** What GitHub's descriptions have against a request and its answer, a sentence each. */
export function violations(asked: Asked, answer: Answered): readonly string[] {
  const { method, url } = asked
  const name = `${method} ${url.pathname}`
  if (url.pathname === '/graphql')
    return graphQlViolations(asked, answer).map((complaint) => `${name}: ${complaint}`)
  const found = operationFor(method, url.pathname)
  if (found === null) return [`${name}: no operation of GitHub's description that was cut out for us`]
  const { operation, values } = found
  const parameters = operation.parameters.map((parameter) => resolved(parameter))
  return [
    ...parameters.flatMap((parameter) => againstParameter(parameter, values, url)),
    ...againstQuery(parameters, url),
    ...againstAccepted(operation, asked),
    ...againstBody(operation.requestBody, asked),
    ...(answer === null || answer.foreign === true ? [] : againstAnswer(operation, asked, answer)),
  ].map((complaint) => `${name}: ${complaint}`)
}

function resolved<T>(thing: T | Reference): T {
  if (typeof thing !== 'object' || thing === null || !('$ref' in thing)) return thing
  const [, , kind = '', name = ''] = thing.$ref.split('/')
  return description.components[kind]?.[name] as T
}

interface Found {
  readonly operation: Operation
  readonly values: Readonly<Record<string, string>>
}

function operationFor(method: string, pathname: string): Found | null {
  for (const [path, operations] of Object.entries(description.paths)) {
    const operation = operations[method.toLowerCase()]
    const values = operation && pattern(path, operation).exec(pathname)
    if (operation && values) return { operation, values: values.groups ?? {} }
  }
  return null
}

function pattern(path: string, { parameters }: Operation): RegExp {
  const long = parameters.map((one) => resolved(one)).filter((one) => one['x-multi-segment'])
  const named = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    long.some((one) => one.name === name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  )
  return new RegExp(`^${named}$`)
}

function againstParameter(
  { name, in: place, required, schema }: Parameter,
  values: Found['values'],
  url: URL,
): readonly string[] {
  const text = place === 'query' ? url.searchParams.get(name) : values[name]
  if (text === null || text === undefined) return required ? [`${name} is missing`] : []
  const value = schema.type === 'integer' ? Number(text) : decodeURIComponent(text)
  return complaints(schema, value).map((complaint) => `${name}: ${complaint}`)
}

function againstQuery(parameters: readonly Parameter[], { searchParams }: URL): readonly string[] {
  const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
  const keys = [...searchParams.keys()]
  return [
    ...keys.filter((key) => !known.includes(key)).map((key) => `no parameter ${key}`),
    ...(new Set(keys).size === keys.length ? [] : ['a parameter stands there twice']),
  ]
}

function againstAccepted(operation: Operation, { headers }: Asked): readonly string[] {
  const known = [...plainTypes, ...(operation['x-media-types'] ?? [])]
  return acceptedBy(headers)
    .filter((type) => !known.includes(type))
    .map((type) => `it never answers in ${type}`)
}

function acceptedBy({ accept = '*/*' }: Asked['headers']): readonly string[] {
  return accept.split(',').map((type) => mediaType(type))
}

function mediaType(text: string | undefined): string {
  return text?.split(';')[0]?.trim() ?? ''
}

function againstBody(described: Content | undefined, { headers, body }: Asked): readonly string[] {
  const schema = described?.content?.[json]?.schema
  if (schema === undefined) return body.length === 0 ? [] : ['a body where none belongs']
  if (mediaType(headers['content-type']) !== json) return [`a body not called ${json}`]
  const value = JSON.parse(body.toString()) as object
  const known = Object.keys((schema as { readonly properties: object }).properties)
  const unknown = Object.keys(value).filter((key) => !known.includes(key))
  return [...unknown.map((key) => `no property ${key}`), ...complaints(schema, value)].map(
    (complaint) => `body: ${complaint}`,
  )
}

function againstAnswer(
  { responses, 'x-media-types': others = [] }: Operation,
  asked: Asked,
  { status, headers = {}, body }: NonNullable<Answered>,
): readonly string[] {
  // What GitHub says when it fails itself is described nowhere.
  if (status >= 500) return []
  const described = responses[String(status)]
  if (described === undefined && status < 400) return [`answer ${status}: not described`]
  const content = described === undefined ? { [json]: { schema: error } } : resolved(described).content
  const type = mediaType(headers['content-type'])
  // The file itself, where it was asked for.
  if (status === 200 && others.includes(type) && acceptedBy(asked.headers).includes(type)) return []
  if (content === undefined) return body === undefined ? [] : [`answer ${status}: a body where none belongs`]
  const schema = content[type]?.schema
  if (schema === undefined) return [`answer ${status}: not described as ${type === '' ? 'nothing' : type}`]
  return complaints(schema, JSON.parse(String(body))).map((complaint) => `answer ${status}: ${complaint}`)
}
