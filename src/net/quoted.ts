import { shortened } from '../model/text.ts'

/** What a stranger said, fit to stand in our sentence: in quotes, shortened, nothing invisible left alive. */
export function quoted(said: string | Uint8Array): string {
  const text = typeof said === 'string' ? said : Buffer.from(said).toString('latin1')
  return `"${shortened(text).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}"`
}

function escaped(character: string): string {
  const short = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character]
  if (short !== undefined) return short
  const code = character.codePointAt(0) ?? 0
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
}
