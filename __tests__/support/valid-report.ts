import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'

import { reportSchema } from '../../src/report/report-schema.ts'

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictTuples: false })
addFormats.default(ajv)
const validate = ajv.compile(reportSchema())

/** What the published schema has against a report; empty when it is valid. */
export function complaints(report: unknown): readonly string[] {
  validate(report)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
