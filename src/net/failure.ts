import type { Reason } from '../model/answer.ts'
import { alertName } from '../wire/alert.ts'
import { Malformed, WrongPassword } from '../wire/malformed.ts'
import { ConversationError } from './conversation-error.ts'

/**
 * Gives a failure of sockets, of OpenSSL or of our readers its reason and a sentence. `undefined` for an error
 * that nobody has named yet: it counts as our bug until somebody does.
 */
export function named(error: Error): ConversationError | undefined {
  if (error instanceof ConversationError) return error
  if (error instanceof Malformed) return new ConversationError('malformed', error.message, { cause: error })
  if (error instanceof WrongPassword)
    return new ConversationError('wrong-password', error.message, { cause: error })
  const code = 'code' in error ? String(error.code) : ''
  const system = systemFailures[code]
  if (system !== undefined) return new ConversationError(...system, { cause: error })
  if (code === 'ECONNRESET') return hungUp(error)
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_OSSL_') || code === 'EPROTO')
    return openSslFailure(code, error)
  return undefined
}

const systemFailures: Readonly<Record<string, readonly [Reason, string]>> = {
  ECONNREFUSED: ['refused', 'connection refused (ECONNREFUSED)'],
  EHOSTUNREACH: ['unreachable', 'no route to host (EHOSTUNREACH)'],
  ENETUNREACH: ['unreachable', 'network unreachable (ENETUNREACH)'],
  ENETDOWN: ['unreachable', 'the network is down (ENETDOWN)'],
  EHOSTDOWN: ['unreachable', 'host is down (EHOSTDOWN)'],
  EADDRNOTAVAIL: ['unreachable', 'this machine has no address to reach it from (EADDRNOTAVAIL)'],
  EAFNOSUPPORT: ['unreachable', 'this machine does not speak that address family (EAFNOSUPPORT)'],
  EACCES: ['unreachable', 'this machine is not allowed to connect there (EACCES)'],
  EPERM: ['unreachable', 'a firewall of this machine forbids it (EPERM)'],
  ETIMEDOUT: ['timed-out', 'the system gave up connecting (ETIMEDOUT)'],
  ECONNABORTED: ['reset', 'connection aborted (ECONNABORTED)'],
  EPIPE: ['reset', 'broken pipe (EPIPE)'],
}

/** Node calls an orderly FIN before the end of the handshake ECONNRESET, too; only a real RST has a syscall. */
function hungUp(error: Error): ConversationError {
  return 'syscall' in error && error.syscall !== undefined
    ? new ConversationError('reset', 'RST instead of an answer (ECONNRESET)', { cause: error })
    : new ConversationError('closed', 'FIN instead of an answer', { cause: error })
}

function openSslFailure(code: string, error: Error): ConversationError {
  const alert = /SSL alert number (\d+)/.exec(error.message)?.[1]
  if (alert !== undefined) {
    const sentence = `fatal alert ${alertName(Number(alert))}`
    return new ConversationError('refused-handshake', sentence, { cause: error })
  }
  const reason = 'reason' in error ? String(error.reason) : (inMessage(error) ?? code)
  if (code === 'ERR_SSL_HTTP_REQUEST' || reason === 'wrong version number') {
    return new ConversationError('not-tls', 'its first octets are no TLS record', {
      cause: error,
    })
  }
  if (reason === 'unsupported protocol' || code === 'ERR_SSL_NO_PROTOCOLS_AVAILABLE') {
    const sentence = `it chose a TLS version that this program does not speak (${reason})`
    return new ConversationError('refused-handshake', sentence, { cause: error })
  }
  return new ConversationError('malformed', `OpenSSL finds ${reason}`, {
    cause: error,
  })
}

/** Where something was written before the handshake was over, Node has EPROTO for a code and OpenSSL's whole line. */
function inMessage({ message }: Error): string | undefined {
  return /:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1]
}
