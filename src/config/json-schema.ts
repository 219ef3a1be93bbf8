import { z } from 'zod'

import { configFileSchema } from './schema.ts'

/** A JSON Schema, as far as we look into it. */
interface JsonSchema {
  title?: string
  description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

/** The JSON Schema (2020-12) of a config, with descriptions for editors, from the schema that parses it. */
export function configSchema(): object {
  const schema = plainSchema()
  schema.title = 'Configuration of certificate-monitor'
  return schema
}

// Made once: thousands of domains may each hold an unknown key.
let whole: JsonSchema | undefined

/** The keys that the schema allows in the mapping at the path; empty where it holds none. */
export function settingsAt(path: readonly (string | number)[]): readonly string[] {
  whole ??= plainSchema()
  let schemas: readonly JsonSchema[] = [whole]
  for (const step of path) {
    const below = schemas.map((schema) =>
      typeof step === 'number' ? schema.items : schema.properties?.[step],
    )
    schemas = below.flatMap((schema) => (schema === undefined ? [] : [schema].concat(schema.anyOf ?? [])))
  }
  return schemas.flatMap(({ properties }) => Object.keys(properties ?? {}))
}

function plainSchema(): JsonSchema {
  return z.toJSONSchema(configFileSchema, { io: 'input' }) as JsonSchema
}
