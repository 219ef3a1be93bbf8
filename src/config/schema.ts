import { z } from 'zod'

import { type Severity, severities } from '../model/finding.ts'
import { configLimits } from '../model/limits.ts'
import type { Waiver } from '../model/policy.ts'
import { type RuleId, ruleIds } from '../model/rule-id.ts'
import { enough } from './complaint.ts'
import { type CommonSettings, defaultsSchema, type DomainSettings, entrySchema } from './domain-schema.ts'
import type { HostText } from './host-text.ts'
import { type NotificationSettings, notificationsSchema } from './notifications-schema.ts'
import {
  day,
  flag,
  line,
  list,
  oneOf,
  type ResolverPlace,
  resolverPlace,
  secret,
  url,
  whole,
} from './values.ts'

export interface NetworkSettings {
  readonly concurrency?: number | undefined
  readonly connections_per_host?: number | undefined
  readonly allow_private?: 'auto' | boolean | undefined
  readonly proxy?: string | undefined
}

const network: z.ZodType<NetworkSettings> = z.strictObject(
  {
    concurrency: whole(1, 1024).meta({ default: 64, description: 'Connections at one time' }).optional(),
    connections_per_host: whole(1, 64).meta({ default: 4, description: 'Of these, to one host' }).optional(),
    allow_private: z
      .literal(['auto', true, false], 'auto, true or false')
      .meta({
        default: 'auto',
        description:
          'Whether private addresses may be contacted; auto: yes, but not for a pull request from outside',
      })
      .optional(),
    proxy: secret('an address, as in http://proxy.example:3128')
      .describe('An HTTP proxy that speaks CONNECT, as in http://user:password@host:port')
      .optional(),
  },
  'settings, as in { concurrency: 64 }',
)

const waiver: z.ZodType<Waiver> = z.strictObject(
  {
    rule: line('a rule id, in which * stands for any characters').describe(
      'Rule ids; * stands for any characters',
    ),
    domain: line('a host, host:port or name, in which * stands for any characters').describe(
      'Host, host:port or name; * stands for any characters',
    ),
    reason: line('the reason, in a sentence').describe('Why it is accepted'),
    until: day().describe('The last day of the waiver, as in 2027-03-31'),
  },
  'settings with the keys rule, domain, reason and until',
)

const link = url()

export interface TransparencySettings {
  readonly lookup?: boolean | undefined
  readonly log_list_url?: string | undefined
  readonly search_url?: string | undefined
}

const transparency: z.ZodType<TransparencySettings> = z.strictObject(
  {
    lookup: flag()
      .meta({
        default: false,
        description: 'Whether crt.sh is asked what the logs hold for each domain, and so learns of it',
      })
      .optional(),
    log_list_url: link
      .describe(
        "Where the list of logs is: a mirror of your own, which is believed; else Google's, which is signed",
      )
      .optional(),
    search_url: link.describe('Where that search service is; else https://crt.sh/').optional(),
  },
  'settings, as in { lookup: false }',
)

export interface RevocationSettings {
  readonly enabled?: boolean | undefined
  readonly max_crl_mb?: number | undefined
}

const revocation: z.ZodType<RevocationSettings> = z.strictObject(
  {
    enabled: flag()
      .meta({ default: true, description: 'Whether CRLs and OCSP responders are asked' })
      .optional(),
    max_crl_mb: whole(1, 1000)
      .meta({ default: 25, description: 'The largest CRL that is fetched, in MB' })
      .optional(),
  },
  'settings, as in { enabled: true }',
)

export interface RenewalSettings {
  readonly ari?: boolean | undefined
  readonly directories?: Readonly<Record<string, string>> | undefined
}

const renewal: z.ZodType<RenewalSettings> = z.strictObject(
  {
    ari: flag()
      .meta({
        default: true,
        description: 'Whether CAs that speak ARI are asked when they want a certificate renewed',
      })
      .optional(),
    directories: z
      .record(line('a name'), link, 'addresses by the name of the issuer')
      .meta({
        default: {},
        description:
          'ACME directories by the organisation or common name of the issuer, besides the known ones',
      })
      .optional(),
  },
  'settings, as in { ari: true }',
)

export interface DnsSettings {
  readonly caa?: boolean | undefined
  readonly dane?: boolean | undefined
  readonly resolver?: ResolverPlace | undefined
}

const dns: z.ZodType<DnsSettings> = z.strictObject(
  {
    caa: flag()
      .meta({ default: true, description: 'Whether CAA records are compared with the CA that issued' })
      .optional(),
    dane: flag()
      .meta({ default: true, description: 'Whether TLSA records are compared with what is served' })
      .optional(),
    resolver: resolverPlace()
      .describe("Who is asked for both, as address or address:port; else the system's resolver")
      .optional(),
  },
  'settings, as in { caa: true }',
)

const wanted = 'settings, of which "domains:" and a list of hosts is the first'

/** The config's settings, each with the schema of its value. */
const settings = {
  version: z.literal(1, '1').meta({ default: 1, description: 'Version of this format' }),
  monitor: line('a name', 100).describe(
    'Name of this monitor, under which it remembers; else the path of the config',
  ),
  defaults: defaultsSchema.describe('What holds for every domain that does not say otherwise'),
  domains: domainsOf(entrySchema).describe('What is watched: a host alone, or settings'),
  rules: rulesSchema().meta({
    default: {},
    description: 'Severities that differ from those of RULES.md, by rule id',
  }),
  waivers: list(waiver, '[{ rule: …, domain: …, reason: …, until: 2027-03-31 }]', configLimits.waivers).meta({
    default: [],
    description: 'Findings that are known and accepted until a day',
  }),
  pull_requests: z
    .strictObject(
      {
        gate: oneOf('changed', 'all')
          .meta({
            default: 'changed',
            description:
              'changed: only endpoints that a change adds or alters decide its check; all: every one',
          })
          .optional(),
      },
      'settings, as in { gate: changed }',
    )
    .describe('What decides the check of a pull request'),
  history: z
    .strictObject(
      {
        keep: whole(1, 1000)
          .meta({ default: 50, description: 'Certificates and rotations remembered of each endpoint' })
          .optional(),
      },
      'settings, as in { keep: 50 }',
    )
    .describe('What is remembered between runs'),
  transparency: transparency.describe('How Certificate Transparency is looked at'),
  revocation: revocation.describe('Whether CAs are asked for revoked certificates'),
  renewal: renewal.describe('Whether CAs are asked when to renew'),
  dns: dns.describe('Which DNS records are looked at'),
  report: z
    .strictObject(
      {
        sarif: flag()
          .meta({
            default: false,
            description: 'Also as SARIF, uploaded to code scanning with security-events: write',
          })
          .optional(),
      },
      'settings, as in { sarif: false }',
    )
    .describe('What is written beside JSON and workbook'),
  network: network.describe('How the network is used'),
  notifications: notificationsSchema.describe(
    'Who hears of it, from runs on the default branch and in a terminal',
  ),
  check_interval: whole(1, 31_536_000).meta({
    default: 86_400,
    description:
      'Seconds between runs: the pace of --watch; where written, scheduled runs that come late say so',
  }),
}

/** The config's parts as they are read; a part, or an entry of `domains`, that breaks the schema is `undefined`. */
export interface ConfigSettings {
  readonly monitor?: string | undefined
  readonly defaults?: CommonSettings | undefined
  readonly domains?: readonly (HostText | DomainSettings | undefined)[] | undefined
  readonly rules?: Readonly<Partial<Record<RuleId, Severity | 'off'>>> | undefined
  readonly waivers?: readonly Waiver[] | undefined
  readonly pull_requests?: { readonly gate?: 'changed' | 'all' | undefined } | undefined
  readonly report?: { readonly sarif?: boolean | undefined } | undefined
  readonly history?: { readonly keep?: number | undefined } | undefined
  readonly transparency?: TransparencySettings | undefined
  readonly revocation?: RevocationSettings | undefined
  readonly renewal?: RenewalSettings | undefined
  readonly dns?: DnsSettings | undefined
  readonly network?: NetworkSettings | undefined
  readonly notifications?: NotificationSettings | undefined
  readonly check_interval?: number | undefined
}

/** The settings that an untrusted gate takes from the base: they say what a run may contact. */
export type VouchedSettings = Pick<
  ConfigSettings,
  'network' | 'transparency' | 'revocation' | 'renewal' | 'dns'
> & {
  /** By endpoint id: labels of the runner that reaches it. */
  readonly runners?: ReadonlyMap<string, readonly string[]>
}

/** The schema of the whole config: types, complaints and JSON Schema from one source. */
export const configFileSchema: z.ZodType<ConfigSettings> = z.strictObject(settings, wanted).partial()

/** The same with the entries of `domains` unread: each is read by itself, until there are complaints enough. */
const frameSchema = z.strictObject({ ...settings, domains: domainsOf(z.unknown()) }, wanted).partial()

/**
 * Reads a config's value by the schema. With issues, every part that is sound by itself is still given, so that
 * contradictions inside it can be named in the same go.
 */
export function readSettings(value: unknown): {
  readonly settings: ConfigSettings
  readonly issues: readonly z.core.$ZodIssue[]
} {
  const frame = frameSchema.safeParse(value)
  const written = z.record(z.string(), z.unknown()).catch({}).parse(value)
  const { domains, issues } = readEntries(written['domains'])
  if (frame.success) {
    const { domains: unread, ...others } = frame.data
    return { settings: unread === undefined ? others : { ...others, domains }, issues }
  }
  const parts: ConfigSettings = {
    defaults: settings.defaults.safeParse(written['defaults']).data,
    domains,
    rules: settings.rules.safeParse(written['rules']).data,
    waivers: settings.waivers.safeParse(written['waivers']).data,
    network: settings.network.safeParse(written['network']).data,
    notifications: settings.notifications.safeParse(written['notifications']).data,
  }
  return { settings: parts, issues: [...frame.error.issues, ...issues] }
}

function readEntries(written: unknown): {
  readonly domains: (HostText | DomainSettings | undefined)[]
  readonly issues: z.core.$ZodIssue[]
} {
  const domains: (HostText | DomainSettings | undefined)[] = []
  const issues: z.core.$ZodIssue[] = []
  if (!Array.isArray(written)) return { domains, issues }
  for (const [index, entry] of written.slice(0, configLimits.targets).entries()) {
    const read = entrySchema.safeParse(entry)
    domains.push(read.data)
    if (read.success) continue
    for (const issue of read.error.issues) issues.push({ ...issue, path: ['domains', index, ...issue.path] })
    if (enough(issues)) break
  }
  return { domains, issues }
}

function domainsOf<T>(entry: z.ZodType<T>): z.ZodType<T[]> {
  return z
    .array(entry, 'a list of hosts')
    .max(configLimits.targets, `a list of at most ${configLimits.targets} hosts`)
}

function rulesSchema(): z.ZodType<Partial<Record<RuleId, Severity | 'off'>>> {
  const severity = oneOf(...severities, 'off')
  return z.partialRecord(z.enum(ruleIds), severity, 'severities by rule, as in { protocol/tls1.0: error }')
}
