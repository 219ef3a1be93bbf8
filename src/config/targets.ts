import { createHash } from 'node:crypto'

import { addressFamily, authority, parseAddress } from '../model/address.ts'
import {
  type EndpointTarget,
  endpointId,
  type FileTarget,
  type StartTls,
  type Target,
} from '../model/target.ts'
import { readClientCertificate } from './client-certificate.ts'
import type { ConfigPath } from './document.ts'
import type { CommonSettings, DomainSettings } from './domain-schema.ts'
import { located } from './files.ts'
import type { HostText } from './host-text.ts'
import { type CommonPolicy, policyOf } from './policies.ts'
import { complain, placeOf, type Reading, resolved, type Spot, warnOfLiteral } from './reading.ts'
import { readTrust } from './trust.ts'
import type { WatchlistEntry } from './watchlist.ts'

/** What every entry is read with. */
export interface CommonTarget extends CommonPolicy {
  /** Trust anchors of the whole run. */
  readonly anchors: readonly Uint8Array[]
  /** Why no endpoint may be contacted by this run; `null`: they may. */
  readonly blocked: string | null
  /** What the run says of scans, over whatever the config says. */
  readonly scanning: ScanWish
}

export interface ScanWish {
  /** `null`: as the config has it. */
  readonly scan: 'certificate' | 'tls' | null
  readonly probes: boolean
}

/** The port at which a protocol waits for STARTTLS (IANA's service names). */
const startTlsPorts: Readonly<Record<StartTls, number>> = {
  smtp: 25,
  lmtp: 24,
  imap: 143,
  pop3: 110,
  sieve: 4190,
  ftp: 21,
  ldap: 389,
  xmpp: 5222,
  'xmpp-server': 5269,
  postgres: 5432,
  mysql: 3306,
  nntp: 119,
  irc: 6667,
}

/** Reads one entry of `domains`, or a host from an argument; `undefined` when it names nothing to watch. */
export async function readEntry(
  reading: Reading,
  settings: DomainSettings,
  spot: Spot,
  common: CommonTarget,
): Promise<WatchlistEntry | undefined> {
  contradictions(reading, settings, spot)
  const { domain, file } = settings
  if (file !== undefined) return fileEntry(reading, settings, file, spot ?? [], common)
  if (domain !== undefined) return endpointEntry(reading, settings, domain, spot, common)
  complain(
    reading,
    spot,
    'value',
    'This entry names neither a domain nor a file.',
    'Write "domain:" and a host, or "file:" and a path.',
  )
  return undefined
}

async function endpointEntry(
  reading: Reading,
  settings: DomainSettings,
  domain: HostText,
  spot: Spot,
  common: CommonTarget,
): Promise<WatchlistEntry> {
  const { defaults } = common
  const certificate =
    settings.client_certificate === undefined
      ? { certificate: null }
      : await readClientCertificate(reading, settings.client_certificate, [
          ...(spot ?? []),
          'client_certificate',
        ])
  const core = {
    host: domain.host,
    port: portOf(domain, settings, defaults),
    starttls: settings.starttls ?? null,
    servername: settings.servername ?? null,
    connectTo: settings.connect_to ?? null,
  }
  const hostPort = authority(core.host, core.port)
  const target: EndpointTarget = {
    kind: 'endpoint',
    id: endpointId(core),
    ...(await watched(reading, settings, spot, settings.name ?? hostPort, common)),
    ...core,
    addresses: settings.addresses ?? defaults.addresses ?? 'first',
    // An address is its own choice of version, whatever the defaults prefer for names.
    ipVersion:
      settings.ip_version ??
      (literalAddress(settings) === undefined ? defaults.ip_version : undefined) ??
      'any',
    timeoutMs: Math.round((settings.timeout ?? defaults.timeout ?? 10) * 1000),
    retries: settings.retries ?? defaults.retries ?? 2,
    clientCertificate: 'withheld' in certificate ? null : certificate.certificate,
    ...scanOf(settings, common),
  }
  const names = [core.host, hostPort, domain.written, target.name]
  const blocked = common.blocked ?? ('withheld' in certificate ? withheld(certificate.withheld) : null)
  const runner = settings.runner ?? []
  return { target, policy: policyOf(reading, settings, spot, common, names), blocked, runner }
}

function scanOf(
  settings: DomainSettings,
  { defaults, scanning }: CommonTarget,
): Pick<EndpointTarget, 'scan' | 'probes'> {
  const scan = scanning.scan ?? settings.scan ?? defaults.scan ?? 'tls'
  const probes = scanning.probes || (settings.probes ?? defaults.probes ?? false)
  return { scan, probes: scan === 'tls' && probes }
}

async function fileEntry(
  reading: Reading,
  settings: DomainSettings,
  file: string,
  spot: ConfigPath,
  common: CommonTarget,
): Promise<WatchlistEntry | undefined> {
  warnOfLiteral(reading, settings.password, [...spot, 'password'])
  const password = resolved(reading, settings.password, [...spot, 'password'])
  const content = await located(file, reading.files)
  if (content.kind === 'wrong') {
    complain(reading, [...spot, 'file'], 'value', content.message, content.remedy)
    return undefined
  }
  const path =
    content.kind === 'path'
      ? file
      : `inline-${createHash('sha256').update(content.bytes).digest('hex').slice(0, 16)}`
  const target: FileTarget = {
    kind: 'file',
    id: `file:${path}`,
    ...(await watched(reading, settings, spot, settings.name ?? path, common)),
    path,
    content: content.kind === 'path' ? content : { kind: 'bytes', bytes: content.bytes },
    password: password !== undefined && 'text' in password ? password.text : null,
    domain: settings.domain?.host ?? null,
  }
  const names = [
    target.id,
    path,
    target.name,
    ...(settings.domain === undefined ? [] : [settings.domain.host, settings.domain.written]),
  ]
  const blocked = password !== undefined && 'withheld' in password ? withheld(password.withheld) : null
  return { target, policy: policyOf(reading, settings, spot, common, names), blocked, runner: [] }
}

async function watched(
  reading: Reading,
  settings: DomainSettings,
  spot: Spot,
  name: string,
  { anchors }: CommonTarget,
): Promise<Pick<Target, 'name' | 'source' | 'tags' | 'owner' | 'runbook' | 'trust'>> {
  const trust = await readTrust(reading, settings.trust, spot && [...spot, 'trust'], anchors)
  if (
    !trust.public &&
    trust.anchors.length === 0 &&
    settings.trust?.ca_files === undefined &&
    settings.expect?.spki_sha256 === undefined
  )
    complain(
      reading,
      spot && [...spot, 'trust', 'public'],
      'key',
      '"public: false" leaves nobody to trust.',
      'Write "ca_files" beside it, or pins under "expect".',
    )
  return {
    name,
    source: placeOf(reading, spot, 'value'),
    tags: settings.tags ?? [],
    owner: settings.owner ?? null,
    runbook: settings.runbook ?? null,
    trust,
  }
}

function portOf(domain: HostText, settings: DomainSettings, defaults: CommonSettings): number {
  const written = domain.port ?? settings.port ?? (domain.https ? 443 : undefined) ?? defaults.port
  return written ?? (settings.starttls === undefined ? 443 : startTlsPorts[settings.starttls])
}

function withheld(name: string): string {
  return `needs \${${name}}, which this run does not look up`
}

/** Settings that speak of a connection, and so say nothing about a file. */
const ofEndpoints = [
  'port',
  'timeout',
  'retries',
  'scan',
  'probes',
  'addresses',
  'ip_version',
  'servername',
  'connect_to',
  'starttls',
  'client_certificate',
  'runner',
] as const

function contradictions(reading: Reading, settings: DomainSettings, spot: Spot): void {
  const { domain, port, file, starttls, ip_version: version } = settings
  const say = (key: string, message: string, remedy: string): void =>
    complain(reading, spot && [...spot, key], 'key', message, remedy)
  if (file !== undefined) {
    for (const key of ofEndpoints)
      if (settings[key] !== undefined) say(key, `"${key}" says nothing about a file.`, 'Leave it out.')
    if (domain !== undefined && (domain.port !== null || domain.https))
      say('domain', 'Beside "file", "domain" is a name alone.', `Write "${domain.host}".`)
    return
  }
  if (settings.password !== undefined)
    say('password', '"password" opens a file, and this entry has none.', 'Leave it out, or write "file:".')
  if (domain?.port != null && port !== undefined)
    say('port', `"domain" already holds the port ${domain.port}.`, 'Keep one of the two.')
  if (domain?.https === true && starttls !== undefined)
    say('starttls', '"starttls" contradicts https:// in "domain".', 'Write the host alone as "domain".')
  const address = literalAddress(settings)
  if (
    address !== undefined &&
    version !== undefined &&
    version !== 'any' &&
    addressFamily(address) !== version
  )
    say('ip_version', `"ip_version" ${version} contradicts the address ${address}.`, 'Leave it out.')
}

function literalAddress({ domain, connect_to: connectTo }: DomainSettings): ReturnType<typeof parseAddress> {
  return connectTo ?? (domain === undefined ? undefined : parseAddress(domain.host))
}
