import { z } from 'zod'

import { Malformed } from '../wire/malformed.ts'
import { fields } from './form.ts'
import { headerForm } from './header.ts'
import { observationForm } from './observation-form.ts'
import { octets } from './words.ts'

/** The JSON Schema (2020-12) of one line of a file of observations; additional keys are allowed. */
export function observationsSchema(): object {
  const none = (): never => {
    throw new Malformed('a schema holds no certificates')
  }
  const { schema: observation } = observationForm({ certificate: none, numberOf: none })
  const line = z.union([
    ofKind('header', headerForm.schema, 'The first line'),
    ofKind('certificate', fields({ der: octets }).schema, 'Before the first observation that names it'),
    ofKind('observation', observation, 'What was seen of one endpoint'),
  ])
  const schema = z.toJSONSchema(line, { io: 'input' })
  return { ...schema, title: 'One line of what a shard of certificate-monitor observed (NDJSON in gzip)' }
}

function ofKind(kind: string, schema: z.ZodType, description: string): z.ZodType {
  return z.intersection(z.object({ kind: z.literal(kind) }), schema).describe(description)
}
