import { readFileSync, writeFileSync } from 'node:fs'

import { parse } from 'yaml'

import { helpText } from '../src/terminal/help.ts'

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
  return Object.entries(sections).reduce((text, [name, content]) => withSection(text, name, content), readme)
}

function withSection(readme: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`]
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md: the section "${name}" has no ${begin} … ${end}`)
  return `${readme.slice(0, from + begin.length)}\n\n${content}\n\n${readme.slice(to)}`
}

/** Columns as wide as their widest cell, as the formatter has them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => {
    return Math.max(...[head, ...rows].map((row) => cell(row[column] ?? '').length))
  })
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => cell(row[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

function cell(text: string): string {
  return text
    .trim()
    .replaceAll('|', String.raw`\|`)
    .replaceAll('\n', ' ')
}

function code(text: string): string {
  return `\`${text}\``
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

if (import.meta.main) {
  const path = new URL('../README.md', import.meta.url)
  writeFileSync(path, renderReadme(readFileSync(path, 'utf8'), readSources()))
}
