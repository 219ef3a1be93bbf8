import { dirname } from 'node:path'

import { configLimits } from '../model/limits.ts'
import { ConfigError, enough, inOrder } from './complaint.ts'
import { type ConfigFile, readConfigText, startOf } from './config-text.ts'
import type { DomainSettings } from './domain-schema.ts'
import { contentOf, type Fetch, type Files } from './files.ts'
import { type HostText, parseHostText } from './host-text.ts'
import { readInquiries } from './inquiries.ts'
import { readNetwork } from './network.ts'
import { readNotifications } from './notifications.ts'
import { checkThresholds, readSeverities, readWaivers } from './policies.ts'
import { complain, type Reading } from './reading.ts'
import { schemaComplaints } from './schema-complaints.ts'
import { type ConfigSettings, readSettings, type VouchedSettings } from './schema.ts'
import { lookupIn } from './secrets.ts'
import { shortLists } from './short-lists.ts'
import { type CommonTarget, readEntry } from './targets.ts'
import { readAnchors } from './trust.ts'
import type { Watchlist, WatchlistEntry } from './watchlist.ts'

/** What a door asks the configuration for. */
export interface ConfigRequest {
  /** `null`: no config file, hosts stand alone. */
  readonly path: string | null
  /** From arguments or the input `domains`; they add to the config. */
  readonly hosts: readonly string[]
  /** Overrides the config. */
  readonly scan: 'certificate' | 'tls' | null
  readonly probes: boolean
  /** Paths of trust anchors for the whole run, relative to the working directory. */
  readonly anchors: readonly string[]
  /** The workspace in a runner: every path must lie inside it once symbolic links are resolved. */
  readonly root: string | null
  /** The input `env`, or --secrets; looked up before the environment. */
  readonly secrets: ReadonlyMap<string, string>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What this run will use; what it will not use is never looked up. */
  readonly resolve: { readonly targets: boolean; readonly notifications: boolean }
  /** A gate for somebody else's change: nothing is looked up, no private address contacted, and no TLS scanned. */
  readonly untrusted: boolean
  /** What the base says where an untrusted gate takes no stranger's word; `null`: no base is known. */
  readonly vouched: VouchedSettings | null
}

/** Reads the config and the hosts into what is to be watched. Throws a ConfigError with all complaints. */
export async function readConfig(request: ConfigRequest): Promise<Watchlist> {
  return (await readAll(request, null)).watchlist
}

/** What was read, and beside it how it was written. */
interface Written {
  readonly watchlist: Watchlist
  readonly settings: ConfigSettings
  /** By endpoint id. */
  readonly entries: Entries
  readonly files: Files
}
type Entries = ReadonlyMap<string, { readonly entry: WatchlistEntry; readonly written: DomainSettings }>

/** The same from the disk or from elsewhere, with what was written. */
export async function readAll(request: ConfigRequest, fetch: Fetch | null): Promise<Written> {
  const { root } = request
  const config = request.path === null ? null : await readFile(request.path, { root, fetch })
  const { value, complaints } = config === null ? { value: {}, complaints: [] } : shortLists(config)
  const { settings, issues } = readSettings(value)
  const folder = request.path === null ? '.' : dirname(request.path)
  const files: Files = { folder, root, fetch, read: new Map() }
  const reading: Reading = {
    document: config,
    files,
    lookup:
      request.resolve.targets && !request.untrusted ? lookupIn(request.secrets, request.environment) : null,
    complaints: config === null ? [] : [...complaints, ...schemaComplaints(issues, config)],
    warnings: [],
    trusts: new Map(),
  }
  const { network, blocked } = readNetwork(reading, settings.network, request)
  const common = await readCommon(reading, settings, request, blocked)
  const entries = await readEntries(reading, settings, request.hosts, common)
  const notifications = readNotifications(
    { ...reading, lookup: request.resolve.notifications ? reading.lookup : null },
    settings.notifications,
    // Of entries that were complained about the tags are not known.
    reading.complaints.length > 0
      ? null
      : new Set([...entries.values()].flatMap(({ entry }) => entry.target.tags)),
  )
  if (reading.complaints.length > 0) throw new ConfigError(inOrder(reading.complaints))
  const watchlist: Watchlist = {
    monitor: settings.monitor ?? request.path ?? 'domains',
    entries: Array.from(entries.values(), ({ entry }) =>
      // A stranger's change chooses no runner of ours: what the base watches already is reached as the base says.
      request.untrusted ? { ...entry, runner: request.vouched?.runners?.get(entry.target.id) ?? [] } : entry,
    ),
    network,
    inquiries: readInquiries(settings, request),
    waivers: common.waivers,
    severities: common.severities,
    keepCertificates: settings.history?.keep ?? 50,
    checkIntervalSeconds: settings.check_interval ?? 86_400,
    intervalWritten: settings.check_interval !== undefined,
    gate: settings.pull_requests?.gate ?? 'changed',
    sarif: settings.report?.sarif ?? false,
    notifications: request.resolve.notifications ? notifications : null,
    config: config === null || request.path === null ? null : { path: request.path, sha256: config.sha256 },
    warnings: inOrder(reading.warnings),
  }
  return { watchlist, settings, entries, files }
}

async function readFile(path: string, from: Pick<Files, 'root' | 'fetch'>): Promise<ConfigFile> {
  const content = await contentOf(path, { ...from, folder: '.', read: new Map() }, configLimits.configBytes)
  if (content.kind === 'bytes') return readConfigText(content.bytes, path)
  const { message, remedy } =
    content.kind === 'wrong' ? content : { message: 'This is not a config.', remedy: '' }
  throw new ConfigError([{ place: startOf(path), message, remedy }])
}

async function readCommon(
  reading: Reading,
  settings: ConfigSettings,
  request: ConfigRequest,
  blocked: string | null,
): Promise<CommonTarget> {
  const defaults = settings.defaults ?? {}
  checkThresholds(reading, defaults.warning_days, defaults.critical_days, ['defaults', 'critical_days'])
  const here: Reading = { ...reading, files: { ...reading.files, folder: '.' } }
  return {
    defaults,
    severities: readSeverities(settings.rules),
    waivers: readWaivers(reading, settings.waivers),
    anchors: await readAnchors(here, request.anchors, () => null),
    blocked,
    // Somebody else's change may have a certificate looked at, and no more.
    scanning: request.untrusted ? { scan: 'certificate', probes: false } : request,
  }
}

async function readEntries(
  reading: Reading,
  settings: ConfigSettings,
  hosts: readonly string[],
  common: CommonTarget,
): Promise<Entries> {
  const entries = new Map<string, { readonly entry: WatchlistEntry; readonly written: DomainSettings }>()
  for (const [index, written] of (settings.domains ?? []).entries()) {
    if (enough(reading.complaints)) break
    if (written === undefined) continue
    const long = longForm(written)
    const entry = await readEntry(reading, long, ['domains', index], common)
    const first = entry && entries.get(entry.target.id)
    if (first !== undefined) complainOfTwins(reading, first.entry, index)
    else if (entry !== undefined) entries.set(entry.target.id, { entry, written: long })
  }
  for (const written of hosts) {
    const host = parseHostText(written)
    if (!('host' in host)) reading.complaints.push({ place: null, ...host })
    else {
      const alone = { domain: host }
      const entry = await readEntry(reading, alone, null, common)
      // What the config says of the same endpoint is more than its name.
      if (entry !== undefined && !entries.has(entry.target.id))
        entries.set(entry.target.id, { entry, written: alone })
    }
  }
  if (entries.size === 0 && reading.complaints.length === 0)
    complain(
      reading,
      reading.document && [],
      'value',
      'There is nothing to watch.',
      'Write "domains:" and a list of hosts, or name a host.',
    )
  return entries
}

function longForm(written: HostText | DomainSettings): DomainSettings {
  return 'host' in written ? { domain: written } : written
}

function complainOfTwins(reading: Reading, { target: { id, source } }: WatchlistEntry, index: number): void {
  const message = `${id} is watched a second time, first in line ${source?.line}.`
  complain(
    reading,
    ['domains', index],
    'value',
    message,
    'Keep one, or tell them apart by "port", "servername" or "connect_to".',
  )
}
