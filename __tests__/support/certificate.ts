import { createHash } from 'node:crypto'

import type { AlternativeName, Certificate, Name, PublicKey, Sha256 } from '../../src/model/certificate.ts'

/** The instant at which every maker's value is healthy. */
export const now: Date = new Date('2026-11-22T12:00:00Z')

/** A fingerprint that a test can tell from others by a word. */
export function fingerprint(text: string): Sha256 {
  return createHash('sha256').update(text).digest('hex') as Sha256
}

/** A pin that a test can tell from others by a word. */
export function pin(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

/** A distinguished name of a common name and perhaps an organisation. */
export function name(commonName: string | null, organizationName: string | null = null): Name {
  const attributes = [
    ...(organizationName === null ? [] : [{ type: 'organizationName', value: organizationName }]),
    ...(commonName === null ? [] : [{ type: 'commonName', value: commonName }]),
  ]
  return { attributes, der: Buffer.from(JSON.stringify(attributes)) }
}

export function dns(...names: string[]): AlternativeName[] {
  return names.map((value) => ({ kind: 'dns', value }))
}

export const ecKey: PublicKey = {
  type: 'EC',
  bits: 256,
  curve: 'P-256',
  exponent: null,
  spki: new Uint8Array(),
}

export function rsaKey(bits = 2048, exponent = '65537'): PublicKey {
  return { type: 'RSA', bits, curve: null, exponent, spki: new Uint8Array() }
}

let made = 0

/** A healthy leaf for example.com: P-256, 90 days, 68 of them left at `now`. */
export function certificate(differs: Partial<Certificate> = {}): Certificate {
  const label = `certificate ${++made}`
  const made256 = differs.sha256 ?? fingerprint(label)
  const subject = differs.subject ?? name('example.com')
  const issuer = differs.issuer ?? name('Example Intermediate', 'Example Trust')
  return {
    der: new Uint8Array(),
    sha256: made256,
    version: 3,
    serial: `00${made256.slice(0, 30)}`,
    subject,
    issuer,
    notBefore: new Date('2026-11-01T00:00:00Z'),
    notAfter: new Date('2027-01-29T23:59:59Z'),
    alternativeNames: dns('example.com', 'www.example.com'),
    key: ecKey,
    spkiSha256: pin(made256),
    signatureAlgorithm: { name: 'ecdsa-with-SHA256', hash: 'SHA-256' },
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['serverAuth'],
    basicConstraints: { ca: false, pathLength: null },
    nameConstraints: null,
    policies: ['2.23.140.1.2.1'],
    mustStaple: false,
    ocspUrls: [],
    crlUrls: ['http://crl.example/1.crl'],
    caIssuerUrls: ['http://ca.example/intermediate.der'],
    subjectKeyId: null,
    authorityKeyId: null,
    selfIssued: Buffer.compare(subject.der, issuer.der) === 0,
    unknownCritical: [],
    problems: [],
    ...differs,
  }
}

/** The healthy leaf's issuer, valid for five years. */
export function intermediate(differs: Partial<Certificate> = {}): Certificate {
  return authority({
    subject: name('Example Intermediate', 'Example Trust'),
    issuer: name('Example Root', 'Example Trust'),
    notBefore: new Date('2025-01-01T00:00:00Z'),
    notAfter: new Date('2029-12-31T23:59:59Z'),
    ...differs,
  })
}

/** The root above the intermediate, valid for twenty-five years. */
export function root(differs: Partial<Certificate> = {}): Certificate {
  return authority({
    subject: name('Example Root', 'Example Trust'),
    issuer: name('Example Root', 'Example Trust'),
    notBefore: new Date('2015-01-01T00:00:00Z'),
    notAfter: new Date('2039-12-31T23:59:59Z'),
    ...differs,
  })
}

function authority(differs: Partial<Certificate>): Certificate {
  return certificate({
    alternativeNames: [],
    keyUsage: ['keyCertSign', 'cRLSign'],
    extendedKeyUsage: null,
    basicConstraints: { ca: true, pathLength: null },
    policies: [],
    ...differs,
  })
}
