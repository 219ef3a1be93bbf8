import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const corpus = fileURLToPath(new URL('../../__tests__/corpus/', import.meta.url))

/** Puts an input into the corpus of a parser. */
export function put(parser: string, name: string, content: string | Uint8Array): void {
  mkdirSync(join(corpus, parser), { recursive: true })
  writeFileSync(join(corpus, parser, name), content)
}

/** A folder for work, and programs run in it. */
export interface Bench {
  readonly folder: string
  readonly run: (program: string, ...parameters: readonly string[]) => Promise<string>
  readonly write: (name: string, text: string) => void
  readonly read: (name: string) => Buffer
}

/** Works in a folder that goes when the work is done. */
export async function atBench(work: (bench: Bench) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  const run = async (program: string, ...parameters: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(program, [...parameters], {
      cwd: folder,
      maxBuffer: 2 ** 26,
    })
    return stdout
  }
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  const read = (name: string): Buffer => readFileSync(join(folder, name))
  try {
    await work({ folder, run, write, read })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
