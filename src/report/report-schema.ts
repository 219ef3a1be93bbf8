import { z } from 'zod'

import { severities } from '../model/finding.ts'
import { tlsVersions } from '../model/observation.ts'
import type { ReportJson } from './report-json.ts'
import { certificate } from './schema/certificate.ts'
import { change, history, rotation } from './schema/past.ts'
import { tls } from './schema/tls.ts'
import { count, fingerprint, reason, text, time } from './schema/words.ts'

const evidence = z.record(text, z.json()).describe('What the sentence rests on')
const finding = z
  .object({
    rule: text.describe('Stable id of the rule, such as certificate/expiry'),
    severity: z.enum(severities),
    message: text.describe('One sentence: what happened, in numbers'),
    fix: text.describe('The concrete next step'),
    reference: text.describe('Where the rule is explained'),
    evidence,
    key: text.describe('Rule and endpoint: stable between runs'),
    since: time.nullable().describe('When it was first seen; null without a history'),
    waived_until: time.nullable().describe('A waived finding counts for nothing until then'),
  })
  .meta({ id: 'Finding', description: 'One sentence about one endpoint, or about the run' })

const result = z
  .object({
    id: text.describe('host:port, then +starttls, /servername, @connect_to where given; or file:path'),
    kind: z.enum(['endpoint', 'file']),
    source: z.object({ file: text, line: count, column: count }).nullable(),
    timestamp: time,
    name: text,
    domain: text.nullable(),
    port: count.max(65_535).nullable(),
    addresses: z.array(
      z.object({
        address: text.nullable().describe('null: a proxy reached it, and only the proxy knows'),
        answered: z.boolean().nullable().describe('null: the address was not asked'),
        reason: reason.nullable(),
        fingerprint_sha256: fingerprint.nullable(),
      }),
    ),
    servername: text.nullable(),
    starttls: text.nullable(),
    tags: z.array(text),
    owner: text.nullable(),
    runbook: text.nullable(),
    status: z.enum(['success', 'warning', 'error']).describe('The worst severity that is not waived'),
    demoted: z
      .boolean()
      .describe('Whether a gate made notices of graver findings: then success is not health'),
    message: text,
    response_time: z.number().min(0).describe('Seconds'),
    days_until_expiration: z.number().nullable().describe('Not rounded; negative once expired'),
    not_before: time.nullable(),
    not_after: time.nullable(),
    issuer: text.nullable(),
    subject_name: text.nullable().describe('Common name, else the first alternative name'),
    serial_number: text.nullable(),
    fingerprint_sha256: fingerprint.nullable(),
    protocol: z.enum(tlsVersions).nullable(),
    cipher: z
      .tuple([text, text, count.nullable()])
      .nullable()
      .describe("OpenSSL's name, protocol, bits: what an ordinary client negotiated"),
    certificates: z.array(certificate).describe('The leaf that expires first stands at the head'),
    tls: tls.nullable().describe('null when only the certificate was looked at, or the scan did not succeed'),
    changes: z
      .array(change)
      .describe('Against the run before; an endpoint that did not answer has at most its status changed'),
    rotation: rotation
      .nullable()
      .describe('Noticed by this run: that of the leaf that expires first, else any other'),
    rotations: z.array(rotation).describe('Of this run and those remembered, newest first'),
    history,
    findings: z.array(finding).describe('Worst first'),
  })
  .describe('One endpoint or file')

const report: z.ZodType<ReportJson> = z
  .object({
    schema_version: z.literal('1.0'),
    generator: z.object({
      name: text,
      version: text,
      node: text,
      openssl: text,
      trust_store: z.object({ name: text, roots: count, sha256: text }),
    }),
    run: z.object({
      id: text.nullable(),
      url: text.nullable(),
      event: text.nullable(),
      ref: text.nullable(),
      sha: text.nullable(),
      monitor: text,
      config: z.object({ path: text, sha256: text }).nullable(),
      judged_at: time.describe('The clock used for judging: another than the run ended at under --now'),
    }),
    summary: z.object({
      timestamp: time.describe('When the run ended'),
      duration_seconds: z.number().min(0),
      total_domains: count.describe('The length of results'),
      status_counts: z.object({ success: count, warning: count, error: count }),
      demoted: z
        .object({ findings: count, endpoints: count })
        .nullable()
        .describe('What a gate made notices, as no matter of the change under review; null: nothing'),
      expiration_summary: z
        .object({
          expired: count,
          expires_within_30_days: count,
          expires_within_90_days: count.describe('After more than 30 days, up to 90'),
          expires_after_90_days: count,
          unknown: count,
        })
        .describe('Each result is counted once'),
      changed_certificates: count
        .nullable()
        .describe('Results with a rotation; null without a history to compare with'),
      by_issuer: z
        .record(text, count)
        .describe('Results by the organisation, else common name, of the issuer'),
      by_grade: z.record(text, count).describe('Best first; results without a grade are not counted'),
      connections: count.describe('TCP connections made to endpoints'),
    }),
    findings: z.array(finding).describe('About the run itself'),
    results: z.array(result).describe('Worst first, then soonest expiry'),
    errors: z
      .array(
        z.object({
          id: text,
          domain: text.nullable(),
          port: count.nullable(),
          reason,
          message: text,
        }),
      )
      .describe('The results with no certificate, again'),
  })
  .describe('Report of certificate-monitor. Unknown is null. Readers ignore keys they do not know.')

/** JSON Schema 2020-12 of `ReportJson`. It allows keys it does not name: later minor versions add some. */
export function reportSchema(): object {
  return z.toJSONSchema(report, { target: 'draft-2020-12', io: 'input' })
}
