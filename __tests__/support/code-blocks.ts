import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { repositoryFile } from '../../scripts/generate-readme.ts'

/** A fenced block of a document. */
export interface CodeBlock {
  readonly document: string
  /** Of the opening fence. */
  readonly line: number
  /** What stands behind the fence; empty where nothing does. */
  readonly language: string
  readonly text: string
}

/** Every Markdown file for people, at the top of the repository and in `docs/`. */
export const documents: readonly string[] = ['', 'docs/'].flatMap((folder) => {
  const path = fileURLToPath(new URL(`../../${folder}`, import.meta.url))
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .map((name) => folder + name)
})

/** Every fenced block of those files, in order. Throws on a fence that nobody closed. */
export function codeBlocks(): readonly CodeBlock[] {
  return documents.flatMap((document) => blocksOf(document, repositoryFile(document)))
}

/** Fences of three backticks and more (CommonMark §4.5), indented inside a list, too. */
export function blocksOf(document: string, markdown: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = []
  let open: { readonly fence: string; readonly line: number; readonly language: string } | null = null
  let lines: string[] = []
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, fence = '', language = ''] = /^\s*(`{3,})\s*(\S*)/.exec(line) ?? []
    if (open === null) {
      if (fence !== '') [open, lines] = [{ fence, line: index + 1, language }, []]
    } else if (fence.length >= open.fence.length && language === '') {
      blocks.push({ document, line: open.line, language: open.language, text: `${lines.join('\n')}\n` })
      open = null
    } else lines.push(line)
  }
  if (open !== null) throw new Error(`${document}:${open.line}: nobody closes this block`)
  return blocks
}
