import type { DomainSettings } from './domain-schema.ts'
import { type Content, contentOf, type Fetch, type Files } from './files.ts'
import { fingerprint } from './fingerprint.ts'
import { type ConfigRequest, readAll } from './read-config.ts'
import type { VouchedSettings } from './schema.ts'
import { interpolated } from './secrets.ts'
import type { WatchlistEntry } from './watchlist.ts'

/** A config as a gate compares it with another state of the same file. */
export interface Comparable {
  /** By endpoint id: what its policy, its settings and its files amount to. */
  readonly fingerprints: ReadonlyMap<string, string>
  readonly vouched: VouchedSettings
}

/**
 * Reads a config from the disk, or through `fetch` from elsewhere, and resolves nothing: secrets count as they are
 * written. Throws a ConfigError, and what `fetch` throws.
 */
export async function readComparable(request: ConfigRequest, fetch: Fetch | null): Promise<Comparable> {
  const resolve = { targets: false, notifications: false }
  const { entries, files, settings } = await readAll({ ...request, resolve, untrusted: false }, fetch)
  const fingerprints = new Map<string, string>()
  for (const [id, { entry, written }] of entries) {
    const contents = await filesOf(written, files)
    fingerprints.set(id, fingerprint([effective(entry), secretsOf(written), contents]))
  }
  const { network, transparency, revocation, renewal, dns } = settings
  const runners = new Map(Array.from(entries, ([id, { entry }]) => [id, entry.runner]))
  return { fingerprints, vouched: { network, transparency, revocation, renewal, dns, runners } }
}

/** What the entry comes to with defaults, rules and waivers; where it stands in the file is no part of it. */
function effective({ target, policy }: WatchlistEntry): object {
  const own = { ...target, source: null }
  return target.kind === 'endpoint'
    ? { ...own, clientCertificate: null, policy }
    : { ...own, content: null, password: null, policy }
}

/** Never their values: this is what the file says, and anybody may read it there. */
function secretsOf({ client_certificate: certificate, password }: DomainSettings): object {
  return { certificate: certificate ?? null, password: password ?? null }
}

/** The files of an entry beside its anchors, which are part of the target already. */
async function filesOf(
  { file, client_certificate: certificate = {} }: DomainSettings,
  files: Files,
): Promise<readonly (Content | null)[]> {
  const { cert, key, pfx } = certificate
  const paths = [file, ...[cert, key, pfx].map(withoutSecrets)]
  return Promise.all(paths.map(async (path) => (path === undefined ? null : contentOf(path, files))))
}

function withoutSecrets(written: string | undefined): string | undefined {
  const path = written === undefined ? null : interpolated(written, null)
  return path?.kind === 'text' && path.text !== '' ? path.text : undefined
}
