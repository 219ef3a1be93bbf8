import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'

import type { ClientCertificate } from '../model/target.ts'
import type { ConfigPath } from './document.ts'
import type { ClientCertificateSettings } from './domain-schema.ts'
import { complain, octets, type Reading, resolved, warnOfLiteral } from './reading.ts'

/** A client certificate, or the name of the secret that this run may not look up. */
export type ClientCertificateRead =
  | { readonly certificate: ClientCertificate | null }
  | { readonly withheld: string }

type Part = keyof ClientCertificateSettings
const parts: readonly Part[] = ['cert', 'key', 'pfx', 'passphrase']

/** Reads `client_certificate`: a PEM certificate with its key, or one PKCS#12 file. */
export async function readClientCertificate(
  reading: Reading,
  settings: ClientCertificateSettings,
  spot: ConfigPath,
): Promise<ClientCertificateRead> {
  warnOfLiteral(reading, settings.passphrase, [...spot, 'passphrase'])
  if (settings.key !== undefined && /^(?:-----BEGIN|base64:)/.test(settings.key))
    warnOfLiteral(reading, settings.key, [...spot, 'key'])
  const before = reading.complaints.length
  contradictions(reading, settings, spot)
  const texts: Partial<Record<Part, string>> = {}
  for (const part of parts) {
    const value = resolved(reading, settings[part], [...spot, part])
    if (value === undefined) continue
    if ('withheld' in value) return value
    texts[part] = value.text
  }
  if (reading.complaints.length > before) return { certificate: null }
  return { certificate: await assembled(reading, texts, spot) }
}

function contradictions(
  reading: Reading,
  { cert, key, pfx, passphrase }: ClientCertificateSettings,
  spot: ConfigPath,
): void {
  const say = (part: Part | null, message: string, remedy: string): void =>
    complain(reading, part === null ? spot : [...spot, part], 'key', message, remedy)
  if (pfx !== undefined && (cert !== undefined || key !== undefined))
    say('pfx', '"pfx" stands beside "cert" or "key".', 'Keep the PKCS#12 file, or the pair of PEM files.')
  else if (cert !== undefined && key === undefined)
    say('cert', '"cert" has no "key".', 'Write the file of its key as "key".')
  else if (key !== undefined && cert === undefined)
    say('key', '"key" has no "cert".', 'Write the file of its certificate as "cert".')
  else if (pfx === undefined && cert === undefined)
    say(
      passphrase === undefined ? null : 'passphrase',
      '"client_certificate" names no certificate.',
      'Write "cert" and "key", or "pfx".',
    )
}

async function assembled(
  reading: Reading,
  { cert: certText, key: keyText, pfx: pfxText, passphrase = null }: Partial<Record<Part, string | null>>,
  spot: ConfigPath,
): Promise<ClientCertificate | null> {
  if (typeof pfxText === 'string') {
    const pfx = await octets(reading, pfxText, [...spot, 'pfx'])
    return pfx === undefined ? null : { kind: 'pkcs12', pfx, passphrase }
  }
  if (typeof certText !== 'string' || typeof keyText !== 'string') {
    const half = certText ?? keyText
    if (half !== undefined)
      complain(reading, spot, 'key', 'Only one of "cert" and "key" has a value.', 'Give both or none.')
    return null
  }
  const cert = await octets(reading, certText, [...spot, 'cert'])
  const key = await octets(reading, keyText, [...spot, 'key'])
  if (cert === undefined || key === undefined) return null
  return fits(reading, cert, key, passphrase, spot) ? { kind: 'pem', cert, key, passphrase } : null
}

/** Whether certificate and key open and belong together: a pair that does not would look like a fault of every server. */
function fits(
  reading: Reading,
  cert: Uint8Array,
  key: Uint8Array,
  passphrase: string | null,
  spot: ConfigPath,
): boolean {
  const leaf = isPem(cert) ? opened(() => new X509Certificate(cert)) : undefined
  if (leaf === undefined)
    complain(
      reading,
      [...spot, 'cert'],
      'value',
      '"cert" holds no PEM certificate.',
      'Write the path of a PEM file.',
    )
  const secretKey = openedKey(key, passphrase)
  if (secretKey === undefined) {
    const remedy =
      passphrase === null
        ? 'Write the path of a PEM file, and "passphrase" if it is encrypted.'
        : 'Write the right "passphrase".'
    complain(reading, [...spot, 'key'], 'value', '"key" holds no private key that opens.', remedy)
  }
  if (leaf === undefined || secretKey === undefined) return false
  if (leaf.checkPrivateKey(secretKey)) return true
  complain(
    reading,
    [...spot, 'key'],
    'value',
    '"key" is not the key of "cert".',
    'Write the pair that was issued together.',
  )
  return false
}

/** node:tls takes certificates as PEM only. */
function isPem(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('-----BEGIN CERTIFICATE-----')
}

function openedKey(key: Uint8Array, passphrase: string | null): KeyObject | undefined {
  return opened(() =>
    createPrivateKey({
      key: Buffer.from(key),
      format: 'pem',
      ...(passphrase === null ? {} : { passphrase }),
    }),
  )
}

/** What OpenSSL opens, or `undefined`: its reasons say nothing to people. */
function opened<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}
