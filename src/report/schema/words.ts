import { z } from 'zod'

import { type Reason, reasons } from '../../model/answer.ts'

/** What the parts of a report's schema are made of. */

export const text: z.ZodString = z.string()
export const count: z.ZodInt = z.int().min(0)
export const time: z.ZodISODateTime = z.iso
  .datetime()
  .meta({ id: 'Time', description: 'ISO 8601 in UTC, ending in Z' })
export const fingerprint: z.ZodString = z
  .string()
  .regex(/^[0-9a-f]{64}$/u)
  .describe('SHA-256 of the certificate in DER, lower-case hex without colons')
export const name: z.ZodType<Readonly<Record<string, string>>> = z
  .record(text, text)
  .meta({ id: 'Name', description: 'Attributes by their X.520 names; the most specific of several' })
export const reason: z.ZodType<Reason> = z.enum(reasons)
