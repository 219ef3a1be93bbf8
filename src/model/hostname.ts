import { parseAddress } from './address.ts'

declare const brand: unique symbol

/** A DNS name as A-labels (RFC 5890), lower case, without a trailing dot. Never an address. */
export type Hostname = string & { readonly [brand]: 'Hostname' }

/**
 * Reads a host name as people write it: IDNs become A-labels (UTS 46), case and one trailing dot go.
 * Answers `undefined` for anything that cannot be a name in DNS, IP addresses included.
 * Underscores are allowed: DNS has them, although no public certificate may.
 */
export function parseHostname(text: string): Hostname | undefined {
  const name = text.endsWith('.') ? text.slice(0, -1) : text
  // The URL parser brings UTS 46, but would also take ports, user names and percent-encoding.
  if (name === '' || /[\p{Cc}\s/\\?#@:%[\]<>^|"'`{}*,;=&$!()+~]/u.test(name)) return undefined
  if (!URL.canParse(`http://${name}/`)) return undefined
  const ascii = new URL(`http://${name}/`).hostname
  if (parseAddress(ascii) !== undefined || ascii.length > 253) return undefined
  return ascii.split('.').every(isLabel) ? (ascii as Hostname) : undefined
}

/** RFC 1035 §2.3.4: a label has one to 63 octets. */
function isLabel(label: string): boolean {
  return /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)
}
