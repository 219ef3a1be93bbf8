import { hash } from 'node:crypto'

import { type Memory, nothingHeard } from '../model/history.ts'
import { historyLimits } from '../model/limits.ts'
import {
  certificate,
  heard,
  issue,
  lastAnswer,
  lastScan,
  rotation,
  state,
  told,
  trouble,
} from './memory-entries.ts'
import { DamagedMemory, formed, list, record, sha256, textOf } from './memory-fields.ts'
import { forms } from './memory-form.ts'
import { memoryJson, schemaVersion } from './memory-json.ts'

/** A newer major version wrote the file: it is left as it is. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'

  constructor(version: string) {
    super(`schema_version ${version}: written by a newer version of certificate-monitor`)
  }
}

/**
 * Reads a memory file. By hand, because a run begins with thousands of them; the schema that `schema history` prints
 * says the same. Throws `DamagedMemory`, or `NewerSchema` where a later major version wrote the file.
 */
export function readMemory(text: string): Memory {
  const file = versioned(text)
  const memory: Memory = {
    id: textOf(file['id'], 'id', historyLimits.idCharacters),
    certificates: list(file['certificates'], 'certificates', certificate),
    settled: list(file['settled'], 'settled', sha256),
    rotations: list(file['rotations'], 'rotations', rotation),
    states: list(file['states'], 'states', state, historyLimits.entries),
    troubles: list(file['troubles'], 'troubles', trouble, historyLimits.entries).flatMap(
      (known) => known ?? [],
    ),
    lastAnswer: file['last_answer'] === null ? null : lastAnswer(file['last_answer']),
    lastScan: (file['last_scan'] ?? null) === null ? null : lastScan(file['last_scan']),
    // The first version of the file knows nothing of messages and issues.
    told: file['told'] === undefined ? [] : list(file['told'], 'told', told, historyLimits.entries),
    issue: file['issue'] === undefined || file['issue'] === null ? null : issue(file['issue']),
    heard: file['heard'] === undefined ? nothingHeard : heard(file['heard']),
  }
  checkLeaves(memory)
  return memory
}

/** The fields of a file that this version may read. */
export function versioned(text: string): Readonly<Record<string, unknown>> {
  const file = record(parsed(text), 'the file')
  checkVersion(file['schema_version'])
  return file
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new DamagedMemory('not JSON', { cause: thrown })
  }
}

function checkVersion(value: unknown): void {
  const version = formed(value, 'schema_version', forms.version)
  const [major, ours] = [version, schemaVersion].map((text) => Number.parseInt(text, 10))
  if (major === ours) return
  if (Number(major) > Number(ours)) throw new NewerSchema(version)
  throw new DamagedMemory(`schema_version: nobody ever wrote ${version}`)
}

/** Each leaf once, and each settled one known: nothing else can be compared with. */
function checkLeaves({ certificates, settled }: Memory): void {
  const known = new Set(certificates.map(({ sha256 }) => sha256))
  if (known.size < certificates.length) throw new DamagedMemory('certificates: one stands there twice')
  if (new Set(settled).size < settled.length) throw new DamagedMemory('settled: one stands there twice')
  if (!settled.every((leaf) => known.has(leaf)))
    throw new DamagedMemory('settled: a certificate that is not remembered')
}

/** The text of a memory file: JSON for people, too, an entry a line. */
export function writeMemory(memory: Memory): string {
  return fileText(memoryJson(memory))
}

export function fileText(json: object): string {
  const members = Object.entries(json).map(
    ([key, value]) => `  "${key}": ${Array.isArray(value) ? lines(value) : line(value)}`,
  )
  return `{\n${members.join(',\n')}\n}\n`
}

function lines(entries: readonly unknown[]): string {
  return entries.length === 0 ? '[]' : `[\n${entries.map((entry) => `    ${line(entry)}`).join(',\n')}\n  ]`
}

/** What could act in a terminal, or hide there, is written as `\uXXXX` (RFC 8259 §7). */
function line(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

/** `host:port`, in which nothing needs care in any file system; the longest hosts are too long for one. */
const plain = /^(?=.{3,180}$)([a-z0-9][a-z0-9._-]*):(\d{1,5})$/
/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)\./
const longestReadable = 120

/**
 * The name of the file that remembers an endpoint: `example.com_443.json`. Whatever is unusual about an id gives way
 * to `-`, and eight digits of its SHA-256 keep it apart from all others. Below 200 octets, for every file system.
 */
export function memoryFileName(id: string): string {
  const [, host, port] = plain.exec(id) ?? []
  if (host !== undefined && port !== undefined && !device.test(id)) return `${host}_${port}.json`
  const digest = hash('sha256', id).slice(0, 8)
  const readable = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, (signs) => (signs === '.' ? '.' : '-'))
    .slice(0, longestReadable)
    .replaceAll(/^[.-]+|[.-]+$/g, '')
  return `${device.test(readable) ? 'host-' : ''}${readable}-${digest}.json`
}
