import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { schemaNames } from '../src/terminal/arguments.ts'
import { schemaText } from '../src/terminal/schema.ts'

/** Writes the JSON Schemas that editors and readers of reports use, as `schema` prints them. */
for (const name of schemaNames) {
  writeFileSync(join(import.meta.dirname, '..', 'schemas', `${name}.json`), await schemaText(name))
}
