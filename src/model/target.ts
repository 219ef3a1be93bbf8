import { authority, type IpAddress } from './address.ts'
import type { Hostname } from './hostname.ts'

/** What the user asked us to watch. Not an address: a target may resolve to many. */
export type Target = EndpointTarget | FileTarget

interface Watched {
  /** The contract's endpoint id: unique in a run, stable between runs. */
  readonly id: string
  readonly name: string
  /** Where the config names it; `null` for a host given on the command line or as an input. */
  readonly source: Place | null
  readonly tags: readonly string[]
  readonly owner: string | null
  readonly runbook: string | null
  readonly trust: Trust
}

export interface EndpointTarget extends Watched {
  readonly kind: 'endpoint'
  readonly host: Hostname | IpAddress
  readonly port: number
  readonly starttls: StartTls | null
  /** SNI and the name to verify, when it differs from the host. */
  readonly servername: Hostname | null
  readonly connectTo: IpAddress | null
  readonly addresses: 'first' | 'all'
  readonly ipVersion: 'any' | 4 | 6
  readonly timeoutMs: number
  readonly retries: number
  readonly clientCertificate: ClientCertificate | null
  /** What one handshake shows, or everything that the server would agree to. */
  readonly scan: 'certificate' | 'tls'
  /** With `scan: tls`, also the active vulnerability probes. */
  readonly probes: boolean
}

export interface FileTarget extends Watched {
  readonly kind: 'file'
  /** As the config writes it. */
  readonly path: string
  /** Where it lies, or the content itself when the config held it. */
  readonly content:
    | { readonly kind: 'path'; readonly path: string }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  readonly password: string | null
  /** When given, the file is judged like a certificate served for that name. */
  readonly domain: Hostname | IpAddress | null
}

/** A place in the config file; line and column count from one. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Whom a chain may end in. */
export interface Trust {
  /** DER of the user's own anchors. */
  readonly anchors: readonly Uint8Array[]
  /** Whether the public store counts, too. */
  readonly public: boolean
}

/** What we show a server that demands a client certificate: PEM or PKCS#12, as the file held it. */
export type ClientCertificate =
  | {
      readonly kind: 'pem'
      readonly cert: Uint8Array
      readonly key: Uint8Array
      readonly passphrase: string | null
    }
  | { readonly kind: 'pkcs12'; readonly pfx: Uint8Array; readonly passphrase: string | null }

export const startTlsProtocols = [
  'smtp',
  'lmtp',
  'imap',
  'pop3',
  'sieve',
  'ftp',
  'ldap',
  'xmpp',
  'xmpp-server',
  'postgres',
  'mysql',
  'nntp',
  'irc',
] as const
export type StartTls = (typeof startTlsProtocols)[number]

/** `host:port`, then `+starttls`, `/servername`, `@connect_to` where given. */
export function endpointId(
  target: Pick<EndpointTarget, 'host' | 'port' | 'starttls' | 'servername' | 'connectTo'>,
): string {
  const starttls = target.starttls === null ? '' : `+${target.starttls}`
  const servername = target.servername === null ? '' : `/${target.servername}`
  const connectTo = target.connectTo === null ? '' : `@${target.connectTo}`
  return authority(target.host, target.port) + starttls + servername + connectTo
}

/** The name the certificate must be good for; `null` for a file that names none. */
export function expectedName(target: Target): Hostname | IpAddress | null {
  return target.kind === 'file' ? target.domain : (target.servername ?? target.host)
}
