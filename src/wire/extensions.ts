import type { Hostname } from '../model/hostname.ts'
import { Malformed } from './malformed.ts'
import { Reader } from './reader.ts'
import { Writer } from './writer.ts'

/** ExtensionType (IANA TLS ExtensionType Values), as far as we speak of them. */
export const extensionType = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  ecPointFormats: 11,
  signatureAlgorithms: 13,
  heartbeat: 15,
  alpn: 16,
  signedCertificateTimestamp: 18,
  padding: 21,
  encryptThenMac: 22,
  extendedMasterSecret: 23,
  sessionTicket: 35,
  supportedVersions: 43,
  cookie: 44,
  pskKeyExchangeModes: 45,
  keyShare: 51,
  renegotiationInfo: 0xff01,
} as const

export interface Extension {
  readonly type: number
  readonly data: Uint8Array
}

export type Extensions = ReadonlyMap<number, Uint8Array>

/** The content of an extension block (RFC 8446 §4.2): no type stands in it twice. */
export function readExtensions(block: Uint8Array): Extensions {
  const reader = new Reader(block)
  const extensions = new Map<number, Uint8Array>()
  while (!reader.empty) {
    const type = reader.uint(2, 'extension_type')
    if (extensions.has(type)) throw new Malformed(`extensions: type ${type} twice`)
    extensions.set(type, reader.vector(2, 'extension_data'))
  }
  return extensions
}

export function writeExtensions(writer: Writer, extensions: readonly Extension[]): void {
  writer.vector(2, (block) => {
    for (const { type, data } of extensions) block.uint(2, type).vector(2, (body) => body.bytes(data))
  })
}

/** RFC 6066 §3: the name the client hopes to reach. */
export function serverName(host: Hostname): Extension {
  return extension(extensionType.serverName, (body) =>
    body.vector(2, (list) =>
      list
        .uint(1, 0) // name_type = host_name
        .vector(2, (name) => name.bytes(Buffer.from(host, 'ascii'))),
    ),
  )
}

/** RFC 6066 §8: asks for a stapled OCSP response, whoever signed it. */
export function statusRequest(): Extension {
  return extension(
    extensionType.statusRequest,
    (body) =>
      body
        .uint(1, 1) // status_type = ocsp
        .numbers(2, []) // responder_id_list
        .numbers(2, []), // request_extensions
  )
}

/** RFC 8422 §5.1.1, RFC 8446 §4.2.7. */
export function supportedGroups(groups: readonly number[]): Extension {
  return extension(extensionType.supportedGroups, (body) => body.numbers(2, groups))
}

/** RFC 8422 §5.1.2. */
export function ecPointFormats(): Extension {
  return extension(extensionType.ecPointFormats, (body) => body.vector(1, (list) => list.uint(1, 0))) // uncompressed
}

/** RFC 8446 §4.2.3; up to TLS 1.2 the same numbers are a hash and a signature (RFC 5246 §7.4.1.4.1). */
export function signatureAlgorithms(schemes: readonly number[]): Extension {
  return extension(extensionType.signatureAlgorithms, (body) => body.numbers(2, schemes))
}

/** RFC 7301 §3.1. */
export function alpn(protocols: readonly string[]): Extension {
  return extension(extensionType.alpn, (body) =>
    body.vector(2, (list) => {
      for (const protocol of protocols) list.vector(1, (name) => name.bytes(Buffer.from(protocol, 'latin1')))
    }),
  )
}

/** RFC 7685: zeros that make a hello longer. */
export function padding(octets: number): Extension {
  return { type: extensionType.padding, data: new Uint8Array(octets) }
}

/** RFC 8446 §4.2.1. */
export function supportedVersions(versions: readonly number[]): Extension {
  return extension(extensionType.supportedVersions, (body) => body.numbers(1, versions))
}

/** RFC 8446 §4.2.9: a resumption would bring a new key exchange. */
export function pskKeyExchangeModes(): Extension {
  return extension(extensionType.pskKeyExchangeModes, (body) => body.vector(1, (list) => list.uint(1, 1))) // psk_dhe_ke
}

export interface KeyShareEntry {
  readonly group: number
  readonly keyExchange: Uint8Array
}

/** RFC 8446 §4.2.8; an empty list makes the server name a group in a HelloRetryRequest. */
export function keyShare(entries: readonly KeyShareEntry[]): Extension {
  return extension(extensionType.keyShare, (body) =>
    body.vector(2, (list) => {
      for (const { group, keyExchange } of entries)
        list.uint(2, group).vector(2, (key) => key.bytes(keyExchange))
    }),
  )
}

/** RFC 5746 §3.4: a first handshake has nothing to renegotiate. */
export function renegotiationInfo(): Extension {
  return extension(extensionType.renegotiationInfo, (body) => body.vector(1, () => undefined))
}

/** RFC 6520 §2. */
export function heartbeat(): Extension {
  return extension(extensionType.heartbeat, (body) => body.uint(1, 1)) // peer_allowed_to_send
}

/** An extension whose being there says it all: RFC 6962 §3.3.1, RFC 7366, RFC 7627, RFC 5077. */
export function flag(
  name: 'signedCertificateTimestamp' | 'encryptThenMac' | 'extendedMasterSecret' | 'sessionTicket',
): Extension {
  return { type: extensionType[name], data: new Uint8Array() }
}

/** The version that a ServerHello names (RFC 8446 §4.2.1). */
export function readSelectedVersion(data: Uint8Array): number {
  return onlyNumber(data, 'selected_version')
}

/** The group that a HelloRetryRequest names (RFC 8446 §4.2.8). */
export function readSelectedGroup(data: Uint8Array): number {
  return onlyNumber(data, 'selected_group')
}

/** The server's share (RFC 8446 §4.2.8). */
export function readServerShare(data: Uint8Array): KeyShareEntry {
  const reader = new Reader(data)
  const share = { group: reader.uint(2, 'group'), keyExchange: reader.vector(2, 'key_exchange') }
  reader.end('key_share')
  return share
}

/** The one protocol that the server chose (RFC 7301 §3.1). */
export function readSelectedProtocol(data: Uint8Array): string {
  const reader = new Reader(data)
  const names = reader.list(2, 'protocol_name_list', (list) => list.vector(1, 'protocol_name'))
  reader.end('application_layer_protocol_negotiation')
  const [name] = names
  if (name === undefined || names.length > 1)
    throw new Malformed(`application_layer_protocol_negotiation: ${names.length} protocols instead of one`)
  return Buffer.from(name).toString('latin1')
}

function onlyNumber(data: Uint8Array, field: string): number {
  const reader = new Reader(data)
  const number = reader.uint(2, field)
  reader.end(field)
  return number
}

function extension(type: number, fill: (body: Writer) => unknown): Extension {
  const body = new Writer()
  fill(body)
  return { type, data: body.done() }
}
