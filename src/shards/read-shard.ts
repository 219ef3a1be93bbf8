import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

import type { Certificate } from '../model/certificate.ts'
import { shardLimits } from '../model/limits.ts'
import { Malformed } from '../wire/malformed.ts'
import { object, text } from './form.ts'
import { headerForm, observationsVersion, type ShardHeader } from './header.ts'
import { observationForm, type ShardObservation } from './observation-form.ts'
import { octets } from './words.ts'

/** A file of observations, read whole. */
export interface ShardFile {
  readonly header: ShardHeader
  readonly observations: readonly ShardObservation[]
}

/** Reads DER. Throws `Malformed`. */
export interface CertificateReader {
  read(der: Uint8Array): Certificate
}

/**
 * Reads a compressed file of observations, hostile or not, within limits. `certificates` answers
 * the same object for the same certificate. Throws `Malformed` with one sentence.
 */
export async function readShard(
  compressed: AsyncIterable<Uint8Array>,
  certificates: CertificateReader,
  limits: Readonly<Record<keyof typeof shardLimits, number>> = shardLimits,
): Promise<ShardFile> {
  const held: Certificate[] = []
  const form = observationForm({
    certificate(number) {
      const found = held[number]
      if (found === undefined) throw new Malformed(`there is no certificate ${number}`)
      return found
    },
    numberOf: () => -1,
  })
  let header: ShardHeader | undefined
  const observations: ShardObservation[] = []
  let count = 0
  for await (const line of linesOf(compressed, limits)) {
    count++
    const within = (act: () => void): void => inLine(count, act)
    within(() => {
      const written = object(parsed(line))
      if (header === undefined) header = readHeader(written)
      else if (written['kind'] === 'certificate') {
        if (held.length === limits.certificates) throw tooMany(limits.certificates, 'certificates')
        held.push(certificates.read(octets.read(written['der'])))
      } else if (written['kind'] === 'observation') {
        if (observations.length === limits.observations) throw tooMany(limits.observations, 'observations')
        observations.push(form.read(written))
      } // a kind of line that a newer minor version writes is left out
    })
  }
  if (header === undefined) throw new Malformed('the file is empty')
  if (header.observations !== observations.length)
    throw new Malformed(`${observations.length} observations where ${header.observations} were promised`)
  return { header, observations }
}

function tooMany(most: number, things: string): Malformed {
  return new Malformed(`more than ${most} ${things}`)
}

function inLine(number: number, act: () => void): void {
  try {
    act()
  } catch (thrown) {
    if (!(thrown instanceof Malformed)) throw thrown
    throw new Malformed(`line ${number}: ${thrown.message}`, { cause: thrown })
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (thrown) {
    throw new Malformed('not JSON', { cause: thrown })
  }
}

function readHeader(written: Readonly<Record<string, unknown>>): ShardHeader {
  if (written['kind'] !== 'header') throw new Malformed('not a file of observations')
  const version = text.read(written['schema_version'])
  if (!/^\d{1,4}\.\d{1,4}$/.test(version)) throw new Malformed('a schema_version expected')
  if (version.split('.')[0] !== observationsVersion.split('.')[0])
    throw new Malformed(`schema_version ${version}: this certificate-monitor reads ${observationsVersion}`)
  return headerForm.read(written)
}

const lineFeed = 0x0a

/** The lines of what comes out, none longer than allowed. */
async function* linesOf(
  compressed: AsyncIterable<Uint8Array>,
  limits: Pick<Record<keyof typeof shardLimits, number>, 'compressedBytes' | 'plainBytes' | 'lineBytes'>,
): AsyncGenerator<string> {
  const pieces: Buffer[] = []
  let length = 0
  let whole = 0
  for await (const chunk of inflated(compressed, limits.compressedBytes)) {
    whole += chunk.length
    if (whole > limits.plainBytes) throw new Malformed(`more than ${limits.plainBytes} octets come out of it`)
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const line = [...pieces.splice(0), chunk.subarray(start, end)]
      yield Buffer.concat(line).toString()
      length = 0
      start = end + 1
    }
    pieces.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > limits.lineBytes) throw new Malformed(`a line has more than ${limits.lineBytes} octets`)
  }
  if (length > 0) throw new Malformed('the file ends within a line')
}

/** Throws `Malformed` for what is not gzip, cut short, or longer than allowed. */
async function* inflated(compressed: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  pipeline(bounded(compressed, most), gunzip, () => {}) // what fails is thrown by the loop below
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
  } catch (thrown) {
    if (thrown instanceof Malformed || !isZlibError(thrown)) throw thrown
    throw new Malformed(`not gzip, or cut short: ${thrown.message}`, { cause: thrown })
  }
}

async function* bounded(compressed: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of compressed) {
    length += chunk.length
    if (length > most) throw new Malformed(`the file has more than ${most} octets`)
    yield chunk
  }
}

function isZlibError(thrown: unknown): thrown is Error {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('Z_')
}
