import { createHash, type KeyObject, sign } from 'node:crypto'

import type { Minted } from '../../src/terminal/lab/mint.ts'
import * as der from '../../src/wire/der-writer.ts'
import { readCertificate } from '../../src/wire/x509.ts'

export interface OcspRecipe {
  /** Complete Extension values of the SingleResponse. */
  readonly extensions?: readonly Uint8Array[]
  /** Who signs in the issuer's name; default: the issuer. */
  readonly signer?: Minted
}

/** A good OCSP answer (RFC 6960 §4.2.1) of an issuer with a P-256 key, for what `openssl ocsp` does not put into one. */
export function ocspAnswer(certificate: Minted, issuer: Minted, recipe: OcspRecipe = {}): Uint8Array {
  const { extensions = [], signer = issuer } = recipe
  const now = Date.now()
  const serial = Buffer.from(readCertificate(certificate.der).serial, 'hex')
  const certId = der.sequence(
    der.sequence(der.oid('1.3.14.3.2.26'), der.nothing),
    der.octetString(sha1(issuer.subject)),
    der.octetString(sha1(keyBits(issuer.publicKey))),
    der.unsignedInteger(serial),
  )
  const single = der.sequence(
    certId,
    der.contextPrimitive(0, Uint8Array.of()), // good
    generalizedTime(new Date(now - 3_600_000)),
    der.context(0, generalizedTime(new Date(now + 86_400_000))),
    ...(extensions.length === 0 ? [] : [der.context(1, der.sequence(...extensions))]),
  )
  const responder = der.context(1, issuer.subject)
  const data = der.sequence(responder, generalizedTime(new Date(now)), der.sequence(single))
  const signature = der.bitString(sign('sha256', data, signer.privateKey))
  const basic = der.sequence(data, der.sequence(der.oid('1.2.840.10045.4.3.2')), signature)
  const bytes = der.sequence(der.oid('1.3.6.1.5.5.7.48.1.1'), der.octetString(basic))
  return der.sequence(der.element(0x0a, Uint8Array.of(0)), der.context(0, bytes))
}

function generalizedTime(date: Date): Uint8Array {
  return der.element(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`))
}

function sha1(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest()
}

/** An uncompressed point of P-256 has 65 octets, at the end of its SubjectPublicKeyInfo. */
function keyBits(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' }).subarray(-65)
}
