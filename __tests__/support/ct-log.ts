import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'

import { extension, keyPair, mint, type Minted, type MintRequest } from '../../src/terminal/lab/mint.ts'
import * as der from '../../src/wire/der-writer.ts'
import type { LogEntry } from '../../src/wire/sct.ts'

/** A Certificate Transparency log of our own: of RFC 6962, or of static-ct, which numbers its entries. */
export interface TestLog {
  readonly id: Buffer
  readonly spki: Buffer
  readonly kind: 'rfc6962' | 'static-ct'
  /** A SerializedSCT for the entry. */
  sct(entry: LogEntry, at: Date): Uint8Array
}

export function testLog(kind: TestLog['kind'] = 'rfc6962', key: 'p256' | 'rsa2048' = 'p256'): TestLog {
  const { publicKey, privateKey } = keyPair(key)
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const id = createHash('sha256').update(spki).digest()
  let entries = 0
  return {
    id,
    spki,
    kind,
    sct(entry, at) {
      const extensions = kind === 'rfc6962' ? Buffer.alloc(0) : leafIndex(entries++)
      return serialized(id, at, extensions, signature(entry, at, extensions, privateKey), key)
    },
  }
}

/** C2SP static-ct-api: extension type leaf_index(0), two octets of length, a uint40. */
function leafIndex(index: number): Buffer {
  const extension = Buffer.alloc(8)
  extension.writeUInt16BE(5, 1)
  extension.writeUIntBE(index, 3, 5)
  return extension
}

/** RFC 6962 §3.2, written down a second time: nothing of `src/wire/sct.ts` has a part in it. */
function signature(entry: LogEntry, at: Date, extensions: Buffer, key: KeyObject): Buffer {
  const head = Buffer.alloc(12)
  head.writeBigUInt64BE(BigInt(at.getTime()), 2)
  head.writeUInt16BE(entry.kind === 'x509_entry' ? 0 : 1, 10)
  const logged = entry.kind === 'x509_entry' ? entry.certificate : entry.tbsCertificate
  const length = Buffer.alloc(3)
  length.writeUIntBE(logged.length, 0, 3)
  const issuer = entry.kind === 'x509_entry' ? Buffer.alloc(0) : entry.issuerKeyHash
  return sign('sha256', Buffer.concat([head, issuer, length, logged, short(extensions)]), key)
}

function serialized(id: Buffer, at: Date, extensions: Buffer, signature: Buffer, key: string): Uint8Array {
  const timestamp = Buffer.alloc(8)
  timestamp.writeBigUInt64BE(BigInt(at.getTime()))
  const algorithm = Buffer.of(4, key === 'p256' ? 3 : 1)
  return Buffer.concat([Buffer.of(0), id, timestamp, short(extensions), algorithm, short(signature)])
}

/** An opaque vector with two octets of length. */
function short(content: Uint8Array): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length)
  return Buffer.concat([length, content])
}

export function sctList(...scts: readonly Uint8Array[]): Uint8Array {
  return short(Buffer.concat(scts.map(short)))
}

/** The extension that carries a list inside a certificate. */
export function sctExtension(list: Uint8Array): Uint8Array {
  return extension('1.3.6.1.4.1.11129.2.4.2', der.octetString(list))
}

/** A leaf with an SCT of each log: minted without them, logged, and minted again around them. */
export function loggedLeaf(
  issuer: Minted,
  logs: readonly TestLog[],
  { at, ...request }: Omit<MintRequest, 'extensions'> & { readonly at: Date },
): Minted {
  const pair = request.keyPair ?? keyPair('p256')
  const serial = request.serial ?? Uint8Array.of(0x40, ...randomBytes(15))
  const before = request.notBefore ?? at
  const fixed = { ...request, keyPair: pair, serial, notBefore: before }
  const bare = tbsOf(mint(fixed, issuer).der)
  const spki = issuer.publicKey.export({ type: 'spki', format: 'der' })
  const issuerKeyHash = createHash('sha256').update(spki).digest()
  const entry: LogEntry = { kind: 'precert_entry', issuerKeyHash, tbsCertificate: bare }
  const list = sctList(...logs.map((log) => log.sct(entry, at)))
  return mint({ ...fixed, extensions: [sctExtension(list)] }, issuer)
}

/** The first member of the outer SEQUENCE. */
function tbsOf(certificate: Uint8Array): Uint8Array {
  const bytes = Buffer.from(certificate)
  const header = (at: number): { readonly length: number; readonly size: number } => {
    const first = bytes[at + 1] ?? 0
    if (first < 0x80) return { length: first, size: 2 }
    return { length: bytes.readUIntBE(at + 2, first - 0x80), size: 2 + first - 0x80 }
  }
  const outer = header(0)
  const inner = header(outer.size)
  return bytes.subarray(outer.size, outer.size + inner.size + inner.length)
}
