import { randomBytes } from 'node:crypto'

import type { Hostname } from '../../model/hostname.ts'
import type { TlsVersion } from '../../model/observation.ts'
import { type ClientHello, lengthOf } from '../../wire/client-hello.ts'
import * as extensions from '../../wire/extensions.ts'
import { versionNumber } from '../../wire/tls-version.ts'

export type RecordVersion = Exclude<TlsVersion, 'SSLv2'>

/** What a hello of ours says; everything else follows from the version. */
export interface HelloShape {
  readonly version: RecordVersion
  readonly suites: readonly number[]
  /** `null`: no supported_groups at all, as RFC 7919 §4 has it for a server's own Diffie-Hellman group. */
  readonly groups: readonly number[] | null
  readonly schemes: readonly number[]
  /** TLS 1.3 only; empty: the server shall name a group in a HelloRetryRequest. */
  readonly shares: readonly extensions.KeyShareEntry[]
  readonly protocols: readonly string[]
  /** Whether DEFLATE is offered, too. */
  readonly compression: boolean
  /** Whether what only asks for extras is left out: a short hello, for servers that choke on long ones. */
  readonly bare: boolean
}

/** Signals secure renegotiation where no extension may (RFC 5746 §3.3). */
const renegotiationScsv = 0x00ff

/** The ClientHello of that shape: a message that some servers hang on (RFC 7685 §1) is padded. */
export function helloOf(shape: HelloShape, servername: Hostname | null): ClientHello {
  const old = shape.version !== 'TLSv1.3'
  const hello: ClientHello = {
    legacyVersion: Math.min(versionNumber[shape.version], 0x0303),
    random: randomBytes(32),
    legacySessionId: old ? new Uint8Array() : randomBytes(32), // RFC 8446 §D.4
    cipherSuites: shape.version === 'SSLv3' ? [...shape.suites, renegotiationScsv] : shape.suites,
    compressionMethods: shape.compression ? [1, 0] : [0],
    // Servers that speak SSL 3.0 may refuse extensions.
    extensions: shape.version === 'SSLv3' ? null : extensionsOf(shape, servername),
  }
  return shape.bare ? hello : padded(hello)
}

/** The last one is not empty: there are servers that fall over an empty one at the end. */
function extensionsOf(shape: HelloShape, servername: Hostname | null): readonly extensions.Extension[] {
  const { version, bare, protocols, groups, schemes, shares } = shape
  const old = version !== 'TLSv1.3'
  const asked: extensions.Extension[] = []
  if (servername !== null) asked.push(extensions.serverName(servername))
  if (old) {
    asked.push(extensions.renegotiationInfo())
    if (!bare)
      asked.push(
        extensions.flag('extendedMasterSecret'),
        extensions.flag('encryptThenMac'),
        extensions.flag('sessionTicket'),
      )
    asked.push(extensions.ecPointFormats())
  } else {
    asked.push(extensions.supportedVersions([versionNumber[version]]), extensions.pskKeyExchangeModes())
    asked.push(extensions.keyShare(shares))
  }
  if (!bare) asked.push(extensions.flag('signedCertificateTimestamp'), extensions.statusRequest())
  if (protocols.length > 0) asked.push(extensions.alpn(protocols))
  if (version === 'TLSv1.2' || !old) asked.push(extensions.signatureAlgorithms(schemes))
  if (groups !== null) asked.push(extensions.supportedGroups(groups))
  return asked
}

function padded(hello: ClientHello): ClientHello {
  const octets = lengthOf(hello)
  if (hello.extensions === null || octets < 256 || octets > 511) return hello
  const missing = Math.max(1, 512 - octets - 4)
  const last = hello.extensions.at(-1)
  const before = hello.extensions.slice(0, -1)
  return {
    ...hello,
    extensions: [...before, extensions.padding(missing), ...(last === undefined ? [] : [last])],
  }
}
