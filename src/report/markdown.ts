import { shortened } from '../model/text.ts'
import { proseForMarkdown } from './escape.ts'
import type { Mark } from './row.ts'

export const emoji: Readonly<Record<Mark, string>> = {
  error: '❌',
  warning: '⚠️',
  notice: 'ℹ️',
  healthy: '✅',
  waived: '⏸️',
  unchecked: '❔',
}

const longestSentence = 1000

/** A sentence that somebody else made, short enough for a list. */
export function told(text: string): string {
  return proseForMarkdown(shortened(text, longestSentence))
}

/** Lines folded away under a title; nothing at all without lines. */
export function details(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`<details><summary>${title}</summary>`, '', ...lines, '</details>', '']
}

/** The lines from the first on that take no more bytes than there are. */
export function fitting(lines: readonly string[], most: number): readonly string[] {
  let free = most
  const end = lines.findIndex((line) => (free -= bytes([line])) < 0)
  return end < 0 ? lines : lines.slice(0, end)
}

/** What the lines take in a file, line ends included. */
export function bytes(lines: readonly string[]): number {
  return Buffer.byteLength(lines.join('\n')) + 1
}
