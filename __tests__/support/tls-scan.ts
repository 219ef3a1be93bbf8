import { parseAddress } from '../../src/model/address.ts'
import { known, unanswered } from '../../src/model/answer.ts'
import type { CipherSuite, TlsVersion } from '../../src/model/observation.ts'
import type { DhParameters, Features, NamedGroup, Offer, TlsScan } from '../../src/model/tls-scan.ts'
import { cipherSuite } from '../../src/wire/cipher-suite.ts'

const notAsked = unanswered('not-asked', 'the probes were not asked for')

/** A server of today: TLS 1.2 and 1.3, nothing but AEAD with forward secrecy, a post-quantum group. */
export function tlsScan(differs: Partial<TlsScan> = {}): TlsScan {
  return {
    address: parseAddress('192.0.2.1') ?? null,
    versions: versions('TLSv1.2', 'TLSv1.3'),
    offers: [offer('TLSv1.2', [0xc02b, 0xc02f, 0xc02c, 0xc030]), offer('TLSv1.3', [0x1301, 0x1302, 0x1303])],
    dh: [],
    alpn: known(['h2', 'http/1.1']),
    features: features(),
    probes: {
      heartbleed: notAsked,
      'ccs-injection': notAsked,
      robot: notAsked,
      'insecure-renegotiation': notAsked,
    },
    intolerances: [],
    hsts: known('max-age=63072000; includeSubDomains'),
    sslv2Elsewhere: [],
    ...differs,
  }
}

/** These versions and no others. */
export function versions(...spoken: readonly TlsVersion[]): TlsScan['versions'] {
  const answer = (version: TlsVersion) => known(spoken.includes(version))
  return {
    SSLv2: answer('SSLv2'),
    SSLv3: answer('SSLv3'),
    TLSv1: answer('TLSv1'),
    'TLSv1.1': answer('TLSv1.1'),
    'TLSv1.2': answer('TLSv1.2'),
    'TLSv1.3': answer('TLSv1.3'),
  }
}

/** Suites by their numbers, in the server's order, with the groups of that version. */
export function offer(version: TlsVersion, suites: readonly number[], differs: Partial<Offer> = {}): Offer {
  const signs = version === 'TLSv1.2' ? [{ id: 0x0403, name: 'ecdsa_secp256r1_sha256' }] : []
  return {
    version,
    suites: { found: suites.map((id): CipherSuite => cipherSuite(id)), cut: null },
    serverPreference: known(true),
    groups: { found: version === 'TLSv1.3' ? [mlkem, x25519, p256] : [x25519, p256], cut: null },
    signatureSchemes: { found: signs, cut: version === 'TLSv1.2' ? null : notAsked },
    ...differs,
  }
}

export function group(id: number, name: string, bits: number | null, postQuantum = false): NamedGroup {
  return { id, name, bits, postQuantum }
}

export const mlkem: NamedGroup = group(0x11ec, 'X25519MLKEM768', null, true)
export const x25519: NamedGroup = group(0x001d, 'x25519', 255)
export const p256: NamedGroup = group(0x0017, 'secp256r1', 256)

/** RFC 7919's group of 2048 bits. */
export function dh(differs: Partial<DhParameters> = {}): DhParameters {
  return {
    bits: 2048,
    prime: 'ffffffffffffffffadf85458a2bb4a9a',
    known: 'RFC 7919 ffdhe2048',
    rfc7919: true,
    exportGrade: false,
    ...differs,
  }
}

export function features(differs: Partial<Features> = {}): Features {
  return {
    secureRenegotiation: known(true),
    extendedMasterSecret: known(true),
    encryptThenMac: unanswered('not-asked', 'no suite in CBC mode is offered'),
    fallbackScsv: unanswered('not-asked', 'there is no lower version to fall back to'),
    compression: known(false),
    sessionTickets: known(true),
    staple: known(null),
    scts: known(null),
    clientCertificateRequested: known(false),
    ...differs,
  }
}
