import { serverLimits } from '../model/limits.ts'
import { ConversationError } from './conversation-error.ts'
import { quoted } from './quoted.ts'

export type HeadFields = readonly (readonly [name: string, value: string])[]

/**
 * Takes the head of an HTTP answer (RFC 9112) in the pieces it comes in; interim answers (1xx) are passed over and
 * forgotten. What was looked through is not looked through again: a head may come octet by octet.
 */
export class HeadReader {
  #held = ''
  #received = 0

  /** The fields of the first final answer in their order; `undefined` while it has not come to the end of its head. */
  push(piece: Uint8Array): HeadFields | undefined {
    const from = Math.max(0, this.#held.length - 3)
    this.#held += Buffer.from(piece).toString('latin1')
    this.#received += piece.length
    const fields = this.#final(from)
    if (fields === undefined && this.#received > serverLimits.httpsHeadBytes)
      throw broken(`a head of more than ${serverLimits.httpsHeadBytes} octets`, this.#held)
    return fields
  }

  #final(from: number): HeadFields | undefined {
    for (let search = from; ; search = 0) {
      if (!'HTTP/1.'.startsWith(this.#held.slice(0, 7))) throw broken('no HTTP answer', this.#held)
      const end = this.#held.indexOf('\r\n\r\n', search)
      if (end < 0) return undefined
      const [status = '', ...lines] = this.#held.slice(0, end).split('\r\n')
      const code = /^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(status)?.[1]
      if (code === undefined) throw broken('no HTTP answer', this.#held)
      if (!code.startsWith('1')) return lines.flatMap(fieldIn)
      this.#held = this.#held.slice(end + 4)
    }
  }
}

/** What has no name is no field. */
function fieldIn(line: string): HeadFields {
  const colon = line.indexOf(':')
  return colon < 1 ? [] : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]]
}

function broken(what: string, held: string): ConversationError {
  return new ConversationError('malformed', `the server sent ${what}: ${quoted(held.slice(0, 200))}`)
}
