import type { Conversation } from '../conversation.ts'

/** Reads the lines of a list up to the dot that ends it (RFC 1939 §3, RFC 3977 §3.1.1). */
export async function readListing(conversation: Conversation, awaited: string): Promise<readonly string[]> {
  const lines: string[] = []
  for (;;) {
    const line = await conversation.line(awaited)
    if (line === '.') return lines
    lines.push(line.replace(/^\.\./, '.')) // dot-stuffing
  }
}

/** Whether the first word of a line is this keyword, in any case. */
export function lists(lines: readonly string[], keyword: string): boolean {
  return lines.some((line) => line.trim().split(/\s/, 1)[0]?.toUpperCase() === keyword)
}
