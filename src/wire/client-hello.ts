import { type Extension, readExtensions, writeExtensions } from './extensions.ts'
import { handshakeType, writeHandshake } from './handshake-message.ts'
import { Reader } from './reader.ts'

/** RFC 8446 §4.1.2, RFC 5246 §7.4.1.2, RFC 6101 §5.6.1.2. */
export interface ClientHello {
  readonly legacyVersion: number
  readonly random: Uint8Array
  readonly legacySessionId: Uint8Array
  readonly cipherSuites: readonly number[]
  readonly compressionMethods: readonly number[]
  /** `null`: no extension block at all, as in SSL 3.0. */
  readonly extensions: readonly Extension[] | null
}

/** The whole handshake message. */
export function writeClientHello(hello: ClientHello): Uint8Array {
  return writeHandshake(handshakeType.clientHello, (body) => {
    body
      .uint(2, hello.legacyVersion)
      .bytes(hello.random)
      .vector(1, (id) => id.bytes(hello.legacySessionId))
      .numbers(2, hello.cipherSuites)
      .vector(1, (methods) => methods.bytes(Uint8Array.from(hello.compressionMethods)))
    if (hello.extensions !== null) writeExtensions(body, hello.extensions)
  })
}

/** Octets of the handshake message that `writeClientHello` writes. */
export function lengthOf({
  legacySessionId,
  cipherSuites,
  compressionMethods,
  extensions,
}: ClientHello): number {
  const block = extensions?.reduce((octets, { data }) => octets + 4 + data.length, 2) ?? 0
  // The header, legacy_version and random, and three vectors with their lengths.
  return (
    4 + 34 + 1 + legacySessionId.length + 2 + 2 * cipherSuites.length + 1 + compressionMethods.length + block
  )
}

export function readClientHello(body: Uint8Array): ClientHello {
  const reader = new Reader(body)
  const hello = {
    legacyVersion: reader.uint(2, 'legacy_version'),
    random: reader.bytes(32, 'random'),
    legacySessionId: reader.vector(1, 'legacy_session_id'),
    cipherSuites: reader.numbers(2, 'cipher_suites'),
    compressionMethods: [...reader.vector(1, 'legacy_compression_methods')],
  }
  if (reader.empty) return { ...hello, extensions: null }
  const extensions = readExtensions(reader.vector(2, 'extensions'))
  reader.end('ClientHello')
  return { ...hello, extensions: [...extensions].map(([type, data]) => ({ type, data })) }
}
