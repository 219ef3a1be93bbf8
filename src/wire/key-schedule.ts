import { createDecipheriv, createHash, createHmac } from 'node:crypto'

import { handshakeType } from './handshake-message.ts'
import { Malformed } from './malformed.ts'
import { contentType, type TlsRecord } from './record.ts'
import { Writer } from './writer.ts'

/** What protects the records of a TLS 1.3 suite (RFC 8446 §B.4). */
interface Protection {
  readonly hash: 'sha256' | 'sha384'
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305' | 'aes-128-ccm'
  readonly keyLength: 16 | 32
  readonly tagLength: 8 | 16
}

const protections: Readonly<Record<number, Protection>> = {
  0x1301: { hash: 'sha256', cipher: 'aes-128-gcm', keyLength: 16, tagLength: 16 },
  0x1302: { hash: 'sha384', cipher: 'aes-256-gcm', keyLength: 32, tagLength: 16 },
  0x1303: { hash: 'sha256', cipher: 'chacha20-poly1305', keyLength: 32, tagLength: 16 },
  0x1304: { hash: 'sha256', cipher: 'aes-128-ccm', keyLength: 16, tagLength: 16 },
  0x1305: { hash: 'sha256', cipher: 'aes-128-ccm', keyLength: 16, tagLength: 8 },
}

/** The suites of TLS 1.3 whose records we can open. */
export const readableSuites: readonly number[] = Object.keys(protections).map(Number)

/** Opens the records that a server sends under its handshake keys, in their order (RFC 8446 §5.2, §5.3). */
export interface RecordOpener {
  /** The content with its true type. Throws `Malformed` when the keys do not open it. */
  open(record: TlsRecord): { readonly type: number; readonly content: Uint8Array }
}

/**
 * The server's handshake keys (RFC 8446 §7.1, §7.3) out of the (EC)DHE secret and the messages up to and including
 * ServerHello. Enough to read what the server shows: nobody proves anything to who stops here.
 */
export function recordOpener(
  suite: number,
  secret: Uint8Array,
  transcript: readonly Uint8Array[],
): RecordOpener {
  const { hash, cipher, keyLength, tagLength } = protectionOf(suite)
  const length = createHash(hash).digest().length
  const nothing = createHash(hash).digest()
  const early = extract(hash, new Uint8Array(length), new Uint8Array(length))
  const handshake = extract(hash, expandLabel(hash, early, 'derived', nothing, length), secret)
  const traffic = expandLabel(hash, handshake, 's hs traffic', digest(hash, transcript), length)
  const key = expandLabel(hash, traffic, 'key', new Uint8Array(), keyLength)
  const iv = expandLabel(hash, traffic, 'iv', new Uint8Array(), 12)
  let sequence = 0
  return {
    open({ type, version, fragment }) {
      if (type !== contentType.applicationData) throw new Malformed(`record: content type ${type} under keys`)
      const sealed = fragment.length - tagLength
      if (sealed < 1) throw new Malformed(`encrypted_record: ${fragment.length} octets`)
      const decipher = createDecipheriv(cipher as 'aes-128-ccm', key, nonce(iv, sequence++), {
        authTagLength: tagLength,
      })
      const header = new Writer().uint(1, type).uint(2, version).uint(2, fragment.length).done()
      decipher.setAuthTag(fragment.subarray(sealed))
      decipher.setAAD(header, { plaintextLength: sealed }) // CCM needs the length
      try {
        return innerPlaintext(
          Buffer.concat([decipher.update(fragment.subarray(0, sealed)), decipher.final()]),
        )
      } catch (thrown) {
        if (thrown instanceof Malformed) throw thrown
        throw new Malformed('encrypted_record: does not open with the keys of the handshake', {
          cause: thrown,
        })
      }
    },
  }
}

/** After a HelloRetryRequest a digest stands for the first hello (RFC 8446 §4.4.1). */
export function messageHash(suite: number, clientHello: Uint8Array): Uint8Array {
  const { hash } = protectionOf(suite)
  return new Writer()
    .uint(1, handshakeType.messageHash)
    .vector(3, (body) => body.bytes(digest(hash, [clientHello])))
    .done()
}

/** RFC 8446 §5.2: content, its type, and any number of zeros. */
function innerPlaintext(plaintext: Uint8Array): { readonly type: number; readonly content: Uint8Array } {
  const end = plaintext.findLastIndex((octet) => octet !== 0)
  if (end < 0) throw new Malformed('TLSInnerPlaintext: no content type')
  return { type: plaintext[end] ?? 0, content: plaintext.subarray(0, end) }
}

/** RFC 8446 §5.3: the sequence number, padded on the left, XOR the iv. */
function nonce(iv: Uint8Array, sequence: number): Uint8Array {
  const made = Buffer.from(iv)
  made.writeUInt32BE((made.readUInt32BE(8) ^ sequence) >>> 0, 8) // no flight has 2^32 records
  return made
}

function protectionOf(suite: number): Protection {
  const protection = protections[suite]
  if (protection === undefined) throw new RangeError(`suite ${suite} is not one whose records we can open`)
  return protection
}

function digest(hash: string, messages: readonly Uint8Array[]): Uint8Array {
  const made = createHash(hash)
  for (const message of messages) made.update(message)
  return made.digest()
}

/** RFC 5869 §2.2. */
function extract(hash: string, salt: Uint8Array, secret: Uint8Array): Uint8Array {
  return createHmac(hash, salt).update(secret).digest()
}

/** HKDF-Expand-Label (RFC 8446 §7.1). */
function expandLabel(
  hash: string,
  secret: Uint8Array,
  label: string,
  context: Uint8Array,
  length: number,
): Uint8Array {
  const info = new Writer()
    .uint(2, length)
    .vector(1, (text) => text.bytes(Buffer.from(`tls13 ${label}`, 'ascii')))
    .vector(1, (value) => value.bytes(context))
    .done()
  // RFC 5869 §2.3: no key of ours is longer than one digest
  return createHmac(hash, secret).update(info).update(Uint8Array.of(1)).digest().subarray(0, length)
}
