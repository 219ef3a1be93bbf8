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
  port: whole(1, 65_535).describe("TCP port (443; with starttls the protocol's own)").optional(),
  warning_days: days()
    .describe('Days before the end at which a warning begins; auto: a quarter of the lifetime, at most 30')
    .optional(),
  critical_days: days()
    .describe(
      'Days before the end at which the warning becomes an error; auto: a tenth of the lifetime, at most 14',
    )
    .optional(),
  timeout: number(0.1, 600).describe('Seconds for one connection, STARTTLS included (10)').optional(),
  retries: whole(0, 10).describe('How often a host that does not answer is asked again (2)').optional(),
  scan: oneOf('certificate', 'tls')
    .describe('certificate: what one handshake shows; tls: every version and cipher suite, too (tls)')
    .optional(),
  probes: flag().describe('With scan: tls, also the active vulnerability probes (false)').optional(),
  check_chain: flag().describe('false silences the rules about chain and trust (true)').optional(),
  verify_hostname: flag().describe('false silences certificate/hostname (true)').optional(),
  addresses: oneOf('first', 'all')
    .describe('first: the first address that answers; all: every address of the name (first)')
    .optional(),
  ip_version: z.literal(['any', 4, 6], 'any, 4 or 6').describe('Which addresses are asked (any)').optional(),
}

const path = 'the path of a file, relative to this one'

const trust: z.ZodType<TrustSettings> = z.strictObject(
  {
    ca_files: list(z.string(path), '[ca.pem]')
      .describe('PEM or DER files with your own trust anchors')
      .optional(),
    public: flag().describe('Whether public roots count, too (true)').optional(),
  },
  'settings, as in { ca_files: [ca.pem] }',
)

const clientCertificate: z.ZodType<ClientCertificateSettings> = z.strictObject(
  {
    cert: secret(path).describe('PEM file of the certificate, chain included').optional(),
    key: secret(path).describe('PEM file of its key').optional(),
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
      .describe('The whole organisation or common name of the issuer')
      .optional(),
    spki_sha256: list(pin(), '["base64…"]')
      .describe('Pins: base64 of SHA-256 over the public key')
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
    name: line('a name').describe('What reports call it').optional(),
    domain: hostText()
      .describe('host, host:port, [address]:port or an https URL; beside "file" the name it must be good for')
      .optional(),
    file: z.string(path).min(1, path).describe('A certificate file: PEM, DER, PKCS#7 or PKCS#12').optional(),
    password: secret('a text, as in ${PASSWORD}').describe('Opens the PKCS#12 file').optional(),
    ...common,
    servername: servername()
      .describe('The name sent as SNI and verified, where it differs from the domain')
      .optional(),
    connect_to: address().describe('The address to connect to, where it differs from DNS').optional(),
    starttls: oneOf(...startTlsProtocols)
      .describe('The protocol that is asked to begin TLS')
      .optional(),
    trust: trust.optional(),
    client_certificate: clientCertificate.optional(),
    expect: expect.optional(),
    tags: list(line('a tag', 100), '[public, shop]').optional(),
    runner: list(line('a label', 100), '[self-hosted, dmz]')
      .describe('Labels of the runner that can reach it')
      .optional(),
    owner: line('a name, as in "@org/web-team"').optional(),
    runbook: url().describe('Where it is written what to do').optional(),
  },
  'a host, or settings that begin with "domain:" or "file:"',
)

/** Schema of one entry of `domains`: a host alone, or the long form. */
export const entrySchema: z.ZodType<HostText | DomainSettings> = z.union(
  [hostText(), domainSchema],
  'a host, or settings that begin with "domain:" or "file:"',
)
