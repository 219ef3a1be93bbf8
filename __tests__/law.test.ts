import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

import { expect, test } from 'vitest'

/** The law of imports (ARCHITECTURE.md), checked a second time: a linter can be switched off in a comment. */
const source = join(import.meta.dirname, '..', 'src')
const rooms = ['config', 'observe', 'judge', 'history', 'report', 'deliver', 'shards']
const pure = ['model', 'wire', 'judge', 'history', 'report', 'shards']

interface SourceFile {
  readonly path: string
  readonly room: string
  readonly text: string
  /** What is imported, relative paths turned into paths below src/. */
  readonly imports: readonly string[]
}

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map((entry) => {
    const path = relative(source, join(entry.parentPath, entry.name)).split(sep).join('/')
    const text = readFileSync(join(source, path), 'utf8')
    const imported = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => {
      return name.startsWith('.')
        ? relative(source, join(source, path, '..', name))
            .split(sep)
            .join('/')
        : name
    })
    return { path, room: path.includes('/') ? (path.split('/')[0] ?? '') : '', text, imports: imported }
  })

function offenders(guilty: (file: SourceFile) => boolean): readonly string[] {
  return files.filter(guilty).map(({ path }) => path)
}

test('there are files to judge', () => {
  expect(files.length).toBeGreaterThan(100)
})

test('model is the ground: it imports nothing but itself', () => {
  expect(
    offenders((file) => file.room === 'model' && file.imports.some((name) => !name.startsWith('model/'))),
  ).toEqual([])
})

test.each(rooms)('%s imports no other room, no door and not the staircase', (room) => {
  const forbidden = [
    ...rooms.filter((other) => other !== room).map((other) => `${other}/`),
    'runner/',
    'terminal/',
  ]
  const above = [
    'main.ts',
    'monitor.ts',
    'world.ts',
    'run-signal.ts',
    'memories.ts',
    'report-files.ts',
    'fleet.ts',
    'repository-root.ts',
    'issues.ts',
  ]
  const guilty = (file: SourceFile): boolean =>
    file.room === room &&
    file.imports.some((name) => forbidden.some((prefix) => name.startsWith(prefix)) || above.includes(name))
  expect(offenders(guilty)).toEqual([])
})

test('tools know nothing of the rooms above them', () => {
  const above = [...rooms, 'runner', 'terminal']
  const guilty = (file: SourceFile): boolean =>
    ['wire', 'net'].includes(file.room) &&
    file.imports.some(
      (name) => above.includes(name.split('/')[0] ?? '') || (file.room === 'wire' && name.startsWith('net/')),
    )
  expect(offenders(guilty)).toEqual([])
})

test('the doors do not use each other', () => {
  expect(
    offenders(
      ({ room, imports }) => room === 'runner' && imports.some((name) => name.startsWith('terminal/')),
    ),
  ).toEqual([])
  expect(
    offenders(
      ({ room, imports }) => room === 'terminal' && imports.some((name) => name.startsWith('runner/')),
    ),
  ).toEqual([])
})

test.each([
  ['@actions/', ['runner/']],
  ['yaml', ['config/']],
  ['zod', ['config/', 'report/report-schema.ts', 'report/schema/', 'history/memory-schema.ts', 'shards/']],
  ['exceljs', ['report/xlsx.ts']],
  ['node-forge', ['wire/der.ts', 'wire/pkcs12.ts']],
  ['dns-packet', ['net/dns-message.ts']],
])('%s stays behind its fence', (dependency, allowed) => {
  const guilty = ({ path, imports }: SourceFile): boolean =>
    imports.some((name) => name.startsWith(dependency)) && !allowed.some((prefix) => path.startsWith(prefix))
  expect(offenders(guilty)).toEqual([])
})

test('pure rooms touch no socket and no file, and ask neither the time, nor the environment, nor chance', () => {
  const outside =
    /^node:(net|tls|dns|fs|http|https|http2|dgram|child_process|worker_threads|os|timers|perf_hooks)\b/
  const asking = /\bDate\.now\(|new Date\(\)|\bprocess\.|Math\.random|\bperformance\./
  const guilty = ({ room, imports, text }: SourceFile): boolean =>
    pure.includes(room) && (imports.some((name) => outside.test(name)) || asking.test(text))
  expect(offenders(guilty)).toEqual([])
})

test('only the doors know arguments, environment, standard streams and exit codes', () => {
  const personal = /\bprocess\.(argv|env|stdout|stderr|stdin|exit|exitCode)\b/
  const guilty = ({ path, room, text }: SourceFile): boolean =>
    !['runner', 'terminal'].includes(room) &&
    !['main.ts', 'run-signal.ts'].includes(path) &&
    personal.test(text)
  expect(offenders(guilty)).toEqual([])
})

test('nothing is silenced: no ts-ignore, no empty catch', () => {
  const silenced = /@ts-(?:ignore|nocheck|expect-error)|catch\s*(?:\(\w+\)\s*)?\{\s*\}/
  expect(offenders(({ text }) => silenced.test(text))).toEqual([])
})

test('all waiting goes by a clock that nobody sets: who asks for the time of day is known by name', () => {
  expect(offenders(({ text }) => /\bDate\.now\b|new Date\(\)/.test(text)).toSorted()).toEqual([
    'deliver/whole-file.ts', // the age of a file
    'issues.ts', // dates that GitHub names
    'net/cache-folder.ts', // the age of a file
    'notifications.ts', // dates that receivers name
    'runner/fleet.ts',
    'terminal/journal.ts',
    'terminal/lab/mint.ts',
    'terminal/run-check.ts', // says when the next check comes
    'terminal/run-demo.ts',
    'world.ts',
  ])
})
