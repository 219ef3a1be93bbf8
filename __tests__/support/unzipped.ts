import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP archive by their paths, found through its central directory (APPNOTE 6.3, §4.3.12). */
export function unzipped(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf('PK\u0005\u0006')
  if (end < 0) throw new TypeError('no end of central directory')
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28)
    const path = archive.toString('utf8', at + 46, nameEnd)
    files.set(path, content(archive, archive.readUInt32LE(at + 42), archive.readUInt32LE(at + 20)))
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return files
}

/** The local header repeats the name, and may have an extra field of its own length. */
function content(archive: Buffer, header: number, size: number): string {
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
  const bytes = archive.subarray(start, start + size)
  return (archive.readUInt16LE(header + 8) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
}
