import { lookup as systemLookup } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'

import { addressFamily, type IpAddress, parseAddress } from '../model/address.ts'
import type { Hostname } from '../model/hostname.ts'
import { isGloballyReachable } from '../model/special-purpose.ts'
import { ConversationError } from './conversation-error.ts'
import type { Deadline } from './deadline.ts'

/** Asks for the addresses of a name, in the resolver's own order. Tests pass their own. */
export type Lookup = (host: Hostname) => Promise<readonly { readonly address: string }[]>

/** The system's resolver, hosts file included, as any other program on this machine would ask it. */
export const systemResolver: Lookup = (host) => systemLookup(host, { all: true, order: 'verbatim' })

/**
 * The distinct addresses of a name in resolver order, of one family where asked for.
 * Throws ConversationError('unresolved'), or what the deadline says.
 */
export async function resolve(
  host: Hostname,
  family: 'any' | 4 | 6,
  lookup: Lookup,
  deadline: Deadline,
): Promise<readonly IpAddress[]> {
  const answers = await Promise.race([lookup(host), deadline.passed]).catch((thrown: unknown) => {
    throw thrown instanceof ConversationError ? thrown : unresolved(host, thrown)
  })
  const addresses = new Set(answers.flatMap(({ address }) => parseAddress(address) ?? []))
  const wanted = [...addresses].filter((address) => family === 'any' || addressFamily(address) === family)
  if (wanted.length > 0) return wanted
  const kind = family === 'any' ? 'address' : `IPv${family} address`
  throw new ConversationError('unresolved', `${host} has no ${kind} in DNS`)
}

/** Whether this machine has a way to the IPv6 Internet at all; hosted runners have none. */
export function hasIpv6Route(): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((some) => some ?? [])
  return addresses.some(({ family, address }) => {
    const own = family === 'IPv6' ? parseAddress(address) : undefined
    return own !== undefined && isGloballyReachable(own)
  })
}

function unresolved(host: Hostname, thrown: unknown): ConversationError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const meaning: Readonly<Record<string, string>> = {
    ENOTFOUND: 'the name does not exist in DNS',
    ENODATA: 'the name has no address in DNS',
    EAI_AGAIN: 'the resolver did not answer in time',
    EAI_NODATA: 'the name has no address in DNS',
    ESERVFAIL: 'the resolver failed',
  }
  const message = meaning[code] ?? (thrown instanceof Error ? thrown.message : String(thrown))
  return new ConversationError('unresolved', `${host}: ${message}`, { cause: thrown })
}
