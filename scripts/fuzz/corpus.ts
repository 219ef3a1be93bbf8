import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Subject } from './subject.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const committed = join(root, '__tests__', 'corpus')

/** What fuzzing found of its own accord and keeps for the next time; not committed. */
const grown = join(root, 'fuzz', 'corpus')
/** Inputs that broke something; not committed. */
const findings: string = join(root, 'fuzz', 'findings')

/** An input and where it stands. */
export interface Sample {
  readonly path: string
  readonly input: Buffer
}

/** The committed inputs of a parser: its own folder, and files made for other purposes that it can read. */
export function corpusOf({ name, borrowed = [] }: Subject): readonly Sample[] {
  const others = borrowed.flatMap((beginning) => {
    const path = join(root, beginning)
    return filesIn(dirname(path)).filter((file) => file.startsWith(path))
  })
  return [...committedInputs(name), ...others.map(sample)]
}

/** What stands in one folder of __tests__/corpus/. */
export function committedInputs(name: string): readonly Sample[] {
  return filesIn(join(committed, name)).map(sample)
}

/** What earlier fuzzing kept on this machine. */
export function grownCorpusOf({ name }: Subject): readonly Sample[] {
  return filesIn(join(grown, name)).map(sample)
}

export function keepGrown({ name }: Subject, input: Uint8Array): void {
  mkdirSync(join(grown, name), { recursive: true })
  writeFileSync(join(grown, name, digestOf(input)), input)
}

/** Writes an input that broke something; answers its path. */
export function keepFinding({ name }: Subject, input: Uint8Array, story: string): string {
  const path = join(findings, name, digestOf(input))
  mkdirSync(join(findings, name), { recursive: true })
  writeFileSync(path, input)
  writeFileSync(`${path}.txt`, `${story}\n`)
  return path
}

function digestOf(input: Uint8Array): string {
  return createHash('sha256').update(input).digest('hex').slice(0, 16)
}

/** In the order of their names: what is drawn from them can be drawn again. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => !/\.(?:txt|md|ts)$/u.test(name))
  return names.toSorted().map((name) => join(folder, name))
}

function sample(path: string): Sample {
  return { path, input: readFileSync(path) }
}
