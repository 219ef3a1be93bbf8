import type { TlsVersion } from '../model/observation.ts'
import {
  type Extension,
  type Extensions,
  extensionType,
  readExtensions,
  readSelectedVersion,
  writeExtensions,
} from './extensions.ts'
import { handshakeType, writeHandshake } from './handshake-message.ts'
import { Malformed } from './malformed.ts'
import { Reader } from './reader.ts'

/** RFC 8446 §4.1.3, RFC 5246 §7.4.1.3, RFC 6101 §5.6.1.3. */
export interface ServerHello {
  readonly legacyVersion: number
  readonly random: Uint8Array
  readonly legacySessionIdEcho: Uint8Array
  readonly cipherSuite: number
  readonly compressionMethod: number
  readonly extensions: Extensions
}

export function readServerHello(body: Uint8Array): ServerHello {
  const reader = new Reader(body)
  const legacyVersion = reader.uint(2, 'legacy_version')
  const random = reader.bytes(32, 'random')
  const legacySessionIdEcho = reader.vector(1, 'legacy_session_id_echo')
  if (legacySessionIdEcho.length > 32)
    throw new Malformed(`legacy_session_id_echo: ${legacySessionIdEcho.length} octets, more than 32`)
  const cipherSuite = reader.uint(2, 'cipher_suite')
  const compressionMethod = reader.uint(1, 'legacy_compression_method')
  // RFC 5246 §7.4.1.3: a server without extensions leaves the whole block out
  const extensions = reader.empty
    ? new Map<number, Uint8Array>()
    : readExtensions(reader.vector(2, 'extensions'))
  reader.end('ServerHello')
  return { legacyVersion, random, legacySessionIdEcho, cipherSuite, compressionMethod, extensions }
}

/** The whole handshake message; without extensions the block is left out. */
export function writeServerHello(
  hello: Omit<ServerHello, 'extensions'> & { readonly extensions: readonly Extension[] },
): Uint8Array {
  return writeHandshake(handshakeType.serverHello, (body) => {
    body
      .uint(2, hello.legacyVersion)
      .bytes(hello.random)
      .vector(1, (id) => id.bytes(hello.legacySessionIdEcho))
      .uint(2, hello.cipherSuite)
      .uint(1, hello.compressionMethod)
    if (hello.extensions.length > 0) writeExtensions(body, hello.extensions)
  })
}

/** The version negotiated: TLS 1.3 stands in an extension, and nowhere else (RFC 8446 §4.2.1). */
export function negotiatedVersion({ legacyVersion, extensions }: ServerHello): number {
  const selected = extensions.get(extensionType.supportedVersions)
  return selected === undefined ? legacyVersion : readSelectedVersion(selected)
}

/** RFC 8446 §4.1.3: SHA-256 of "HelloRetryRequest" in place of a random. */
export const helloRetryRandom: Uint8Array = Buffer.from(
  'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c',
  'hex',
)

export function isHelloRetryRequest({ random }: ServerHello): boolean {
  return Buffer.compare(random, helloRetryRandom) === 0
}

/** The version that a server admits to know, beyond the one it negotiated (RFC 8446 §4.1.3). */
export function downgradeSentinel({
  random,
}: ServerHello): Extract<TlsVersion, 'TLSv1.2' | 'TLSv1.3'> | null {
  const end = Buffer.from(random.subarray(24)).toString('hex')
  if (end === '444f574e47524401') return 'TLSv1.3' // DOWNGRD, 01
  if (end === '444f574e47524400') return 'TLSv1.2' // or more
  return null
}
