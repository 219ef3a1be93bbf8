import { createCipheriv, createDecipheriv, createHmac, X509Certificate } from 'node:crypto'

import { expect, test } from 'vitest'

import { contentType, type TlsRecord } from '../../src/wire/record.ts'
import { at, digests, observe, onlyDelivery } from '../observe/observing.ts'
import { offerOf, scanning, suites, versions } from '../observe/scan/scanning.ts'
import { hierarchy } from '../support/mint.ts'
import { type Running, serving, tlsServer } from '../support/servers.ts'
import { eachRecord, relay } from './relay.ts'

/** RFC 8446 §5.1: handshake messages may be fragmented across records, be it an octet in each. */

const { root, intermediate, leaf } = hierarchy()
const suite = 'TLS_AES_128_GCM_SHA256'
/** The keys of AES-128-GCM under one traffic secret (RFC 8446 §7.3), and how far its records are counted. */
class Keys {
  readonly #key: Buffer
  readonly #iv: Buffer
  #records = 0

  constructor(secret: Buffer) {
    this.#key = expand(secret, 'key', 16)
    this.#iv = expand(secret, 'iv', 12)
  }

  /** What a protected record holds, its inner content type last. */
  open({ fragment }: TlsRecord): Buffer {
    const decipher = createDecipheriv('aes-128-gcm', this.#key, this.#nonce())
    decipher.setAAD(header(fragment.length)).setAuthTag(fragment.subarray(-16))
    return Buffer.concat([decipher.update(fragment.subarray(0, -16)), decipher.final()])
  }

  seal(inner: Buffer): Buffer {
    const cipher = createCipheriv('aes-128-gcm', this.#key, this.#nonce())
    const head = header(inner.length + 16)
    cipher.setAAD(head)
    return Buffer.concat([head, cipher.update(inner), cipher.final(), cipher.getAuthTag()])
  }

  /** RFC 8446 §5.3. */
  #nonce(): Buffer {
    const nonce = Buffer.from(this.#iv)
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ this.#records++) >>> 0, 8)
    return nonce
  }
}

/** The header of a protected record (RFC 8446 §5.2). */
function header(length: number): Buffer {
  return Buffer.from([contentType.applicationData, 3, 3, length >> 8, length & 0xff])
}

/** HKDF-Expand-Label with an empty context, of at most one block (RFC 8446 §7.1). */
function expand(secret: Buffer, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`)
  const info = Buffer.from([0, length, name.length, ...name, 0, 1])
  return createHmac('sha256', secret).update(info).digest().subarray(0, length)
}

/**
 * A server of OpenSSL behind a relay that takes its handshake messages apart: an octet a record. Under TLS 1.3 it
 * opens the records with the server's own keys, and seals each octet anew.
 */
async function fragmenting(version: 'TLSv1.2' | 'TLSv1.3', demanding = false): Promise<Running> {
  const options = { ...serving([leaf, intermediate]), minVersion: version, maxVersion: version } as const
  const { port, server } = await tlsServer({
    ...options,
    ...(demanding && { requestCert: true, ca: root.certificatePem, rejectUnauthorized: false }),
    ...(version === 'TLSv1.3' && { ciphers: suite }),
  })
  const secrets = new Map<string, Buffer>()
  server.on('keylog', (line: Buffer) => {
    const [label, random = '', secret = ''] = line.toString().trim().split(' ')
    if (label === 'SERVER_HANDSHAKE_TRAFFIC_SECRET') secrets.set(random, Buffer.from(secret, 'hex'))
  })
  return relay(port, (peer, behind) => {
    let random = ''
    peer.on('data', (hello: Buffer) => (random ||= hello.subarray(11, 43).toString('hex')))
    let clear = true
    let keys: { readonly opening: Keys; readonly sealing: Keys } | null = null
    let finished = false
    eachRecord(behind, (record) => {
      const secret = secrets.get(random)
      if (record.type === contentType.handshake && clear) {
        for (const octet of record.fragment) peer.write(Buffer.from([record.type, 3, 3, 0, 1, octet]))
      } else if (record.type === contentType.applicationData && secret !== undefined && !finished) {
        keys ??= { opening: new Keys(secret), sealing: new Keys(secret) }
        const inner = keys.opening.open(record)
        for (const octet of inner.subarray(0, -1))
          peer.write(keys.sealing.seal(Buffer.from([octet, contentType.handshake])))
        finished = inner[0] === 20 // what follows has keys of its own
      } else {
        clear &&= record.type !== contentType.changeCipherSpec
        peer.write(
          Buffer.concat([
            Buffer.from([record.type, 3, 3, record.fragment.length >> 8, record.fragment.length & 0xff]),
            record.fragment,
          ]),
        )
      }
    })
  })
}

test.each([
  ['TLSv1.2', false],
  ['TLSv1.3', false],
  ['TLSv1.2', true],
  ['TLSv1.3', true],
] as const)(
  '%s, an octet a record: the ordinary handshake sees the whole chain (demanding: %s)',
  async (version, demanding) => {
    const { port } = await fragmenting(version, demanding)
    const delivery = onlyDelivery(await observe(at(port, { timeoutMs: 10_000 })))

    expect(digests(delivery.chain)).toEqual(digests([leaf, intermediate]))
  },
)

test.each(['TLSv1.2', 'TLSv1.3'] as const)('%s, an octet a record: a scan sees as much', async (version) => {
  const { port } = await fragmenting(version)
  const { tls, chains } = await scanning(port, { timeoutMs: 10_000 })
  if (!tls.known) throw new Error(tls.detail)

  expect(Object.entries(versions(tls.value)).filter(([, there]) => there === true)).toEqual([[version, true]])
  expect(suites(offerOf(tls.value, version))).toContain(
    version === 'TLSv1.3' ? suite : 'ECDHE-ECDSA-AES128-GCM-SHA256',
  )
  expect(suites(offerOf(tls.value, version)).filter((name) => name.startsWith('cut'))).toEqual([])
  const shown = chains.map(({ chain }) => chain.map((der) => new X509Certificate(der).fingerprint256))
  expect(shown.length).toBeGreaterThan(0)
  for (const fingerprints of shown) expect(fingerprints).toEqual(digests([leaf, intermediate]))
})
