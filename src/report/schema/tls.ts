import { z } from 'zod'

import { letters } from '../../model/grade.ts'
import { tlsVersions } from '../../model/observation.ts'
import type { TlsJson } from '../report-json.ts'
import { count, reason, text } from './words.ts'

const version = z.enum(tlsVersions)
const suite = z.object({
  id: text.regex(/^0x[0-9a-f]{4}([0-9a-f]{2})?$/u),
  name: text.describe("IANA's name"),
  openssl: text.nullable(),
  bits: count.nullable().describe('Effective strength'),
  strength: z.enum(['secure', 'weak', 'insecure']).nullable(),
})
const vulnerability = z.object({ vulnerable: z.boolean().nullable(), evidence: text })
const score = z.number().min(0).max(100).nullable()

/** `tls` of a result. */
export const tls: z.ZodType<TlsJson> = z
  .object({
    address: text
      .nullable()
      .describe('Where it was scanned: one address stands for all; null: behind a proxy'),
    versions: z
      .partialRecord(version, z.boolean().nullable())
      .describe('null: not established; a timeout is not a "no"'),
    cipher_suites: z
      .partialRecord(version, z.array(suite))
      .describe("In the server's order; a version without an entry is not offered, or not known"),
    server_preference: z
      .partialRecord(version, z.boolean().nullable())
      .describe('Whether the server picks by its own order'),
    groups: z.partialRecord(version, z.array(text)).describe('By the names of IANA'),
    signature_schemes: z.partialRecord(version, z.array(text)),
    dh_bits: count.nullable().describe('The smallest Diffie-Hellman group; null: none was seen'),
    dh_groups: z.array(
      z.object({ bits: count, name: text.nullable(), rfc7919: z.boolean(), export: z.boolean() }),
    ),
    post_quantum: z.boolean().nullable(),
    alpn: z.array(text).nullable(),
    features: z.record(text, z.union([z.boolean(), text]).nullable()),
    intolerances: z.array(text).describe('The hello shapes that the server cannot stand'),
    incomplete: z
      .array(z.object({ list: text, version, reason, message: text }))
      .describe('The lists that may go on beyond what was found, and why'),
    vulnerabilities: z.record(text, vulnerability),
    not_tested: z.array(text).describe('What the guide asks and nobody tested'),
    grade: z
      .enum([...letters, 'T', 'M'])
      .nullable()
      .describe('T: not trusted, M: another name; null: a category could not be measured'),
    grade_trust_ignored: z.enum(letters).nullable(),
    grade_guide: text.describe('Version of the SSL Server Rating Guide'),
    security_score: score.describe('Never above the band of the grade'),
    scores: z.object({ protocol: score, key_exchange: score, cipher: score }),
    caps: z.array(text).describe('Why the grade is not better, what weighs most first'),
    security_issues: z.array(text),
    mozilla_profile: z.enum(['modern', 'intermediate', 'old', 'none']).nullable(),
    mozilla_version: text,
    mozilla_obstacle: text.nullable().describe('What keeps the next better profile away'),
  })
  .describe('What the server would agree to, and how good that is')
