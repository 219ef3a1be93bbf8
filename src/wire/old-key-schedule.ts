import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

import { Malformed } from './malformed.ts'
import { type TlsRecord, writeRecords } from './record.ts'
import { Writer } from './writer.ts'

/** What protects the records of a suite up to TLS 1.2, as far as we can compute it. */
interface Protection {
  readonly cipher: 'aes-128-cbc' | 'aes-256-cbc' | 'aes-128-gcm' | 'aes-256-gcm'
  /** Of the key schedule in TLS 1.2. */
  readonly hash: 'sha256' | 'sha384'
}

const protections: ReadonlyMap<number, Protection> = new Map<number, Protection>([
  ...[0x002f, 0xc009, 0xc013].map((id) => [id, { cipher: 'aes-128-cbc', hash: 'sha256' }] as const),
  ...[0x0035, 0xc00a, 0xc014].map((id) => [id, { cipher: 'aes-256-cbc', hash: 'sha256' }] as const),
  ...[0x009c, 0xc02b, 0xc02f].map((id) => [id, { cipher: 'aes-128-gcm', hash: 'sha256' }] as const),
  ...[0x009d, 0xc02c, 0xc030].map((id) => [id, { cipher: 'aes-256-gcm', hash: 'sha384' }] as const),
])

/** Suites of RSA and ECDHE under which we can shake hands up to TLS 1.2. */
export const computableSuites: readonly number[] = [...protections.keys()]

/** A session's secrets, once the premaster secret is agreed (RFC 5246 §8.1, §6.3). */
export interface OldSecrets {
  /** verify_data of the client's Finished over the messages until then (RFC 5246 §7.4.9). */
  readonly verifyData: (messages: Uint8Array) => Uint8Array
  /** Records of ours, in their order. */
  readonly seal: (type: number, content: Uint8Array) => Uint8Array
  /** The server's records, in their order. Throws `Malformed` when the keys do not open one. */
  readonly open: (record: TlsRecord) => Uint8Array
}

export interface Agreement {
  readonly version: number
  readonly suite: number
  readonly premaster: Uint8Array
  readonly clientRandom: Uint8Array
  readonly serverRandom: Uint8Array
}

export function oldSecrets({ version, suite, premaster, clientRandom, serverRandom }: Agreement): OldSecrets {
  const protection = protections.get(suite)
  if (protection === undefined)
    throw new TypeError(`suite 0x${suite.toString(16)} is not one that we compute`)
  const derive = (
    secret: Uint8Array,
    label: string,
    seed: readonly Uint8Array[],
    octets: number,
  ): Uint8Array =>
    version < 0x0303
      ? oldPrf(secret, label, Buffer.concat(seed), octets)
      : prf(protection.hash, secret, label, Buffer.concat(seed), octets)
  const master = derive(premaster, 'master secret', [clientRandom, serverRandom], 48)
  const gcm = protection.cipher.endsWith('gcm')
  const [macLength, keyLength, ivLength] = [
    gcm ? 0 : 20,
    protection.cipher.includes('128') ? 16 : 32,
    gcm ? 4 : 16,
  ]
  const block = derive(
    master,
    'key expansion',
    [serverRandom, clientRandom],
    2 * (macLength + keyLength + ivLength),
  )
  const part = (at: number, octets: number): Uint8Array => block.subarray(at, at + octets)
  const keys = (side: 0 | 1): Keys => ({
    mac: part(side * macLength, macLength),
    key: part(2 * macLength + side * keyLength, keyLength),
    iv: part(2 * (macLength + keyLength) + side * ivLength, ivLength),
  })
  const layer = gcm ? gcmLayer : cbcLayer
  return {
    verifyData: (messages) => {
      const digest = (hash: string): Buffer => createHash(hash).update(messages).digest()
      const hashes = version < 0x0303 ? [digest('md5'), digest('sha1')] : [digest(protection.hash)]
      return derive(master, 'client finished', hashes, 12)
    },
    seal: layer(protection.cipher, version, keys(0)).seal,
    open: layer(protection.cipher, version, keys(1)).open,
  }
}

interface Keys {
  readonly mac: Uint8Array
  readonly key: Uint8Array
  readonly iv: Uint8Array
}

type Layer = (cipher: Protection['cipher'], version: number, keys: Keys) => Pick<OldSecrets, 'seal' | 'open'>

/** RFC 5288 §3: the nonce is the key schedule's 4 octets and 8 that stand in the record. */
const gcmLayer: Layer = (cipher, version, { key, iv }) => {
  const algorithm = cipher as 'aes-128-gcm'
  let sequence = 0
  return {
    seal(type, content) {
      const explicit = number64(sequence)
      const sealer = createCipheriv(algorithm, key, Buffer.concat([iv, explicit]))
      sealer.setAAD(header(sequence++, type, version, content.length))
      const sealed = Buffer.concat([explicit, sealer.update(content), sealer.final(), sealer.getAuthTag()])
      return writeRecords(type, version, sealed)
    },
    open({ type, fragment }) {
      const [explicit, sealed, tag] = [
        fragment.subarray(0, 8),
        fragment.subarray(8, -16),
        fragment.subarray(-16),
      ]
      if (fragment.length < 24)
        throw new Malformed(`protected record: ${fragment.length} octets, fewer than 24`)
      const opener = createDecipheriv(algorithm, key, Buffer.concat([iv, explicit]))
      opener.setAAD(header(sequence++, type, version, sealed.length)).setAuthTag(tag)
      return opened(() => Buffer.concat([opener.update(sealed), opener.final()]))
    },
  }
}

/** RFC 5246 §6.2.3.2; in TLS 1.0 the initialisation vector is the end of the record before (RFC 2246 §6.2.3.2). */
const cbcLayer: Layer = (cipher, version, { mac, key, iv }) => {
  let sequence = 0
  let chained = iv
  const code = (type: number, content: Uint8Array): Buffer =>
    createHmac('sha1', mac)
      .update(header(sequence++, type, version, content.length))
      .update(content)
      .digest()
  const chain = (octets: Uint8Array): Uint8Array => (chained = octets.subarray(-16))
  return {
    seal(type, content) {
      const explicit = version > 0x0301 ? randomBytes(16) : null
      const plain = Buffer.concat([content, code(type, content)])
      const padding = 16 - (plain.length % 16)
      const sealer = createCipheriv(cipher, key, explicit ?? chained).setAutoPadding(false)
      const sealed = Buffer.concat([
        sealer.update(plain),
        sealer.update(Buffer.alloc(padding, padding - 1)),
        sealer.final(),
      ])
      chain(sealed)
      return writeRecords(type, version, explicit === null ? sealed : Buffer.concat([explicit, sealed]))
    },
    open({ type, fragment }) {
      const [vector, sealed] =
        version > 0x0301 ? [fragment.subarray(0, 16), fragment.subarray(16)] : [chained, fragment]
      if (sealed.length < 32 || sealed.length % 16 !== 0)
        throw new Malformed(`protected record: ${fragment.length} octets are no blocks`)
      const opener = createDecipheriv(cipher, key, vector).setAutoPadding(false)
      const plain = opened(() => Buffer.concat([opener.update(sealed), opener.final()]))
      chain(sealed)
      const end = plain.length - 1 - (plain.at(-1) ?? 0) - 20
      const content = plain.subarray(0, Math.max(0, end))
      if (end < 0 || !code(type, content).equals(plain.subarray(end, end + 20))) throw notOurs()
      return content
    },
  }
}

function opened(open: () => Uint8Array): Buffer {
  try {
    return Buffer.from(open())
  } catch (thrown) {
    throw new Malformed('protected record: the agreed keys do not open it', { cause: thrown })
  }
}

function notOurs(): Malformed {
  return new Malformed('protected record: the agreed keys do not open it')
}

/** What is authenticated beside the content. */
function header(sequence: number, type: number, version: number, length: number): Uint8Array {
  return new Writer().bytes(number64(sequence)).uint(1, type).uint(2, version).uint(2, length).done()
}

function number64(value: number): Uint8Array {
  return new Writer().uint(4, 0).uint(4, value).done()
}

/** RFC 5246 §5. */
export function prf(
  hash: string,
  secret: Uint8Array,
  label: string,
  seed: Uint8Array,
  octets: number,
): Uint8Array {
  const hmac = (data: Uint8Array): Buffer => createHmac(hash, secret).update(data).digest()
  const labelled = Buffer.concat([Buffer.from(label, 'ascii'), seed])
  let made = Buffer.alloc(0)
  for (let a = hmac(labelled); made.length < octets; a = hmac(a))
    made = Buffer.concat([made, hmac(Buffer.concat([a, labelled]))])
  return made.subarray(0, octets)
}

/** RFC 2246 §5: both halves of the secret, under MD5 and SHA-1. */
export function oldPrf(secret: Uint8Array, label: string, seed: Uint8Array, octets: number): Uint8Array {
  const half = Math.ceil(secret.length / 2)
  const md5 = prf('md5', secret.subarray(0, half), label, seed, octets)
  const sha1 = prf('sha1', secret.subarray(secret.length - half), label, seed, octets)
  return md5.map((octet, index) => octet ^ (sha1[index] ?? 0))
}
