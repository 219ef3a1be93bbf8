import { z } from 'zod'

import type { IpAddress } from '../model/address.ts'
import type { Hostname } from '../model/hostname.ts'
import { type StartTls, startTlsProtocols } from '../model/target.ts'
import type { HostText } from './host-text.ts'
import {
  address,
  days,
  flag,
  hostText,
  line,
  list,
  number,
  oneOf,
  pin,
  secret,
  servername,
  url,
  whole,
} from './values.ts'

/** What may stand under `defaults`, and on each domain. */
export interface CommonSettings {
  readonly port?: number | undefined
  readonly warning_days?: number | 'auto' | undefined
  readonly critical_days?: number | 'auto' | undefined
  readonly timeout?: number | undefined
  readonly retries?: number | undefined
  readonly scan?: 'certificate' | 'tls' | undefined
  readonly probes?: boolean | undefined
  readonly check_chain?: boolean | undefined
  readonly verify_hostname?: boolean | undefined
  readonly addresses?: 'first' | 'all' | undefined
  readonly ip_version?: 'any' | 4 | 6 | undefined
}

export interface ClientCertificateSettings {
  readonly cert?: string | undefined
  readonly key?: string | undefined
  readonly pfx?: string | undefined
  readonly passphrase?: string | undefined
}

export interface TrustSettings {
  readonly ca_files?: readonly string[] | undefined
  readonly public?: boolean | undefined
}

export interface DomainSettings extends CommonSettings {
  readonly name?: string | undefined
  readonly domain?: HostText | undefined
  readonly file?: string | undefined
  readonly password?: string | undefined
  readonly servername?: Hostname | undefined
  readonly connect_to?: IpAddress | undefined
  readonly starttls?: StartTls | undefined
  readonly trust?: TrustSettings | undefined
  readonly client_certificate?: ClientCertificateSettings | undefined
  readonly expect?:
    | { readonly issuer?: string | undefined; readonly spki_sha256?: readonly string[] | undefined }
    | undefined
  readonly tags?: readonly string[] | undefined
  readonly runner?: readonly string[] | undefined
  readonly owner?: string | undefined
  readonly runbook?: string | undefined
}

const common = {
  port: whole(1, 65_535)
    .meta({ default: 443, description: "TCP port; with starttls the protocol's own" })
    .optional(),
  warning_days: days()
    .meta({
      default: 'auto',
      description:
        'Days before the end at which a warning begins; auto: a quarter of the lifetime, at most 30',
    })
    .optional(),
  critical_days: days()
    .meta({
      default: 'auto',
      description:
        'Days before the end at which the warning becomes an error; auto: a tenth of the lifetime, at most 14, never above warning_days',
    })
    .optional(),
  timeout: number(0.1, 600)
    .meta({
      default: 10,
      description: 'Seconds for one connection, from connect to the last octet, STARTTLS included',
    })
    .optional(),
  retries: whole(0, 10)
    .meta({
      default: 2,
      description: 'How often a host that does not answer is asked again, with growing pauses',
    })
    .optional(),
  scan: oneOf('certificate', 'tls')
    .meta({
      default: 'tls',
      description:
        'certificate: what a handshake or two show; tls: also every version, cipher suite and group, with a grade',
    })
    .optional(),
  probes: flag()
    .meta({ default: false, description: 'With scan: tls, also the active vulnerability probes' })
    .optional(),
  check_chain: flag()
    .meta({
      default: true,
      description: 'false silences chain/*, certificate/untrusted and certificate/self-signed',
    })
    .optional(),
  verify_hostname: flag()
    .meta({ default: true, description: 'false silences certificate/hostname' })
    .optional(),
  addresses: oneOf('first', 'all')
    .meta({
      default: 'first',
      description: 'first: the first address that answers; all: every address of the name',
    })
    .optional(),
  ip_version: z
    .literal(['any', 4, 6], 'any, 4 or 6')
    .meta({ default: 'any', description: 'Which addresses are asked: all, IPv4 or IPv6 alone' })
    .optional(),
}

const path = 'the path of a file, relative to this one'

const trust: z.ZodType<TrustSettings> = z.strictObject(
  {
    ca_files: list(z.string(path), '[ca.pem]')
      .meta({ default: [], description: 'PEM or DER files with trust anchors of your own' })
      .optional(),
    public: flag().meta({ default: true, description: 'Whether public roots count, too' }).optional(),
  },
  'settings, as in { ca_files: [ca.pem] }',
)

const clientCertificate: z.ZodType<ClientCertificateSettings> = z.strictObject(
  {
    cert: secret(path).describe('PEM file of the certificate, chain included; goes with key').optional(),
    key: secret(path).describe('PEM file of its private key; goes with cert').optional(),
    pfx: secret(path).describe('PKCS#12 file, in place of cert and key').optional(),
    passphrase: secret('a text, as in ${PASSPHRASE}')
      .describe('Opens the key or the PKCS#12 file')
      .optional(),
  },
  'settings, as in { cert: client.pem, key: client.key }',
)

const expect = z.strictObject(
  {
    issuer: line('the name of an organisation')
      .describe('The whole organisation or common name that the issuer must have, ignoring case')
      .optional(),
    spki_sha256: list(pin(), '["base64…"]')
      .meta({
        default: [],
        description:
          'Pins, base64 of SHA-256 over the public key: a certificate with such a key is trusted, no other is',
      })
      .optional(),
  },
  'settings, as in { issuer: "Let\'s Encrypt" }',
)

/** Schema of `defaults`. */
export const defaultsSchema: z.ZodType<CommonSettings> = z.strictObject(
  common,
  'settings, as in { warning_days: 45 }',
)

/** Schema of one entry of `domains` in its long form; contradictions between keys are for `targets.ts` to find. */
const domainSchema: z.ZodType<DomainSettings> = z.strictObject(
  {
    name: line('a name').describe('What reports call it; else host and port').optional(),
    domain: hostText()
      .describe('host, host:port, [address]:port or an https URL; beside "file" the name it must be good for')
      .optional(),
    file: z
      .string(path)
      .min(1, path)
      .describe('In place of a host: a certificate file, as PEM, DER, PKCS#7 or PKCS#12')
      .optional(),
    password: secret('a text, as in ${PASSWORD}').describe('Opens the PKCS#12 file').optional(),
    ...common,
    servername: servername()
      .describe('The name sent as SNI and verified, where it differs from the domain')
      .optional(),
    connect_to: address().describe('The address to connect to, where it differs from DNS').optional(),
    starttls: oneOf(...startTlsProtocols)
      .describe('The protocol that is spoken until TLS begins')
      .optional(),
    trust: trust.describe('Which roots its chain may end in').optional(),
    client_certificate: clientCertificate.describe('What is shown to a host that asks who we are').optional(),
    expect: expect.describe('What its certificate must be like').optional(),
    tags: list(line('a tag', 100), '[public, shop]')
      .meta({
        default: [],
        description: 'Words of your own; repeated in reports, and a webhook can go by them',
      })
      .optional(),
    runner: list(line('a label', 100), '[self-hosted, dmz]')
      .meta({
        default: [],
        description:
          'Labels of the runner that can reach it: for fleets, within allowed-runners of the workflow',
      })
      .optional(),
    owner: line('a name, as in "@org/web-team"')
      .describe('Whose it is; repeated in reports, issues and messages')
      .optional(),
    runbook: url()
      .describe('Where it is written what to do; repeated in reports, issues and messages')
      .optional(),
  },
  'a host, or settings that begin with "domain:" or "file:"',
)

/** Schema of one entry of `domains`: a host alone, or the long form. */
export const entrySchema: z.ZodType<HostText | DomainSettings> = z.union(
  [hostText(), domainSchema],
  'a host, or settings that begin with "domain:" or "file:"',
)
