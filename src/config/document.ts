import type { Place } from '../model/target.ts'
import { shortened } from '../model/text.ts'
import { type Complaint, ConfigError } from './complaint.ts'

/** A value of the config with the place where it was written: the same tree for YAML and for JSON. */
export type ConfigNode =
  | { readonly kind: 'scalar'; readonly offset: number; readonly value: unknown }
  | { readonly kind: 'list'; readonly offset: number; readonly items: readonly ConfigNode[] }
  | { readonly kind: 'mapping'; readonly offset: number; readonly entries: ConfigEntries }

export type ConfigEntries = ReadonlyMap<string, ConfigEntry>

export interface ConfigEntry {
  /** Where the key begins. */
  readonly offset: number
  readonly node: ConfigNode
}

export type ConfigPath = readonly (string | number)[]

/** A config that is free of syntax errors. */
export interface ConfigDocument {
  readonly value: unknown
  /** Where the value at the path stands, or its key; a path that leads nowhere ends at what it last met. */
  readonly place: (path: ConfigPath, at: 'key' | 'value') => Place
}

/** Something is wrong with the syntax; carries an offset into the text. */
export interface SyntaxComplaint {
  readonly offset: number
  readonly message: string
  readonly remedy: string
}

export function configDocument(root: ConfigNode, place: (offset: number) => Place): ConfigDocument {
  return { value: plainValue(root), place: (path, at) => place(offsetAt(root, path, at)) }
}

/** Turns syntax complaints into the error that is thrown. */
export function syntaxError(
  complaints: readonly SyntaxComplaint[],
  place: (offset: number) => Place,
): ConfigError {
  return new ConfigError(
    complaints.map(({ offset, message, remedy }): Complaint => ({ place: place(offset), message, remedy })),
  )
}

/** What is wrong with a key of a mapping whose earlier keys are known; `undefined`: nothing. */
export function keyTrouble(
  key: string,
  offset: number,
  earlier: ConfigEntries,
  place: (offset: number) => Place,
): SyntaxComplaint | undefined {
  const first = earlier.get(key)
  if (first !== undefined) {
    const { line } = place(first.offset)
    const message = `"${shortened(key)}" stands here a second time, first in line ${line}.`
    return { offset, message, remedy: 'Keep one.' }
  }
  // Some readers of records pass over this one key without a word.
  return key === '__proto__'
    ? { offset, message: '"__proto__" is not a setting.', remedy: 'Leave it out.' }
    : undefined
}

/** A function from offsets to places, by the line starts found once. */
export function placesIn(text: string, file: string): (offset: number) => Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

function plainValue(node: ConfigNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  // fromEntries defines own properties, so that even __proto__ is only a key
  return Object.fromEntries(Array.from(node.entries, ([key, entry]) => [key, plainValue(entry.node)]))
}

/** The plain value at a path; `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, path: ConfigPath): unknown {
  let at = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Object.getOwnPropertyDescriptor(at, step)?.value
  }
  return at
}

function offsetAt(root: ConfigNode, path: ConfigPath, at: 'key' | 'value'): number {
  let node = root
  let { offset } = root
  for (const step of path) {
    if (node.kind === 'list') {
      const item = typeof step === 'number' ? node.items[step] : undefined
      if (item === undefined) return offset
      node = item
      offset = item.offset
    } else if (node.kind === 'mapping') {
      const entry = node.entries.get(String(step))
      if (entry === undefined) return offset
      node = entry.node
      offset = at === 'key' ? entry.offset : entry.node.offset
    } else return offset
  }
  return offset
}
