import { z } from 'zod'

import type { CertificateJson } from '../report-json.ts'
import { count, fingerprint, name, text, time } from './words.ts'

const link = z.object({
  subject: name,
  issuer: name,
  serial_number: text,
  not_before: time.nullable(),
  not_after: time.nullable(),
  key: z.object({ type: text, bits: count.nullable(), curve: text.nullable() }),
  signature_algorithm: text,
  fingerprint_sha256: fingerprint,
})

const transparency = z.object({
  compliant: z
    .boolean()
    .nullable()
    .describe('By the policies of Chrome and of Apple; null: too little is known, or it has expired'),
  scts: z.array(
    z.object({
      log: text.nullable(),
      operator: text.nullable(),
      timestamp: time,
      source: text.describe('embedded, tls or ocsp'),
      valid: z.boolean().nullable().describe('Whether the log signed it; null: log or issuer unknown'),
    }),
  ),
  logged: z
    .object({
      found: z.boolean(),
      entries: count,
      first: z
        .object({
          id: z.int(),
          issuer_name: text,
          not_before: time.nullable(),
          not_after: time.nullable(),
        })
        .nullable(),
      newest_undeployed: text
        .nullable()
        .describe('Serial number of a newer one of the same CA and names that is not served'),
      other_names: z.array(text).describe('Of the same domain, and watched by nobody here'),
    })
    .nullable()
    .describe('What a search in the logs found; null: nobody searched, or the search failed'),
})

const revocation = z.object({
  status: z.enum(['good', 'revoked', 'unknown']),
  method: text.nullable().describe('staple, crl or ocsp'),
  checked_at: time.nullable().describe('When the CA knew it to be so (thisUpdate)'),
  stapled: z.boolean().nullable(),
})

/** `certificates[]` of a result. */
export const certificate: z.ZodType<CertificateJson> = link
  .extend({
    version: z.int(),
    lifetime_days: z.number().nullable().describe('notBefore through notAfter inclusive, not rounded'),
    alternative_names: z.array(text).describe('Subject alternative names, without a type prefix'),
    spki_sha256: text.describe('Base64 of SHA-256 over the SubjectPublicKeyInfo: what a pin holds'),
    key_usage: z.array(text).nullable().describe('null: the extension is absent, every use is allowed'),
    extended_key_usage: z.array(text).nullable().describe('null: the extension is absent'),
    validation: z.enum(['dv', 'ov', 'ev', 'iv']).nullable(),
    must_staple: z.boolean(),
    ocsp_urls: z.array(text),
    crl_urls: z.array(text),
    ca_issuer_urls: z.array(text),
    chain: z.array(link).describe('As sent, leaf first; of several chains the one trusted least'),
    trust: z
      .object({
        trusted: z.boolean().nullable(),
        reason: text.nullable().describe('Why not: self-signed, unknown-root, issuer-missing, invalid, …'),
        anchor: text.nullable().describe('Name of the root the best path ends in'),
        store: z.enum(['public', 'custom', 'pin']).nullable().describe('What the trust rests on'),
      })
      .describe("Judged at run.judged_at, the leaf's own dates left aside"),
    hostname: z.object({ matches: z.boolean().nullable(), matched_name: text.nullable() }),
    transparency: transparency.nullable().describe('null: below no public root, where nobody demands it'),
    revocation: revocation.nullable().describe('null: nobody was asked'),
  })
  .describe('One distinct leaf that the endpoint served')
