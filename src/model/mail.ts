/** How the way to a mail server is encrypted. */
export type MailEncryption =
  | 'none'
  /** STARTTLS is demanded (RFC 3207). */
  | 'starttls'
  /** TLS from the first octet (RFC 8314 §3.3). */
  | 'implicit'

/** Where mails are handed in, and between whom they go. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly encryption: MailEncryption
  /** `null`: nobody logs in. */
  readonly credentials: { readonly username: string; readonly password: string } | null
  readonly from: string
  readonly to: readonly string[]
  /** PEM of the only CAs trusted; `null`: those of Node, NODE_EXTRA_CA_CERTS included. */
  readonly authorities: readonly string[] | null
}

/** One mail but for its addresses. */
export interface Mail {
  /** One line without controls; not encoded yet. */
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The left part of a Message-ID: the same for the same mail, so that a second try is no second mail. */
  readonly id: string
  /** The left part of what its References name: stable per monitor and endpoint, and tells neither. */
  readonly thread: string
  /** Ids of the endpoints it tells of; empty for a blast radius. */
  readonly endpoints: readonly string[]
}

/** What `use_tls` means at a port: 465 speaks TLS from the first octet, whatever was asked for. */
export function mailEncryption(useTls: boolean, port: number): MailEncryption {
  if (port === 465) return 'implicit'
  return useTls ? 'starttls' : 'none'
}
