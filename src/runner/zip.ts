import { crc32, inflateRawSync } from 'node:zlib'

import { Malformed } from '../wire/malformed.ts'

/** What may come out of an archive; the first excess ends the reading. */
export interface ZipLimits {
  readonly files: number
  readonly fileBytes: number
  readonly totalBytes: number
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const longestComment = 0xffff

/** One entry of the central directory. */
interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  readonly regular: boolean
  readonly localOffset: number
}

/** A file of an archive, inflated. */
export interface ZipFile {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * The wanted regular files of a ZIP archive (APPNOTE 6.3.10 §4.3), one after another, within limits. Nothing else is
 * inflated. Throws `Malformed` for what breaks the format or the limits, perhaps after some files; ZIP64 is beyond them.
 */
export function* readZip(
  archive: Buffer,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): Generator<ZipFile> {
  const names = new Set<string>()
  let left = limits.totalBytes
  for (const entry of entries(archive)) {
    const { name } = entry
    if (!wanted(name)) continue
    if (!entry.regular || entry.encrypted) throw new Malformed(`${name}: not a plain file`)
    if (names.has(name)) throw new Malformed(`${name}: twice in the archive`)
    if (names.size >= limits.files) throw new Malformed(`more than ${limits.files} files`)
    names.add(name)
    const bytes = within(() => contents(archive, entry, Math.min(limits.fileBytes, left)))
    left -= bytes.length
    yield { name, bytes }
  }
}

/** Reading beyond the end is the archive's fault. */
function within<T>(read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new Malformed('the archive ends early', { cause: thrown })
    throw thrown
  }
}

/** §4.3.12: the central directory, found through the record at the archive's end. */
function* entries(archive: Buffer): Generator<Entry> {
  const { count, start } = within(() => endRecord(archive))
  let at = start
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = within(() => centralHeader(archive, at))
    at = next
    yield entry
  }
}

/** §4.4 explains the fields. */
function centralHeader(archive: Buffer, at: number): { entry: Entry; next: number } {
  if (archive.readUInt32LE(at) !== centralSignature) throw new Malformed('no central directory header')
  const nameLength = archive.readUInt16LE(at + 28)
  const unix = archive.readUInt8(at + 5) === 3 // version made by
  const kind = unix ? (archive.readUInt32LE(at + 38) >>> 28) & 0xf : 0
  const entry: Entry = {
    name: archive.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
    encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    compressedSize: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    regular: kind === 0 || kind === 0o10, // S_IFREG, or nothing said
    localOffset: archive.readUInt32LE(at + 42),
  }
  return { entry, next: at + 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32) }
}

function endRecord(archive: Buffer): { count: number; start: number } {
  const first = Math.max(0, archive.length - endLength - longestComment)
  for (let at = archive.length - endLength; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) !== endSignature) continue
    return { count: archive.readUInt16LE(at + 10), start: archive.readUInt32LE(at + 16) }
  }
  throw new Malformed('not a ZIP archive')
}

/** §4.3.7: the local header repeats the name, with an extra field of its own length. */
function contents(archive: Buffer, entry: Entry, most: number): Buffer {
  const { name, localOffset, compressedSize } = entry
  if (entry.size > most) throw new Malformed(`${name}: ${entry.size} octets are too many`)
  if (archive.readUInt32LE(localOffset) !== localSignature) throw new Malformed(`${name}: no local header`)
  const start =
    localOffset + 30 + archive.readUInt16LE(localOffset + 26) + archive.readUInt16LE(localOffset + 28)
  if (start + compressedSize > archive.length) throw new Malformed(`${name}: the archive ends early`)
  const bytes = plain(archive.subarray(start, start + compressedSize), entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new Malformed(`${name}: damaged`)
  return bytes
}

function plain(stored: Buffer, { name, method, size }: Entry): Buffer {
  if (method === 0) return stored
  if (method !== 8) throw new Malformed(`${name}: compression method ${method} is not known`)
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, size) })
  } catch (thrown) {
    throw new Malformed(`${name}: does not inflate to ${size} octets`, { cause: thrown })
  }
}
