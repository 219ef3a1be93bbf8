import addFormats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

type Complaints = (schema: object, value: unknown) => readonly string[]

/** Holds values against schemas of an OpenAPI description whose components these are. */
export function complaintsOf(components: object): Complaints {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for (const format of ['repo.nwo', 'timestamp', 'int64']) ajv.addFormat(format, true)
  ajv.addSchema({ $id: 'github', components: modern(components) as object })
  const compiled = new Map<object, ValidateFunction>()
  return (schema, value) => {
    const made = JSON.parse(JSON.stringify(modern(schema)).replaceAll('"#/', '"github#/')) as object
    const validate = compiled.get(schema) ?? ajv.compile(made)
    compiled.set(schema, validate)
    return validate(value) ? [] : [ajv.errorsText(validate.errors)]
  }
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
