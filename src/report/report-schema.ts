import { z } from 'zod'

import { reasons } from '../model/answer.ts'
import { changeTypes, rotationKinds } from '../model/change.ts'
import { severities } from '../model/finding.ts'
import { letters } from '../model/grade.ts'
import { tlsVersions } from '../model/observation.ts'
import type { ReportJson } from './report-json.ts'

const time = z.iso.datetime().meta({ id: 'Time', description: 'ISO 8601 in UTC, ending in Z' })
const hash = z.string().regex(/^[0-9a-f]{64}$/u)
const fingerprint = hash.describe('SHA-256 of the certificate in DER, lower-case hex without colons')
const text = z.string()
const count = z.int().min(0)
const name = z
  .record(text, text)
  .meta({ id: 'Name', description: 'Attributes by their X.520 names; the most specific of several' })

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

const certificate = link
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

const version = z.enum(tlsVersions)
const reason = z.enum(reasons)
const suite = z.object({
  id: text.regex(/^0x[0-9a-f]{4}([0-9a-f]{2})?$/u),
  name: text.describe("IANA's name"),
  openssl: text.nullable(),
  bits: count.nullable().describe('Effective strength'),
  strength: z.enum(['secure', 'weak', 'insecure']).nullable(),
})
const vulnerability = z.object({ vulnerable: z.boolean().nullable(), evidence: text })
const score = z.number().min(0).max(100).nullable()

const tls = z
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

const changed = z.union([text, z.array(text)])
const change = z.object({
  type: z.enum(changeTypes),
  old: changed.describe('Times in ISO 8601; a list for names and cipher_suites'),
  new: changed,
})
const rotation = z.object({
  kind: z.enum(rotationKinds).describe('Compared with the leaf of the same key type: the first that fits'),
  at: time.describe('When a run noticed it'),
  previous_fingerprint: fingerprint,
  days_before_expiry: z.number().nullable().describe('Of the previous leaf; negative: it had expired'),
})
const history = z.object({
  first_seen: time
    .nullable()
    .describe('When a certificate was first seen here, as far as it is remembered; null: not yet'),
  unchanged_since: time
    .nullable()
    .describe('Since when the same is served; null at first sight and while nobody answers'),
  words: text.describe('Such as first seen, unchanged since 3 May 2026, renewed 21 days before expiry'),
})

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
    protocol: version.nullable(),
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
