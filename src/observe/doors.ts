import { addressFamily, type IpAddress, parseAddress } from '../model/address.ts'
import { type Answer, known, type Unanswered, unanswered } from '../model/answer.ts'
import type { Hostname } from '../model/hostname.ts'
import { dnsLimits } from '../model/limits.ts'
import { isGloballyReachable } from '../model/special-purpose.ts'
import type { EndpointTarget } from '../model/target.ts'
import { ConversationError } from '../net/conversation-error.ts'
import { Deadline } from '../net/deadline.ts'
import { resolve } from '../net/resolve.ts'
import { ask } from './ask.ts'
import { withRetries } from './retry.ts'
import type { Surroundings } from './surroundings.ts'

/** One way to reach an endpoint: an address, or the bare name where a proxy is to resolve it. */
export interface Door {
  readonly host: IpAddress | Hostname
  /** `null` where the proxy resolves. */
  readonly address: IpAddress | null
  /** Why we may not or cannot knock there; `null` when we may. */
  readonly shut: Unanswered | null
}

/** All ways to reach a target, in the resolver's order. The address that is judged here is the one connected to. */
export async function doorsOf(
  target: EndpointTarget,
  around: Surroundings,
): Promise<Answer<readonly Door[]>> {
  const fixed = target.connectTo ?? parseAddress(target.host)
  if (fixed !== undefined) return known([door(fixed, around)])
  const name = target.host as Hostname
  if (anyAddressWillDo(target, around)) return known([{ host: name, address: null, shut: null }])
  const addresses = await withRetries(target.retries, around.retryPauseMs, around.run, () =>
    ask(() => lookUp(name, target, around)),
  )
  return addresses.known ? known(addresses.value.map((address) => door(address, around))) : addresses
}

/** Then the proxy may resolve the name; an address that must be judged first is looked up by us. */
function anyAddressWillDo({ addresses, ipVersion }: EndpointTarget, { network }: Surroundings): boolean {
  return network.proxy !== null && network.allowPrivate && addresses === 'first' && ipVersion === 'any'
}

async function lookUp(
  name: Hostname,
  { addresses, ipVersion, timeoutMs }: EndpointTarget,
  around: Surroundings,
): Promise<readonly IpAddress[]> {
  const deadline = new Deadline(timeoutMs, around.run)
  try {
    const found = await resolve(name, ipVersion, around.lookup, deadline)
    if (addresses === 'first') return found.slice(0, dnsLimits.addressesTried)
    if (found.length <= dnsLimits.addressesWatched) return found
    const many = `${name} has ${found.length} addresses; more than ${dnsLimits.addressesWatched} are not watched as one endpoint`
    throw new ConversationError('not-observed', many)
  } finally {
    deadline.clear()
  }
}

function door(address: IpAddress, { network, ipv6 }: Surroundings): Door {
  const reachable = isGloballyReachable(address)
  if (!reachable && !network.allowPrivate) {
    const detail = `${address} is not a public address, and this run may contact no other (network.allow_private)`
    return { host: address, address, shut: unanswered('blocked', detail) }
  }
  // Loopback and link-local IPv6 need no route.
  if (reachable && addressFamily(address) === 6 && !ipv6 && network.proxy === null) {
    return { host: address, address, shut: unanswered('not-asked', 'this machine has no IPv6 route') }
  }
  return { host: address, address, shut: null }
}
