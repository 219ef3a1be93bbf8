import { type IpAddress, parseAddress } from '../model/address.ts'
import { type Hostname, parseHostname } from '../model/hostname.ts'
import { shortened } from '../model/text.ts'

/** A host as people write it, taken apart. */
export interface HostText {
  readonly written: string
  readonly host: Hostname | IpAddress
  /** `null` where none is written. */
  readonly port: number | null
  /** Whether it was written as an https URL: then 443 is meant where no port is written. */
  readonly https: boolean
}

export interface HostTrouble {
  readonly message: string
  readonly remedy: string
}

/** Reads `host`, `host:port`, `[address]:port` or an https URL, whose path is left aside. */
export function parseHostText(written: string): HostText | HostTrouble {
  const text = written.trim()
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text) ?? []
  if (scheme !== undefined && scheme.toLowerCase() !== 'https')
    return wrong(
      written,
      `begins with "${shortened(scheme, 20)}://".`,
      'Write the host alone, and "starttls" or "port" beside it.',
    )
  const https = scheme !== undefined
  const place = https ? rest.replace(/[/?#].*$/s, '') : text
  const address = parseAddress(place)
  if (address !== undefined) return { written, host: address, port: null, https }
  const [, name = place, digits] = /^(.*):(\d*)$/s.exec(place) ?? []
  const port = digits === undefined ? null : Number(digits)
  if (port !== null && (digits === '' || port < 1 || port > 65_535))
    return wrong(
      written,
      'has no port from 1 to 65535 after the colon.',
      'Write host:port, as in example.com:8443.',
    )
  const bracketed = name.startsWith('[') || !name.includes(':')
  const host = bracketed ? (parseAddress(name) ?? parseHostname(name)) : undefined
  if (host === undefined) return wrong(written, 'is not a host.', advice(place))
  return { written, host, port, https }
}

function wrong(written: string, message: string, remedy: string): HostTrouble {
  return { message: `${JSON.stringify(shortened(written))} ${message}`, remedy }
}

function advice(place: string): string {
  if (place.includes('*'))
    return 'A pattern cannot be connected to: write a host that serves the certificate.'
  if (place.includes('@')) return 'Leave the user name out: write host or host:port.'
  if (place.includes('/')) return 'Leave the path out, or write https:// before it.'
  if (place.includes(',') || /\s/.test(place)) return 'Write one host per entry.'
  if (place.split(':').length > 2) return 'Write an IPv6 address with a port as [2001:db8::1]:443.'
  return 'Write example.com, example.com:8443, [2001:db8::1]:443 or https://example.com:8443/path.'
}
