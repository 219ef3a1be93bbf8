import { Malformed } from './malformed.ts'
import { Reader } from './reader.ts'
import { Writer } from './writer.ts'

/** What an SSL 2.0 server shows in its hello: everything that it accepts (draft-hickman-netscape-ssl-00 §5.6). */
export interface Ssl2ServerHello {
  /** DER; empty where an old session was resumed. */
  readonly certificate: Uint8Array
  /** CIPHER-SPECS, three octets each. Empty: SSL 2.0 without a suite (CVE-2015-3197). */
  readonly cipherSpecs: readonly number[]
}

/** CLIENT-HELLO in its record: two octets of header, of which the top bit says that there is no padding. */
export function writeSsl2ClientHello(cipherSpecs: readonly number[], challenge: Uint8Array): Uint8Array {
  const message = new Writer()
    .uint(1, 1) // MSG-CLIENT-HELLO
    .uint(2, 0x0002) // CLIENT-VERSION
    .uint(2, cipherSpecs.length * 3)
    .uint(2, 0) // SESSION-ID-LENGTH
    .uint(2, challenge.length)
  for (const spec of cipherSpecs) message.uint(3, spec)
  const bytes = message.bytes(challenge).done()
  return new Writer()
    .uint(2, 0x8000 | bytes.length)
    .bytes(bytes)
    .done()
}

/** The octets of the SSL 2.0 record that begins here, header included; `undefined` while the header is not there. */
export function ssl2RecordLength(bytes: Uint8Array): number | undefined {
  const [high, low] = bytes
  if (high === undefined || low === undefined) return undefined
  return high >= 0x80 ? 2 + (high & 0x7f) * 0x100 + low : 3 + (high & 0x3f) * 0x100 + low
}

/** SERVER-HELLO in its record. Throws `Malformed` on anything else, an ERROR message included. */
export function readSsl2ServerHello(record: Uint8Array): Ssl2ServerHello {
  const reader = new Reader(record)
  const header = reader.uint(2, 'record header')
  const padding = header >= 0x8000 ? 0 : reader.uint(1, 'PADDING')
  const length = header & (header >= 0x8000 ? 0x7fff : 0x3fff)
  const message = new Reader(reader.bytes(length, 'record'))
  reader.end('record')
  const type = message.uint(1, 'message type')
  if (type !== 4) throw new Malformed(`message type: ${type} instead of SERVER-HELLO (4)`)
  message.uint(1, 'SESSION-ID-HIT')
  message.uint(1, 'CERTIFICATE-TYPE')
  const version = message.uint(2, 'SERVER-VERSION')
  if (version !== 0x0002)
    throw new Malformed(`SERVER-VERSION: 0x${version.toString(16).padStart(4, '0')} instead of 0x0002`)
  const certificateLength = message.uint(2, 'CERTIFICATE-LENGTH')
  const specsLength = message.uint(2, 'CIPHER-SPECS-LENGTH')
  const connectionIdLength = message.uint(2, 'CONNECTION-ID-LENGTH')
  if (specsLength % 3 !== 0) throw new Malformed(`CIPHER-SPECS-LENGTH: ${specsLength} is no multiple of 3`)
  const certificate = message.bytes(certificateLength, 'CERTIFICATE-DATA')
  const specs = new Reader(message.bytes(specsLength, 'CIPHER-SPECS-DATA'))
  const cipherSpecs = Array.from({ length: specsLength / 3 }, () => specs.uint(3, 'CIPHER-SPECS-DATA'))
  message.bytes(connectionIdLength, 'CONNECTION-ID-DATA')
  message.bytes(padding, 'PADDING-DATA')
  message.end('SERVER-HELLO')
  return { certificate, cipherSpecs }
}
