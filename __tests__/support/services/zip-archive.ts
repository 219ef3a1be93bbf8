import { crc32, deflateRawSync } from 'node:zlib'

/** One entry as it is to stand in the archive; what is left out is honest. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer | string
  /** Unix mode: `0o120777` is a symbolic link. */
  readonly mode?: number
  readonly method?: 0 | 8
  /** A size that may be a lie. */
  readonly size?: number
  readonly flags?: number
  readonly crc?: number
}

/** Writes a ZIP archive, sound or hostile (APPNOTE 6.3.10 §4.3). */
export function zipArchive(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = written(entry, offset)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function written(entry: ZipEntry, offset: number): { local: Buffer; central: Buffer } {
  const { method = 8, mode = 0o100644, flags = 0 } = entry
  const bytes = Buffer.from(entry.bytes)
  const stored = method === 8 ? deflateRawSync(bytes) : bytes
  const name = Buffer.from(entry.name)
  const common = Buffer.alloc(26) // from "version needed" to the extra field's length
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(method, 4)
  common.writeUInt32LE(entry.crc ?? crc32(bytes), 10)
  common.writeUInt32LE(stored.length, 14)
  common.writeUInt32LE(entry.size ?? bytes.length, 18)
  common.writeUInt16LE(name.length, 22)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE((3 << 8) | 20, 4) // made by Unix
  common.copy(central, 6)
  central.writeUInt32LE((mode << 16) >>> 0, 38)
  central.writeUInt32LE(offset, 42)
  const head = Buffer.alloc(4)
  head.writeUInt32LE(0x04034b50, 0)
  return { local: Buffer.concat([head, common, name, stored]), central: Buffer.concat([central, name]) }
}
