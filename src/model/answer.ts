/**
 * What became of asking the outside world a question.
 *
 * "We could not find out" is an answer in its own right: it is never `undefined`, never `false`,
 * and never mistaken for "no".
 */
export type Answer<T> = Known<T> | Unanswered

export interface Known<T> {
  readonly known: true
  readonly value: T
}

export interface Unanswered {
  readonly known: false
  readonly reason: Reason
  /** One sentence for people; for the reason `bug`, the stack. */
  readonly detail: string
}

/** Why a question went unanswered. The list is closed; a new reason is a design decision. */
export const reasons = [
  'unresolved', // DNS gave no address
  'refused', // the port is closed
  'unreachable', // no route
  'timed-out', // no answer before the deadline
  'reset', // TCP RST
  'closed', // the peer hung up without an answer
  'refused-handshake', // the peer answered with a fatal TLS alert
  'not-tls', // something else answered
  'starttls-refused', // the server does not offer STARTTLS, or its greeting refuses us
  'proxy-refused', // the HTTP proxy would not open the tunnel
  'malformed', // the peer, or the file, holds bytes that break the specification
  'blocked', // our own configuration forbids the address
  'unreadable', // the file cannot be read
  'wrong-password', // the file does not open with the password given
  'not-asked', // our own configuration turned the question off
  'not-observed', // the run ended before the question was put
  'bug', // our fault
] as const
export type Reason = (typeof reasons)[number]

export function known<T>(value: T): Known<T> {
  return { known: true, value }
}

export function unanswered(reason: Reason, detail: string): Unanswered {
  return { known: false, reason, detail }
}
