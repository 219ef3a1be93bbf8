import { z } from 'zod'

import { severities } from '../model/finding.ts'
import { flag, line, list, oneOf, secret, whole } from './values.ts'

const level = oneOf(...severities)
const address = 'a mail address, as in alerts@example.com'

const issues = z.strictObject(
  {
    enabled: flag().optional(),
    mode: oneOf('per-domain', 'per-certificate', 'digest').optional(),
    labels: list(line('a label', 50), '[certificate]').optional(),
    assignees: list(line('a user name', 100), '[octocat]').optional(),
    digest_above: whole(1, 1000).describe('More endpoints than this share one issue').optional(),
  },
  'settings, as in { mode: per-domain }',
)

const webhook = z.strictObject(
  {
    enabled: flag().optional(),
    url: secret('an address, as in ${WEBHOOK_URL}'),
    format: oneOf('generic', 'slack', 'teams').optional(),
    secret: secret('a text, as in ${WEBHOOK_SECRET}').describe('Key of the signature').optional(),
    min_level: level.optional(),
    tags: list(line('a tag', 100), '[shop]').describe('Only targets with one of these tags').optional(),
    include_timestamp: flag().optional(),
    include_source: flag().optional(),
  },
  'settings, as in { url: ${WEBHOOK_URL} }, or a list of them',
)

const email = z.strictObject(
  {
    enabled: flag().optional(),
    smtp_server: secret('a host, as in smtp.example.com'),
    smtp_port: whole(1, 65_535).optional(),
    use_tls: flag().describe('STARTTLS is demanded; on port 465 TLS from the first octet').optional(),
    username: secret('a text').optional(),
    password: secret('a text, as in ${SMTP_PASSWORD}').optional(),
    from_address: secret(address),
    to_addresses: list(secret(address), '[admin@example.com]'),
    per_endpoint: flag().optional(),
  },
  'settings, as in { smtp_server: smtp.example.com, from_address: …, to_addresses: [ … ] }',
)

/** Schema of `notifications`. */
export const notificationsSchema: z.ZodType = z.strictObject(
  {
    min_level: level.describe('The mildest severity that is announced (warning)').optional(),
    remind_days: whole(1, 365).describe('Days after which an open trouble is announced again (7)').optional(),
    heartbeat_url: secret('an address, as in ${HEARTBEAT_URL}').describe('Hears from every run').optional(),
    issues: issues.optional(),
    webhook: z
      .union([webhook, z.array(webhook)], 'settings, as in { url: ${WEBHOOK_URL} }, or a list of them')
      .optional(),
    email: email.optional(),
  },
  'settings, as in { min_level: warning }',
)
