import type { Socket } from 'node:net'

import { addressFamily, type IpAddress, parseAddress } from '../model/address.ts'
import { parseHostname } from '../model/hostname.ts'
import { inquiryLimits } from '../model/limits.ts'
import { productName, productVersion, repositoryUrl } from '../model/product.ts'
import { isGloballyReachable } from '../model/special-purpose.ts'
import { counted } from '../model/text.ts'
import { ConversationError } from './conversation-error.ts'
import { Deadline } from './deadline.ts'
import { dial } from './dial.ts'
import { httpOver, type HttpRequest, type OctetAnswer } from './http.ts'
import { quoted } from './quoted.ts'
import { type Lookup, resolve } from './resolve.ts'

/** A request to an address that somebody else wrote: into a certificate, a list, or a redirect. */
export interface GuardedRequest extends Pick<
  HttpRequest,
  'method' | 'headers' | 'body' | 'deadlineMs' | 'mostBytes'
> {
  readonly url: string
  /** Whether addresses that are not globally reachable may be contacted. */
  readonly allowPrivate: boolean
}

/**
 * Asks under the guard of foreign addresses: http and https only, no credentials, at most three redirects, each
 * looked at like the first, and no private address unless it is allowed. The address that was judged is the one
 * connected to, through a proxy, too. Throws ConversationError, also where the answer is larger than `mostBytes`.
 */
export type GuardedHttp = (request: GuardedRequest) => Promise<OctetAnswer>

interface GuardedWays {
  readonly lookup: Lookup
  /** Whether this machine has a way to the IPv6 Internet. */
  readonly ipv6: boolean
  readonly proxy: URL | null
  readonly signal: AbortSignal
}

/** Some content networks refuse whoever does not say who asks. */
const userAgent = `${productName}/${productVersion} (+${repositoryUrl})`

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

export function guardedHttp(ways: GuardedWays): GuardedHttp {
  return async (request) => {
    const deadline = new Deadline(request.deadlineMs, ways.signal)
    const ends = performance.now() + request.deadlineMs
    try {
      let url = allowedUrl(request.url)
      for (let followed = 0; ; followed++) {
        const addresses = await judged(url, request.allowPrivate, ways, deadline)
        const left = Math.max(1, ends - performance.now())
        const answer = await ask(url, addresses, { ...request, deadlineMs: left }, ways)
        const { location } = answer.headers
        if (!redirects.has(answer.status) || location === undefined) return answer
        if (followed === inquiryLimits.redirects) {
          throw new ConversationError(
            'malformed',
            `more than ${counted(inquiryLimits.redirects, 'redirect')}`,
          )
        }
        url = allowedUrl(location, url)
      }
    } finally {
      deadline.clear()
    }
  }
}

async function ask(
  url: URL,
  addresses: readonly IpAddress[],
  { method, headers, body, deadlineMs, mostBytes }: GuardedRequest,
  ways: GuardedWays,
): Promise<OctetAnswer> {
  const open = (deadline: Deadline): Promise<Socket> => firstOpen(url, addresses, ways, deadline)
  const http = httpOver(open, ways.signal)
  const told = { 'user-agent': userAgent, ...headers }
  const answer = await http({ method, url, headers: told, body, deadlineMs, mostBytes: mostBytes + 1 })
  if (answer.bytes.length <= mostBytes) return answer
  throw new ConversationError('malformed', `${url.host} answers with more than ${mostBytes} octets`)
}

/** The next address where TCP does not get through. */
async function firstOpen(
  url: URL,
  addresses: readonly IpAddress[],
  { proxy }: GuardedWays,
  deadline: Deadline,
): Promise<Socket> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  let failure: unknown
  for (const host of addresses) {
    try {
      return await dial({ host, port, proxy }, deadline)
    } catch (thrown) {
      failure = thrown
      deadline.check()
    }
  }
  throw failure
}

function allowedUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null
  if (url === null) throw new ConversationError('blocked', `${quoted(text)} is not a URL`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ConversationError('blocked', `${quoted(url.protocol)} is neither http nor https`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new ConversationError('blocked', `the address of ${url.host} holds credentials`)
  }
  return url
}

/** The addresses of the host that may be contacted, in the resolver's order. */
async function judged(
  { hostname }: URL,
  allowPrivate: boolean,
  { lookup, ipv6, proxy }: GuardedWays,
  deadline: Deadline,
): Promise<readonly IpAddress[]> {
  const literal = parseAddress(hostname)
  const host = parseHostname(hostname)
  if (literal === undefined && host === undefined) {
    throw new ConversationError('blocked', `${quoted(hostname)} is not a host name`)
  }
  const all =
    host === undefined || literal !== undefined ? [literal] : await resolve(host, 'any', lookup, deadline)
  const found = all.filter((address) => address !== undefined)
  const allowed = found.filter((address) => allowPrivate || isGloballyReachable(address))
  if (allowed.length === 0) {
    const sentence = `${hostname} is ${found[0]}, which is not a public address`
    throw new ConversationError(
      'blocked',
      literal === undefined ? sentence : `${hostname} is not a public address`,
    )
  }
  const routed = allowed.filter((address) => {
    return addressFamily(address) === 4 || ipv6 || proxy !== null || !isGloballyReachable(address)
  })
  if (routed.length === 0) throw new ConversationError('unreachable', 'this machine has no IPv6 route')
  return routed.slice(0, inquiryLimits.addresses)
}
