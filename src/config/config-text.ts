import { createHash } from 'node:crypto'

import type { Place } from '../model/target.ts'
import { type Complaint, ConfigError } from './complaint.ts'
import { type ConfigDocument, placesIn } from './document.ts'
import { readJsonDocument } from './json-document.ts'
import { readYamlDocument } from './yaml-document.ts'

export interface ConfigFile extends ConfigDocument {
  /** Of the octets as they stand in the file, in lower-case hex. */
  readonly sha256: string
}

/** Reads the octets of a config: JSON where the name ends in `.json`, else YAML. Throws a ConfigError. */
export function readConfigText(bytes: Uint8Array, file: string): ConfigFile {
  const text = decoded(bytes, file)
  const complaints = controlCharacters(text, file)
  if (complaints.length > 0) throw new ConfigError(complaints)
  const read = /\.json$/i.test(file) ? readJsonDocument : readYamlDocument
  return { ...read(text, file), sha256: createHash('sha256').update(bytes).digest('hex') }
}

export function startOf(file: string): Place {
  return { file, line: 1, column: 1 }
}

function decoded(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  try {
    if (!utf16) return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const message = utf16 ? 'The file is written in UTF-16.' : 'The file is not valid UTF-8.'
  throw new ConfigError([{ place: startOf(file), message, remedy: 'Save it as UTF-8.' }])
}

/** YAML 1.2.2 §5.1 allows tab, line feed and carriage return; what prints the rest can be fooled by it. */
function controlCharacters(text: string, file: string): Complaint[] {
  const place = placesIn(text, file)
  const control = /[^\P{Cc}\t\n\r\u0085]/gu
  const complaints: Complaint[] = []
  for (let found = control.exec(text); found !== null; found = control.exec(text)) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    const remedy = 'Remove it; if the whole file looks broken, save it as UTF-8.'
    complaints.push({
      place: place(found.index),
      message: `The control character U+${code} stands here.`,
      remedy,
    })
    if (complaints.length === mostControls) break
  }
  return complaints
}

const mostControls = 5
