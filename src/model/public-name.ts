import { parseAddress } from './address.ts'

/**
 * Top-level domains that nobody on the Internet can resolve: reserved (RFC 6761, RFC 6762, RFC 8375, RFC 7686,
 * RFC 9476, ICANN's .internal), or in wide private use.
 */
const privateDomains = [
  'alt',
  'corp',
  'domain',
  'example',
  'home',
  'home.arpa',
  'intern',
  'internal',
  'intra',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'mail',
  'onion',
  'private',
  'test',
]

/** Whether a name may mean anything to others: only such names are ever sent to third parties. */
export function isPublicName(name: string): boolean {
  if (parseAddress(name) !== undefined || !name.includes('.')) return false
  const labels = name.toLowerCase()
  return !privateDomains.some((domain) => labels.endsWith(`.${domain}`))
}
