import type { IpAddress } from './address.ts'
import { parseAddress } from './address.ts'
import type { AlternativeName } from './certificate.ts'
import type { Hostname } from './hostname.ts'

export interface HostnameMatch {
  readonly matches: boolean
  /** The name on the certificate that covers the host, as it stands there; `null` when none does. */
  readonly matchedName: string | null
}

/**
 * Whether a certificate is good for a host (RFC 9525 §6.3): a dNSName for names, an iPAddress for addresses,
 * never the common name. An exact name is preferred to a wildcard.
 */
export function matchHostname(names: readonly AlternativeName[], host: Hostname | IpAddress): HostnameMatch {
  const address = parseAddress(host)
  const found =
    address === undefined
      ? (names.find((name) => name.kind === 'dns' && sameName(name.value, host)) ??
        names.find((name) => name.kind === 'dns' && wildcardCovers(name.value, host)))
      : names.find((name) => name.kind === 'ip' && name.value === address)
  return { matches: found !== undefined, matchedName: found?.value ?? null }
}

function sameName(name: string, host: string): boolean {
  return lowerCase(name) === bare(host)
}

/** The wildcard is the whole left-most label, stands for exactly one, and never for all of a top-level domain. */
function wildcardCovers(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return false
  const suffix = lowerCase(pattern.slice(2))
  if (!suffix.includes('.')) return false
  const name = bare(host)
  const dot = name.indexOf('.')
  return dot > 0 && name.slice(dot + 1) === suffix
}

/** A trailing dot is a way to write the host (RFC 1034 §3.1); on a certificate it is no name at all. */
function bare(host: string): string {
  return lowerCase(host.endsWith('.') ? host.slice(0, -1) : host)
}

/** ASCII only (RFC 4343): the Kelvin sign is not a k. */
function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
