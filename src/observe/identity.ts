import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'

import type { ClientCertificate } from '../model/target.ts'
import type { ClientIdentity } from '../net/tls-context.ts'
import { Malformed, WrongPassword } from '../wire/malformed.ts'
import { readPem, writePem } from '../wire/pem.ts'
import { readPkcs12Identity } from '../wire/pkcs12.ts'

type PemCertificate = Extract<ClientCertificate, { kind: 'pem' }>

const opened = new WeakMap<ClientCertificate, Promise<ClientIdentity>>()

/**
 * A client certificate as `node:tls` takes it. PKCS#12 is always opened by us, because Node refuses the RC2 and
 * 3DES files that Windows and old OpenSSL write. Throws `WrongPassword` or `Malformed`.
 */
export async function identityOf(certificate: ClientCertificate | null): Promise<ClientIdentity | null> {
  if (certificate === null) return null
  const known = opened.get(certificate) ?? open(certificate)
  opened.set(certificate, known)
  return known
}

async function open(certificate: ClientCertificate): Promise<ClientIdentity> {
  if (certificate.kind === 'pem') return openPem(certificate)
  const { key, certificates } = await readPkcs12Identity(certificate.pfx, certificate.passphrase)
  const cert = certificates.map((der) => writePem('CERTIFICATE', der)).join('')
  return { cert, key }
}

function openPem({ cert, key, passphrase }: PemCertificate): ClientIdentity {
  const block = readPem(cert).find(({ label }) => label === 'CERTIFICATE')
  if (block === undefined) throw new Malformed('client certificate: no certificate in the PEM file')
  const privateKey = openKey(Buffer.from(key), passphrase)
  if (!new X509Certificate(block.der).checkPrivateKey(privateKey)) {
    throw new Malformed('client certificate: the key belongs to another certificate')
  }
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { cert: Buffer.from(cert), key: pkcs8 }
}

/** RFC 7468 §11, or the header of RFC 1421 §4.6.1.1 in OpenSSL's older form. */
const encrypted = /^(-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED)/m

function openKey(key: Buffer, passphrase: string | null): KeyObject {
  try {
    return createPrivateKey({ key, passphrase: passphrase ?? '' })
  } catch {
    // OpenSSL's reason says too little: one wrong passphrase in 256 decrypts to a padding that looks right.
    if (encrypted.test(key.toString('latin1')))
      throw new WrongPassword('client key: the passphrase does not open it')
    throw new Malformed('client key: not a private key in PEM')
  }
}
