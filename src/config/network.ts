import type { NetworkPolicy } from '../model/policy.ts'
import { complain, type Reading, resolved } from './reading.ts'
import type { NetworkSettings, VouchedSettings } from './schema.ts'

/**
 * How the run may use the network, and why it may contact no endpoint at all (`null`: it may). In an untrusted gate
 * the base decides; without one, the defaults and no proxy.
 */
export function readNetwork(
  reading: Reading,
  settings: NetworkSettings = {},
  { untrusted, vouched }: { readonly untrusted: boolean; readonly vouched: VouchedSettings | null },
): { readonly network: NetworkPolicy; readonly blocked: string | null } {
  const decisive = untrusted ? (vouched?.network ?? {}) : settings
  const { concurrency = 64, connections_per_host: connectionsPerHost = 4 } = decisive
  const { proxy: written } = untrusted && vouched !== null ? decisive : settings
  const proxy = resolved(reading, written, ['network', 'proxy'])
  const network: NetworkPolicy = {
    concurrency,
    connectionsPerHost,
    // A stranger's change is no permission: only the base can give it.
    allowPrivate: untrusted ? decisive.allow_private === true : decisive.allow_private !== false,
    proxy: proxy !== undefined && 'text' in proxy ? readProxy(reading, proxy.text) : null,
  }
  return { network, blocked: proxy === undefined ? null : blockedBy(proxy, untrusted) }
}

function blockedBy(
  proxy: { readonly text: string } | { readonly withheld: string },
  untrusted: boolean,
): string | null {
  if (untrusted) return 'an untrusted run contacts nothing through a proxy'
  return 'withheld' in proxy ? `the proxy needs \${${proxy.withheld}}, which this run does not look up` : null
}

function readProxy(reading: Reading, text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && url.protocol === 'http:' && url.hostname !== '') return url
  // The value may hold a password: it is not repeated.
  complain(
    reading,
    ['network', 'proxy'],
    'value',
    '"proxy" is not the address of an HTTP proxy.',
    'Write http://host:port.',
  )
  return null
}
