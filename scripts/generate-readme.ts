import { readFileSync, writeFileSync } from 'node:fs'

import { parse } from 'yaml'

import { configSchema } from '../src/config/json-schema.ts'
import { helpText } from '../src/terminal/help.ts'
import { renderConfigReference } from './config-reference.ts'
import { code, table } from './markdown-table.ts'

/** What the README repeats, each from the one place where it is decided. */
interface Sources {
  readonly action: ActionInterface
  /** The workflow to copy. */
  readonly workflow: string
  /** What `--help` prints. */
  readonly help: string
}

/** The part of `action.yml` that users write to and read from. */
export interface ActionInterface {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** A file of the repository as text; the path is relative to its root. */
export function repositoryFile(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}

/** The sources as they stand in the repository. */
export function readSources(): Sources {
  return {
    action: parse(repositoryFile('action.yml')) as ActionInterface,
    workflow: repositoryFile('examples/workflows/schedule.yml'),
    help: helpText,
  }
}

/** The README with its generated sections written anew. Throws when a section has lost its marks. */
export function renderReadme(readme: string, { action, workflow, help }: Sources): string {
  const inputs = Object.entries(action.inputs).map(([name, input]) => {
    return [code(name), input.default === undefined ? '' : code(input.default), input.description]
  })
  const outputs = Object.entries(action.outputs).map(([name, output]) => [code(name), output.description])
  const sections = {
    workflow: fence('yaml', workflow),
    inputs: table(['Input', 'Default', 'What it is'], inputs),
    outputs: table(['Output', 'What it is'], outputs),
    help: fence('text', help),
  }
  return Object.entries(sections).reduce(
    (text, [name, content]) => withSection(text, 'README.md', name, content),
    readme,
  )
}

/** `docs/config.md` with the reference of every key written anew, from the schema that reads them. */
export function renderConfigDocument(text: string): string {
  return withSection(text, 'docs/config.md', 'keys', renderConfigReference(configSchema()))
}

function withSection(text: string, document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${document}: the section "${name}" has no ${begin} … ${end}`)
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

if (import.meta.main) {
  write('README.md', (text) => renderReadme(text, readSources()))
  write('docs/config.md', renderConfigDocument)
}

function write(path: string, render: (text: string) => string): void {
  writeFileSync(new URL(`../${path}`, import.meta.url), render(repositoryFile(path)))
}
