import { z } from 'zod'

import { rotationKinds } from '../model/change.ts'
import { severities } from '../model/finding.ts'
import { shownLetters } from '../model/grade.ts'
import { historyLimits } from '../model/limits.ts'
import { tlsVersions } from '../model/observation.ts'
import { forms } from './memory-form.ts'
import type { MemoryJson, MonitorJson } from './memory-json.ts'

const text = z.string().max(historyLimits.characters)
const time = z.string().regex(forms.time).describe('ISO 8601, UTC')
const fingerprint = z.string().regex(forms.sha256).describe('SHA-256 of the DER, lower-case hex')

const certificate = z.object({
  sha256: fingerprint,
  spki_sha256: z.string().regex(forms.spkiSha256).describe('Base64 of SHA-256 over the public key'),
  key_type: text.describe('Leaves are compared with those of the same key type'),
  key: text.describe('Kind and size, as in EC P-256'),
  subject: text,
  issuer: text.describe('Common name, else organisation'),
  issuer_organisation: text.describe('Organisation, else common name'),
  serial: text.describe('Lower-case hex'),
  not_before: time.nullable(),
  not_after: time.nullable(),
  names: z
    .array(z.string().max(historyLimits.nameCharacters))
    .max(historyLimits.names)
    .describe('Subject alternative names; cut short for leaves of the past'),
  first_seen: time,
  last_seen: time,
})

const rotation = z.object({
  kind: z.enum(rotationKinds),
  at: time.describe('When a run noticed it'),
  previous: fingerprint,
  current: fingerprint,
  days_before_expiry: z.number().nullable().describe('Negative when the previous leaf had expired'),
})

const state = z.object({
  status: z.enum(['success', 'warning', 'error']),
  from: time,
  to: time,
  message: text,
})

const toldRule = z.object({ rule: text, severity: z.enum(severities) })

const missed = toldRule.extend({
  message: text,
  fix: text,
  reference: z.string().regex(forms.reference),
  at: time,
})

const told = z.object({
  channel: text.describe('Where messages go, under a name that holds no secret'),
  status: z.enum(['success', 'warning', 'error']).describe('As far as the channel has heard'),
  rules: z
    .array(toldRule)
    .max(historyLimits.entries)
    .describe('Findings it has heard of that may still be on'),
  at: time.describe('When it last heard how things stand'),
  since: time.nullable().describe('When the trouble began'),
  missed: z.array(missed).max(historyLimits.entries).describe('Changes whose message did not arrive'),
})

const issue = z.object({
  number: z.int().min(1).nullable().describe('None for an issue that could not be opened yet'),
  key: z
    .string()
    .max(historyLimits.keyCharacters)
    .describe('What the issue is about; endpoints may share one'),
  state: z
    .enum(['open', 'closed', 'acknowledged'])
    .describe('Acknowledged: closed by somebody else while the trouble lasts'),
  rules: z
    .array(toldRule)
    .max(historyLimits.entries)
    .describe('Findings it has told of that may still be on'),
  missed: z.array(missed).max(historyLimits.entries).describe('Changes it tells of'),
})

const lastAnswer = z.object({
  protocol: text.nullable(),
  suite: text.nullable().describe('IANA name'),
  chain: z.array(fingerprint).max(historyLimits.chain).describe('What was sent above the leaf'),
})

const lastScan = z.object({
  versions: z.array(z.enum(tlsVersions)).describe('Oldest first'),
  suites: z.array(text).max(historyLimits.suites).describe('IANA names'),
  grade: z.enum(shownLetters).nullable(),
})

const heard = z.object({
  issuers: z
    .array(text)
    .max(historyLimits.entries)
    .nullable()
    .describe('Of certificates for the host that stood in the logs when they were first searched'),
  windows: z
    .array(z.object({ sha256: fingerprint, start: time, end: time }))
    .max(historyLimits.entries)
    .describe('In which the CA first wished each leaf to be renewed'),
})

/** A memory file. The reader is written by hand, for speed; tests hold the two together. */
export const memorySchema: z.ZodType<MemoryJson> = z.object({
  schema_version: z.string().regex(forms.version).describe('A newer major version is left alone'),
  id: z.string().max(historyLimits.idCharacters).describe('The endpoint'),
  settled: z.array(fingerprint).describe('The leaves that later ones are compared with'),
  last_answer: lastAnswer.nullable().describe('What an ordinary client was last answered with'),
  last_scan: lastScan.nullable().default(null).describe('What the last complete scan found'),
  certificates: z.array(certificate).describe('Newest last'),
  rotations: z.array(rotation).describe('Newest last'),
  states: z.array(state).max(historyLimits.entries).describe('Periods of one status, newest last'),
  troubles: z
    .array(z.object({ rule: text, since: time }))
    .max(historyLimits.entries)
    .describe('Findings of the last run'),
  told: z
    .array(told)
    .max(historyLimits.entries)
    .default([])
    .describe('What each channel of messages has heard'),
  issue: issue.nullable().default(null).describe('The GitHub issue that tells of the endpoint'),
  heard: heard.default({ issuers: null, windows: [] }).describe('What logs and CAs said'),
})

/** The file beside those of the endpoints, read by hand likewise. */
export const monitorSchema: z.ZodType<MonitorJson> = z.object({
  schema_version: z.string().regex(forms.version).describe('A newer major version is left alone'),
  undelivered: z
    .array(z.object({ channel: text.describe('For people'), at: time, reason: text }))
    .max(historyLimits.entries)
    .describe('Messages of the last run that told people, as far as they did not arrive'),
  outages: z
    .array(z.object({ channel: text, since: time, at: time.describe('When it last heard of it') }))
    .max(historyLimits.entries)
    .describe('What each channel has heard of endpoints that fail together, while it lasts'),
})

/** The JSON Schema (2020-12) of every file of a history; additional keys are allowed. */
export function historySchema(): object {
  const file = z.union([
    memorySchema.describe('What is remembered of one endpoint'),
    monitorSchema.describe('monitor.json: what is remembered of the monitor itself'),
  ])
  const schema = z.toJSONSchema(file, { io: 'input' })
  return { ...schema, title: 'A file in the history of certificate-monitor' }
}
