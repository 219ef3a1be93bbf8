import { X509Certificate } from 'node:crypto'

import type { Trust } from '../model/target.ts'
import { shortened } from '../model/text.ts'
import type { TrustSettings } from './domain-schema.ts'
import { complain, octets, type Reading, type Spot } from './reading.ts'

/** Reads files of trust anchors, PEM bundles or single DER, in their order; what cannot be read is complained about. */
export async function readAnchors(
  reading: Reading,
  files: readonly string[],
  spotOf: (index: number) => Spot,
): Promise<readonly Uint8Array[]> {
  const anchors: Uint8Array[] = []
  for (const [index, file] of files.entries()) {
    const bytes = await octets(reading, file, spotOf(index))
    if (bytes === undefined) continue
    const read = anchorsIn(bytes)
    if (typeof read === 'string')
      complain(
        reading,
        spotOf(index),
        'value',
        `${nameOf(file)} ${read}.`,
        'Write the path of a file with PEM or DER certificates.',
      )
    else anchors.push(...read)
  }
  return anchors
}

/** Whom one target trusts: its own anchors, those of the whole run, and the public store unless it is turned off. */
export function readTrust(
  reading: Reading,
  settings: TrustSettings = {},
  spot: Spot,
  forTheRun: readonly Uint8Array[],
): Promise<Trust> {
  const { ca_files: files = [], public: isPublic = true } = settings
  const key = JSON.stringify([files, isPublic])
  const trust = reading.trusts.get(key) ?? assembled(reading, files, isPublic, spot, forTheRun)
  reading.trusts.set(key, trust)
  return trust
}

async function assembled(
  reading: Reading,
  files: readonly string[],
  isPublic: boolean,
  spot: Spot,
  forTheRun: readonly Uint8Array[],
): Promise<Trust> {
  const own = await readAnchors(reading, files, (index) => spot && [...spot, 'ca_files', index])
  return { anchors: [...own, ...forTheRun], public: isPublic }
}

/** The DER of every certificate, or what is wrong with them. */
function anchorsIn(bytes: Uint8Array): readonly Uint8Array[] | string {
  const text = Buffer.from(bytes).toString('latin1')
  const blocks = text.split(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/).slice(1)
  if (blocks.length === 0) return text.includes('-----BEGIN') ? 'holds no certificate' : single(bytes)
  const anchors: Uint8Array[] = []
  for (const [index, block] of blocks.entries()) {
    const base64 = block.split('-----END', 1)[0] ?? ''
    const anchor = derOf(Buffer.from(base64, 'base64'))
    if (anchor === undefined)
      return `holds a certificate that cannot be read, number ${index + 1} of ${blocks.length}`
    anchors.push(anchor)
  }
  return anchors
}

function single(bytes: Uint8Array): readonly Uint8Array[] | string {
  const anchor = derOf(bytes)
  return anchor === undefined ? 'holds no certificate' : [anchor]
}

function derOf(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return new X509Certificate(bytes).raw
  } catch {
    return undefined // OpenSSL's reasons for not reading a certificate say nothing to people
  }
}

function nameOf(file: string): string {
  return /^(?:-----BEGIN|base64:)/.test(file) ? 'The content' : JSON.stringify(shortened(file))
}
