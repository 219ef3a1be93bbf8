import { attribute, type Certificate, daysLeft, type PublicKey } from '../../model/certificate.ts'
import { serialNumber } from '../serial-number.ts'
import type { Column } from './sheet.ts'

/**
 * Days left, to a tenth and towards zero, as sentences tell them: what is left is never overstated, nor how long it
 * has been over. What is over has a minus in any case.
 */
export function daysUntil(certificate: Certificate | null, now: Date): number | null {
  const days = certificate === null ? null : daysLeft(certificate, now)
  if (days === null) return null
  return days < 0 ? Math.min(-0.1, Math.ceil(days * 10) / 10) : Math.floor(days * 10) / 10
}

/** Who vouches for whom, and for how long. */
export function nameColumns<T>(certificateOf: (line: T) => Certificate | null): readonly Column<T>[] {
  const issuer = (line: T, type: string): string | null => part(certificateOf(line)?.issuer, type)
  const subject = (line: T, type: string): string | null => part(certificateOf(line)?.subject, type)
  return [
    ['Issuer Name', 'text', (line) => issuer(line, 'commonName')],
    ['Issuer Organisation', 'text', (line) => issuer(line, 'organizationName')],
    ['Subject Name', 'text', (line) => subject(line, 'commonName')],
    ['Subject Organisation', 'text', (line) => subject(line, 'organizationName')],
    ['Valid From', 'instant', (line) => certificateOf(line)?.notBefore ?? null],
    ['Valid Until', 'instant', (line) => certificateOf(line)?.notAfter ?? null],
  ]
}

/** What tells one certificate from every other. */
export function identityColumns<T>(certificateOf: (line: T) => Certificate | null): readonly Column<T>[] {
  return [
    ['Key', 'text', (line) => keyWords(certificateOf(line)?.key)],
    ['Signature Algorithm', 'text', (line) => certificateOf(line)?.signatureAlgorithm.name ?? null],
    ['Serial Number', 'text', (line) => serial(certificateOf(line))],
    ['SHA-256 Fingerprint', 'text', (line) => certificateOf(line)?.sha256 ?? null],
  ]
}

function part(name: Certificate['issuer'] | undefined, type: string): string | null {
  return name === undefined ? null : attribute(name, type)
}

function serial(certificate: Certificate | null): string | null {
  return certificate === null ? null : serialNumber(certificate.serial)
}

function keyWords(key: PublicKey | undefined): string | null {
  if (key === undefined) return null
  return [key.type, key.curve ?? key.bits].filter((part) => part !== null).join(' ')
}
