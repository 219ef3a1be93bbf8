import { z } from 'zod'

import { changeTypes, rotationKinds } from '../../model/change.ts'
import type { ChangeJson, ResultJson, RotationJson } from '../report-json.ts'
import { fingerprint, text, time } from './words.ts'

const changed = z.union([text, z.array(text)])
/** `changes[]` of a result: what is not as it was. */
export const change: z.ZodType<ChangeJson> = z.object({
  type: z.enum(changeTypes),
  old: changed.describe('Times in ISO 8601; a list for names and cipher_suites'),
  new: changed,
})
/** `rotation` and `rotations[]` of a result. */
export const rotation: z.ZodType<RotationJson> = z.object({
  kind: z.enum(rotationKinds).describe('Compared with the leaf of the same key type: the first that fits'),
  at: time.describe('When a run noticed it'),
  previous_fingerprint: fingerprint,
  days_before_expiry: z.number().nullable().describe('Of the previous leaf; negative: it had expired'),
})
/** `history` of a result. */
export const history: z.ZodType<ResultJson['history']> = z.object({
  first_seen: time
    .nullable()
    .describe('When a certificate was first seen here, as far as it is remembered; null: not yet'),
  unchanged_since: time
    .nullable()
    .describe('Since when the same is served; null at first sight and while nobody answers'),
  words: text.describe('Such as first seen, unchanged since 3 May 2026, renewed 21 days before expiry'),
})
