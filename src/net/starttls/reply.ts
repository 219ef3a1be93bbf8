import type { Conversation } from '../conversation.ts'
import { malformed } from './dialogue.ts'

/** A reply of SMTP (RFC 5321 §4.2) or FTP (RFC 959 §4.2): its code and the text of each line. */
interface Reply {
  readonly code: string
  readonly texts: readonly string[]
  /** The reply as it was sent, on one line. */
  readonly said: string
}

/**
 * Reads one reply. FTP marks only the first and the last line of several with the code, SMTP marks each.
 * A first line that is no reply is for `otherwise` to name.
 */
export async function readReply(
  conversation: Conversation,
  awaited: string,
  protocol: 'SMTP' | 'FTP',
  otherwise: (line: string) => Error = (line) => malformed(awaited, line),
): Promise<Reply> {
  const lines: string[] = []
  let code: string | undefined
  for (;;) {
    const line = await conversation.line(awaited)
    const [, digits, mark, text] = /^([1-5]\d\d)(?:([ -])(.*))?$/s.exec(line) ?? []
    if (code === undefined && digits === undefined) throw otherwise(line)
    code ??= digits
    const marked = digits === code
    if (!marked && protocol === 'SMTP') throw malformed(awaited, line)
    lines.push(marked ? (text ?? '') : line.trim())
    if (marked && mark !== '-') return { code: code ?? '', texts: lines, said: `${code} ${lines.join(' ')}` }
  }
}
