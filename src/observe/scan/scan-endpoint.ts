import { authority, parseAddress } from '../../model/address.ts'
import { type Answer, type Unanswered, unanswered } from '../../model/answer.ts'
import type { Hostname } from '../../model/hostname.ts'
import { serverLimits } from '../../model/limits.ts'
import { expectedName, type EndpointTarget } from '../../model/target.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { Deadline } from '../../net/deadline.ts'
import { dial } from '../../net/dial.ts'
import { askHttpsHead } from '../../net/https-head.ts'
import type { ClientIdentity } from '../../net/tls-context.ts'
import { Malformed } from '../../wire/malformed.ts'
import { ask } from '../ask.ts'
import { type Budget, budget } from '../budget.ts'
import type { Door } from '../doors.ts'
import type { Surroundings } from '../surroundings.ts'
import type { ShownChain } from './ledger.ts'
import { scanTls } from './scan.ts'
import { session } from './session.ts'

/** Where HTTPS is at home; a port that a system gives out by chance (RFC 6056) is none of these. */
const httpsPorts: ReadonlySet<number> = new Set([443, 4443, 8443, 9443, 10_443])

export interface EndpointScan {
  readonly tls: Answer<TlsScan>
  readonly chains: readonly ShownChain[]
  readonly connections: number
}

/** Scans an endpoint at the one address that has answered. */
export async function scanEndpoint(
  target: EndpointTarget,
  door: Door,
  identity: ClientIdentity | null,
  around: Surroundings,
): Promise<EndpointScan> {
  const { timeoutMs, port, starttls, probes } = target
  const name = expectedName(target) ?? target.host
  const servername = parseAddress(name) === undefined ? (name as Hostname) : null
  const purse = budget(timeoutMs * serverLimits.scanConversations)
  const { proxy } = around.network
  const asking = session({
    door: { host: door.host, port, proxy, starttls, name },
    servername,
    timeoutMs,
    purse,
    around,
  })
  let connections = 0
  const askHsts = (): Promise<TlsScan['hsts']> => {
    if (asking.spent !== null) return Promise.resolve(asking.spent)
    connections++
    const host = port === 443 ? hostField(name) : authority(name, port)
    return hstsOf(target, { door, identity, servername, host, purse }, around)
  }
  const web = starttls === null
  const wish = { address: door.address, probes, web, httpsPort: web && httpsPorts.has(port), askHsts }
  const scanned = await ask(() => scanTls(asking, wish))
  connections += asking.connections
  if (!scanned.known) return { tls: scanned, chains: [], connections }
  return { ...scanned.value, connections }
}

/** Brackets around an IPv6 address (RFC 3986 §3.2.2). */
function hostField(name: string): string {
  return name.includes(':') ? `[${name}]` : name
}

interface HstsQuestion {
  readonly door: Door
  readonly identity: ClientIdentity | null
  readonly servername: Hostname | null
  readonly host: string
  readonly purse: Budget
}

/** The first Strict-Transport-Security field: only that one counts (RFC 6797 §8.1). */
function hstsOf(
  target: EndpointTarget,
  { door, identity, servername, host, purse }: HstsQuestion,
  around: Surroundings,
): Promise<TlsScan['hsts']> {
  const { port, timeoutMs, trust } = target
  const secureContext = around.contexts({ era: 'legacy', keys: 'any', trust, identity })
  return around.turnstile.pass(door.host, () =>
    ask(() =>
      purse.spend(timeoutMs, async (ms) => {
        const deadline = new Deadline(ms, around.run)
        try {
          deadline.check()
          const socket = await dial({ host: door.host, port, proxy: around.network.proxy }, deadline)
          const fields = await askHttpsHead(socket, { servername, host, secureContext }, deadline)
          const field = fields.find(([name]) => name === 'strict-transport-security')
          const [, value = null] = field ?? []
          if (value !== null && value.length > serverLimits.hstsCharacters)
            throw new Malformed(`Strict-Transport-Security: ${value.length} characters`)
          return value
        } finally {
          deadline.clear()
        }
      }),
    ),
  )
}

/** Why an endpoint that gave no certificate to an ordinary client is not scanned; `null`: it is. */
export function unscannable(leaf: Answer<unknown>): Unanswered | null {
  if (leaf.known) return null
  // The old server that today's OpenSSL cannot speak to is the very one that a scan is for.
  const perhapsTooOld = ['refused-handshake', 'malformed', 'closed', 'reset'].includes(leaf.reason)
  return perhapsTooOld ? null : unanswered(leaf.reason, leaf.detail)
}
