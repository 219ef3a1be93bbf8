import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import {
  readSources,
  renderConfigDocument,
  renderReadme,
  repositoryFile,
} from '../scripts/generate-readme.ts'
import { configSchema } from '../src/config/json-schema.ts'
import { stageAt, thresholds } from '../src/judge/thresholds.ts'
import { dayMs } from '../src/model/certificate.ts'
import { ruleIds } from '../src/model/rule-id.ts'
import { certificate, now } from './support/certificate.ts'
import { documents } from './support/code-blocks.ts'

const readme = repositoryFile('README.md')
const architecture = repositoryFile('ARCHITECTURE.md')
const security = repositoryFile('SECURITY.md')

test('the README repeats action.yml, the workflow to copy and --help as they are', () => {
  expect(readme).toBe(renderReadme(readme, readSources()))
})

test('docs/config.md tells every key as the schema has it', () => {
  const text = repositoryFile('docs/config.md')

  expect(text).toBe(renderConfigDocument(text))
})

test('a section that has lost its marks is named', () => {
  expect(() => renderReadme('# Nothing\n', readSources())).toThrow(
    'README.md: the section "workflow" has no <!-- generated: workflow --> … <!-- end: workflow -->',
  )
})

test('a pipe in a description does not end its cell', () => {
  const marks = ['workflow', 'inputs', 'outputs', 'help'].map(
    (name) => `<!-- generated: ${name} --><!-- end: ${name} -->`,
  )
  const inputs = { mode: { description: 'a|b\n' } }
  const rendered = renderReadme(marks.join('\n'), { ...readSources(), action: { inputs, outputs: {} } })

  expect(rendered).toContain(String.raw`| ${'`mode`'} |         | a\|b       |`)
})

test('examples/full.yml shows every key of the config', () => {
  const shown = repositoryFile('examples/full.yml')
  const missing = keysOf(configSchema()).filter((key) => !new RegExp(`\\b${key}:`).test(shown))

  expect(missing).toEqual([])
})

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** The keys of a schema at every level. */
function keysOf({ properties = {}, items = {}, anyOf = [] }: Schema): readonly string[] {
  const below = [...Object.values(properties), items, ...anyOf].filter(
    (schema) => Object.keys(schema).length > 0,
  )
  return [...Object.keys(properties), ...below.flatMap(keysOf)]
}

const lives = [...readme.matchAll(/^\| ([\d.]+) (days|hours) +\| ([\d.]+) \2 +\| ([\d.]+) \2 +\|/gm)].map(
  ([, life, unit, warning, critical]) => ({
    unit,
    life: Number(life),
    warning: Number(warning),
    critical: Number(critical),
  }),
)

test('the README has a table of automatic thresholds', () => {
  expect(lives.length).toBeGreaterThan(4)
})

test.each(lives)('a certificate of $life $unit warns at $warning and alarms at $critical', (row) => {
  const perDay = row.unit === 'days' ? 1 : 24
  const notAfter = new Date(now.getTime() + (row.life / perDay) * dayMs - 1000)
  const limits = thresholds(certificate({ notBefore: now, notAfter }), {
    warningDays: 'auto',
    criticalDays: 'auto',
  })

  expect(limits.warningDays * perDay).toBeCloseTo(row.warning, 6)
  expect(limits.criticalDays * perDay).toBeCloseTo(row.critical, 6)
  expect(stageAt(limits.warningDays, limits)).toBe('warning')
})

const links = documents.flatMap((document) => {
  const prose = repositoryFile(document).replaceAll(/^```[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/(?:\]\(|src=")(?!https?:)([^)"#]*)(?:#([^)"]+))?[)"]/g)].map(
    ([, path = '', anchor = '']) => {
      const to = path === '' ? document : fileURLToPath(new URL(path, `file:///${document}`)).slice(1)
      return { document, to, anchor }
    },
  )
})

const threats = /## What we defend against[\s\S]*?(?=## What is not stopped)/.exec(security)?.[0] ?? ''
const actors = [...threats.matchAll(/^### (.+)\n([\s\S]*?)(?=^### |$(?![\s\S]))/gm)].map(
  ([, actor = '', text = '']) => ({ actor, ways: text.split(/^- /m).slice(1) }),
)

test('the threat model knows six who may wish us ill', () => {
  expect(actors.map(({ actor }) => actor)).toEqual([
    'A hostile server',
    'A hostile certificate',
    'A config in a pull request',
    'An artifact or a cache entry',
    'A reader of logs, reports and issues',
    'A compromised dependency',
  ])
})

test.each(actors)('$actor: each way is stopped by something that a test shows by its name', ({ ways }) => {
  const shown = ways.map((way) => [...way.matchAll(/\[([^\]]+)\]\((__tests__\/[^)]+)\)/g)])
  const untitled = shown.flat().filter(([, title = '', path = '']) => {
    const test = repositoryFile(path)
    return !["'", '"', '`'].some((quote) => test.includes(`(${quote}${title.replaceAll('\n', ' ')}${quote}`))
  })

  expect(ways.length).toBeGreaterThan(2)
  expect(shown.filter((links) => links.length === 0)).toEqual([])
  expect(untitled.map(([link]) => link)).toEqual([])
})

test('every file that a document links to is there', () => {
  expect(links.length).toBeGreaterThan(50)
  expect(links.filter(({ to }) => !existsSync(new URL(`../${to}`, import.meta.url)))).toEqual([])
})

test('every heading that a document links to is there', () => {
  const missing = links.filter(({ to, anchor }) => anchor !== '' && !anchorsOf(to).includes(anchor))

  expect(missing).toEqual([])
})

/** The headings of a document as GitHub names them in addresses. */
function anchorsOf(document: string): readonly string[] {
  return [...repositoryFile(document).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

const pictures = [
  ...readme.matchAll(/!\[(?<text>[^\]]*)\]\((?<path>[^)]+\.png)\)/g),
  ...readme.matchAll(/<img src="(?<path>[^"]+\.png)" alt="(?<text>[^"]*)"/g),
].map(({ groups: { path = '', text = '' } = {} }) => ({ path, text }))

test('the README shows the summary and the workbook', () => {
  expect(pictures.map(({ path }) => path).toSorted()).toEqual([
    '.github/images/summary.png',
    '.github/images/workbook-summary.png',
    '.github/images/workbook.png',
  ])
})

test.each(pictures)('$path has words in its place, and is no burden', ({ path, text }) => {
  const picture = readFileSync(new URL(`../${path}`, import.meta.url))

  expect(text.length).toBeGreaterThan(40)
  expect(picture.subarray(1, 4).toString('ascii')).toBe('PNG')
  expect(picture.length).toBeLessThan(250_000)
})

test.each(documents)('every rule that %s names is one that judges', (document) => {
  const families = new Set(ruleIds.map((id) => id.split('/')[0]))
  const named = [...repositoryFile(document).matchAll(/`([a-z]+)\/([a-z0-9.-]+)`/g)]
    .filter(([, family = '']) => families.has(family))
    .map(([, family, name]) => `${family}/${name}`)

  expect(named.filter((id) => !(ruleIds as readonly string[]).includes(id))).toEqual([])
})

test('ARCHITECTURE.md names every folder and every file at the top of src', () => {
  const entries = readdirSync(fileURLToPath(new URL('../src', import.meta.url)), { withFileTypes: true })
  const missing = entries
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => !architecture.includes(`\n  ${name} `))

  expect(missing).toEqual([])
})

test('every dependency has a line that says why we have it', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    repositoryFile('package.json'),
  ) as {
    readonly [kind: string]: Readonly<Record<string, string>>
  }
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })

  expect(names.filter((name) => !architecture.includes(`\`${name}\``))).toEqual([])
})
