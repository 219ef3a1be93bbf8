import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { renderConfigReference, type Schema } from '../../scripts/config-reference.ts'
import { configSchema } from '../../src/config/json-schema.ts'
import { readConfig } from '../../src/config/read-config.ts'
import { request, workspace } from './workspace.ts'

const schema: Schema = configSchema()
const sending = { resolve: { targets: true, notifications: true } } as const

test('every key of the config says what it means', () => {
  expect(keys(schema).filter(([, { description = '' }]) => description === '')).toEqual([])
})

test('to write out every default of the schema changes nothing', async () => {
  const webhook = [{ url: 'https://hooks.example/x' }, { url: 'https://hooks.example/y', min_level: 'error' }]
  const email = {
    smtp_server: 'smtp.example',
    from_address: 'a@example.com',
    to_addresses: ['b@example.com'],
  }
  const bare = {
    domains: [{ domain: 'a.example', trust: {} }],
    notifications: { webhook, email, issues: {} },
  }
  const [short, long] = [JSON.stringify(bare), JSON.stringify(writtenOut(bare, schema))]
  const path = join(workspace({}), 'certificates.json')
  const readAs = async (text: string): Promise<object> => {
    writeFileSync(path, text)
    // The digest of the file, and that the interval is written, are what differs.
    return { ...(await readConfig(request({ path, ...sending }))), config: null, intervalWritten: false }
  }

  expect(long.length).toBeGreaterThan(3 * short.length)
  expect(await readAs(long)).toEqual(await readAs(short))
})

test('the reference tells limits, choices, what must be there, and where a secret may stand', () => {
  const reference = renderConfigReference({
    properties: {
      defaults: {
        properties: { port: { type: 'integer', minimum: 1, maximum: 9, default: 4, description: 'A' } },
      },
      domains: {
        description: 'B',
        items: {
          type: 'object',
          required: ['key'],
          properties: {
            port: { type: 'integer' },
            key: { type: 'string', $comment: '${NAME} is replaced', description: 'C' },
            mode: { enum: ['one', 2], description: 'D' },
          },
        },
      },
    },
  })
  const cells = reference.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))

  expect(cells).toContainEqual(['', '[`domains`](#domains)', 'a list: settings', '', 'B', ''])
  expect(cells).toContainEqual(['', '`port`', 'a whole number from 1 to 9', '`4`', 'A', ''])
  expect(cells).toContainEqual(['', '`key`', 'text, or `${NAME}`', 'must be there', 'C', ''])
  expect(cells).toContainEqual(['', '`mode`', '`one`, `2`', '', 'D', ''])
  expect(cells.filter(([, key]) => key === '`port`')).toHaveLength(1)
})

/** Every key at every level, with its schema. */
function keys({ properties = {}, items = {}, anyOf = [] }: Schema): readonly (readonly [string, Schema])[] {
  const below = [...Object.values(properties), items, ...anyOf].filter(
    (inner) => Object.keys(inner).length > 0,
  )
  return [...Object.entries(properties), ...below.flatMap(keys)]
}

/** The value with every default of its schema filled in, at every level that needs nothing else. */
function writtenOut(value: unknown, { properties, items, anyOf = [], default: unwritten }: Schema): unknown {
  if (Array.isArray(value)) {
    const inner = items ?? anyOf.find((one) => one.items !== undefined)?.items
    return inner === undefined ? value : value.map((one: unknown) => writtenOut(one, inner))
  }
  const mapping = properties ?? anyOf.find((one) => one.properties !== undefined)?.properties
  if (mapping === undefined) return value ?? unwritten
  const given = value as Readonly<Record<string, unknown>> | undefined
  const filled = Object.entries(mapping).map(([key, inner]) => {
    const needy = given?.[key] === undefined && (inner.items ?? inner.anyOf) !== undefined
    return [key, needy ? inner.default : writtenOut(given?.[key], inner)] as const
  })
  const told = filled.filter(([, one]) => one !== undefined)
  return told.length === 0 ? value : { ...given, ...Object.fromEntries(told) }
}
