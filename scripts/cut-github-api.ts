import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the part of GitHub's own descriptions that the tests hold every request and answer against:
 *
 *     node scripts/cut-github-api.ts OPENAPI GRAPHQL
 *
 * with the unpacked npm packages `@octokit/openapi` and `@octokit/graphql-schema`. What this program asks of GitHub
 * stands here; what is asked besides, the tests refuse.
 */
const operations = [
  'GET /user',
  'GET /repos/{owner}/{repo}/issues',
  'POST /repos/{owner}/{repo}/issues',
  'GET /repos/{owner}/{repo}/issues/{issue_number}',
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
  'POST /repos/{owner}/{repo}/labels',
  'GET /repos/{owner}/{repo}/labels/{name}',
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
  'GET /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/actions/artifacts',
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
  'POST /repos/{owner}/{repo}/code-scanning/sarifs',
]
const fields: Readonly<Record<string, readonly string[]>> = { Query: ['viewer'], User: ['login'] }
/** Of failures that no operation describes. */
const always = '"#/components/schemas/basic-error"'
/** What says nothing about a value. */
const remarks = new Set(['title', 'description', 'example', 'examples', 'externalDocs'])

type Thing = Readonly<Record<string, unknown>>

const home = join(import.meta.dirname, '..', '__tests__', 'fixtures', 'github')
const [openApi, graphQl] = process.argv.slice(2)
if (openApi === undefined || graphQl === undefined)
  throw new TypeError('usage: node scripts/cut-github-api.ts OPENAPI GRAPHQL, two unpacked npm packages')

writeFileSync(join(home, 'rest-api.json'), `${lines(restCut(openApi), 3)}\n`)
writeFileSync(join(home, 'graphql-schema.json'), `${JSON.stringify(graphQlCut(graphQl), null, 1)}\n`)

function restCut(folder: string): Thing {
  const whole = read(folder, 'generated/api.github.com.json')
  const { title, version, license } = object(whole['info'])
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const [method = '', path = ''] = operation.split(' ')
    const found = object(object(whole['paths'])[path])[method.toLowerCase()]
    if (found === undefined) throw new TypeError(`GitHub describes no ${operation}`)
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationCut(object(found)) }
  }
  const components = referred(JSON.stringify(paths) + always, object(whole['components']))
  return { openapi: whole['openapi'], info: { title, version, license }, paths, components }
}

/** All that a text refers to, and what that refers to in turn. */
function referred(text: string, components: Thing): Thing {
  const found: Record<string, Record<string, unknown>> = {}
  const waiting = [text]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, kind = '', name = ''] of next.matchAll(/"#\/components\/([^/"]+)\/([^/"]+)"/g)) {
      if (found[kind]?.[name] !== undefined) continue
      const cut = componentCut(kind, object(object(components[kind])[name]))
      found[kind] = { ...found[kind], [name]: cut }
      waiting.push(JSON.stringify(cut))
    }
  }
  return Object.fromEntries(Object.entries(found).map(([kind, named]) => [kind, sorted(named)]))
}

function componentCut(kind: string, component: Thing): unknown {
  if (kind === 'schemas') return schemaCut(component)
  return kind === 'parameters' ? parameterCut(component) : contentCut(component)
}

/** Media types beyond JSON stand in the prose only. */
function operationCut(operation: Thing): Thing {
  const { operationId, description, parameters = [], requestBody, responses } = operation
  const types = [...String(description).matchAll(/\*\*`(application\/[^`]+)`\*\*/g)].map(([, type]) => type)
  return {
    operationId,
    ...(types.length > 0 && { 'x-media-types': [...new Set(types)] }),
    parameters: (parameters as readonly Thing[]).map(parameterCut),
    ...(requestBody !== undefined && { requestBody: contentCut(object(requestBody)) }),
    responses: mapped(object(responses), contentCut),
  }
}

function parameterCut(parameter: Thing): Thing {
  if ('$ref' in parameter) return parameter
  const { name, in: place, required, schema, 'x-multi-segment': long } = parameter
  return {
    name,
    in: place,
    required: required === true,
    schema: schemaCut(schema),
    ...(long === true && { 'x-multi-segment': true }),
  }
}

/** A body of a request or an answer, with the headers of the latter. */
function contentCut(thing: Thing): Thing {
  if ('$ref' in thing) return thing
  const { required, schema, content, headers } = thing
  return {
    ...(required !== undefined && { required }),
    ...(schema !== undefined && { schema: schemaCut(schema) }),
    ...(content !== undefined && { content: mapped(object(content), contentCut) }),
    ...(headers !== undefined && { headers: mapped(object(headers), contentCut) }),
  }
}

function schemaCut(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(schemaCut)
  if (typeof schema !== 'object' || schema === null) return schema
  const kept = Object.entries(schema).filter(([key]) => !remarks.has(key) && !key.startsWith('x-'))
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === 'properties') return [key, mapped(object(value), schemaCut)]
      const schemas = ['items', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', 'not'].includes(key)
      return [key, schemas ? schemaCut(value) : value]
    }),
  )
}

function graphQlCut(folder: string): Thing {
  const { name, version } = read(folder, 'package.json')
  const whole = object(read(folder, 'schema.json')['__schema'])
  const types = (whole['types'] as readonly Thing[]).flatMap((type) => {
    const wanted = fields[String(type['name'])]
    if (wanted === undefined) return []
    const own = (type['fields'] as readonly Thing[]).filter((field) => wanted.includes(String(field['name'])))
    return [{ kind: type['kind'], name: type['name'], fields: own.map(fieldCut) }]
  })
  return {
    package: `${String(name)} ${String(version)}`,
    __schema: { queryType: whole['queryType'], types },
  }
}

function fieldCut({ name, args, type }: Thing): Thing {
  return { name, args, type }
}

function read(folder: string, name: string): Thing {
  return object(JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

function object(value: unknown): Thing {
  if (typeof value !== 'object' || value === null) throw new TypeError('the description is built otherwise')
  return value as Thing
}

function mapped<T>(things: Thing, cut: (thing: Thing) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(things).map(([key, thing]) => [key, cut(thing as Thing)]))
}

function sorted(things: Thing): Thing {
  return Object.fromEntries(Object.entries(things).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** JSON with a line for each operation and component, so that a newer cut shows what is new. */
function lines(value: unknown, depth: number): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${lines(one, depth - 1)}`)
  return `{\n${inner.join(',\n')}\n}`
}
