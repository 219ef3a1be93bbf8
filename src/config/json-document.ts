import { configLimits } from '../model/limits.ts'
import type { Place } from '../model/target.ts'
import {
  type ConfigDocument,
  configDocument,
  type ConfigEntry,
  type ConfigNode,
  placesIn,
  keyTrouble,
  type SyntaxComplaint,
  syntaxError,
} from './document.ts'

/** Reads strict JSON (RFC 8259), keeping places; throws a ConfigError at the first breach. */
export function readJsonDocument(text: string, file: string): ConfigDocument {
  const place = placesIn(text, file)
  const cursor: Cursor = { text, at: 0, place, complaints: [] }
  try {
    const root = readValue(cursor, 0)
    skipSpace(cursor)
    if (cursor.at < text.length) throw breach(cursor, 'the end of the file')
    if (cursor.complaints.length > 0) throw syntaxError(cursor.complaints, place)
    return configDocument(root, place)
  } catch (error) {
    if (error instanceof Breach) throw syntaxError([error.complaint], place)
    throw error
  }
}

interface Cursor {
  readonly text: string
  at: number
  readonly place: (offset: number) => Place
  readonly complaints: SyntaxComplaint[]
}

class Breach extends Error {
  readonly complaint: SyntaxComplaint

  constructor(complaint: SyntaxComplaint) {
    super(complaint.message)
    this.complaint = complaint
  }
}

function breach({ text, at }: Cursor, wanted: string): Breach {
  const found =
    at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : 'the end of the file'
  return new Breach({
    offset: at,
    message: `JSON breaks off: found ${found}, wanted ${wanted}.`,
    remedy: 'Mend it here, or name the file .yml for YAML.',
  })
}

function readValue(cursor: Cursor, level: number): ConfigNode {
  skipSpace(cursor)
  const offset = cursor.at
  const sign = cursor.text[offset]
  if ((sign === '[' || sign === '{') && level >= configLimits.levels)
    throw new Breach({
      offset: 0,
      message: `The file nests deeper than ${configLimits.levels} levels.`,
      remedy: 'Write it flatter.',
    })
  if (sign === '[')
    return { kind: 'list', offset, items: readItems(cursor, ']', () => readValue(cursor, level + 1)) }
  if (sign === '{') {
    const entries = new Map<string, ConfigEntry>()
    readItems(cursor, '}', () => readEntry(cursor, level, entries))
    return { kind: 'mapping', offset, entries }
  }
  return { kind: 'scalar', offset, value: sign === '"' ? readText(cursor) : readWord(cursor) }
}

function readItems<T>(cursor: Cursor, end: string, read: () => T): T[] {
  const items: T[] = []
  cursor.at++
  if (skipped(cursor, end)) return items
  do items.push(read())
  while (skipped(cursor, ','))
  if (!skipped(cursor, end)) throw breach(cursor, `"," or "${end}"`)
  return items
}

function readEntry(cursor: Cursor, level: number, entries: Map<string, ConfigEntry>): void {
  skipSpace(cursor)
  const offset = cursor.at
  if (cursor.text[offset] !== '"') throw breach(cursor, 'a key in double quotes')
  const key = readText(cursor)
  if (!skipped(cursor, ':')) throw breach(cursor, '":"')
  const trouble = keyTrouble(key, offset, entries, cursor.place)
  if (trouble !== undefined) cursor.complaints.push(trouble)
  entries.set(key, { offset, node: readValue(cursor, level + 1) })
}

function readText(cursor: Cursor): string {
  let end = cursor.at + 1
  while (end < cursor.text.length && cursor.text[end] !== '"') end += cursor.text[end] === '\\' ? 2 : 1
  const written = cursor.text.slice(cursor.at, end + 1)
  try {
    const text = JSON.parse(written) as string
    cursor.at = end + 1
    return text
  } catch {
    throw new Breach({
      offset: cursor.at,
      message: 'This text is not closed, or holds a line break or an unknown escape.',
      remedy: 'Close it on the same line; escape a line break as \\n and a backslash as \\\\.',
    })
  }
}

const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y

function readWord(cursor: Cursor): unknown {
  word.lastIndex = cursor.at
  const [written] = word.exec(cursor.text) ?? []
  if (written === undefined) throw breach(cursor, 'a value')
  cursor.at += written.length
  return JSON.parse(written)
}

/** Steps over the sign when it comes next. */
function skipped(cursor: Cursor, sign: string): boolean {
  skipSpace(cursor)
  if (cursor.text[cursor.at] !== sign) return false
  cursor.at++
  return true
}

function skipSpace(cursor: Cursor): void {
  while (/[ \t\r\n]/.test(cursor.text[cursor.at] ?? '')) cursor.at++
}
