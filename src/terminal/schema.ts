import type { SchemaName } from './arguments.ts'

/** The JSON Schema of what we read or write, as text. */
export async function schemaText(name: SchemaName): Promise<string> {
  return `${JSON.stringify(await schemaOf(name), undefined, 2)}\n`
}

async function schemaOf(name: SchemaName): Promise<object> {
  switch (name) {
    case 'config':
      return (await import('../config/json-schema.ts')).configSchema()
    case 'history':
      return (await import('../history/memory-schema.ts')).historySchema()
    case 'observations':
      return (await import('../shards/observations-schema.ts')).observationsSchema()
    case 'report':
      return (await import('../report/report-schema.ts')).reportSchema()
  }
}
