import { describe, expect, test } from 'vitest'

import { ConversationError } from '../../src/net/conversation-error.ts'
import { named } from '../../src/net/failure.ts'
import { Malformed, WrongPassword } from '../../src/wire/malformed.ts'

function systemError(code: string, more: object = {}): Error {
  return Object.assign(new Error(`connect ${code}`), { code, ...more })
}

describe('a failure has its reason', () => {
  test.for([
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ENETDOWN', 'unreachable'],
    ['EADDRNOTAVAIL', 'unreachable'],
    ['EAFNOSUPPORT', 'unreachable'],
    ['EACCES', 'unreachable'],
    ['EPERM', 'unreachable'],
    ['ETIMEDOUT', 'timed-out'],
    ['ECONNABORTED', 'reset'],
    ['EPIPE', 'reset'],
  ] as const)('%s: %s', ([code, reason]) => {
    const error = systemError(code)

    expect(named(error)).toMatchObject({ reason, cause: error })
  })

  test('an RST comes from a system call, a FIN that Node calls ECONNRESET does not', () => {
    expect(named(systemError('ECONNRESET', { syscall: 'read' }))?.reason).toBe('reset')
    expect(named(systemError('ECONNRESET'))?.reason).toBe('closed')
  })

  test('what our readers throw', () => {
    expect(named(new Malformed('serialNumber: too long'))).toMatchObject({
      reason: 'malformed',
      message: 'serialNumber: too long',
    })
    expect(named(new WrongPassword('x'))?.reason).toBe('wrong-password')
  })

  test('an error of a conversation stays itself', () => {
    const error = new ConversationError('starttls-refused', '454 no')

    expect(named(error)).toBe(error)
  })

  test('an alert that nobody registered keeps its number', () => {
    const error = systemError('ERR_SSL_SOMETHING', {
      message: 'error:0A0003E8:SSL routines::x:SSL alert number 201',
    })

    expect(named(error)).toMatchObject({
      reason: 'refused-handshake',
      message: expect.stringContaining('201') as string,
    })
  })

  test.for([
    [
      '0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:x.c:1599:SSL alert number 40',
      'refused-handshake',
    ],
    ['0A00010B:SSL routines:tls_validate_record_header:wrong version number:x.c:82', 'not-tls'],
    ['0A0000F4:SSL routines:ossl_statem_client_read_transition:unexpected message:x.c:410', 'malformed'],
  ] as const)('what Node calls EPROTO is an error of OpenSSL: %s', ([said, reason]) => {
    const error = systemError('EPROTO', { message: `write EPROTO 40ED:error:${said}:`, syscall: 'write' })

    expect(named(error)?.reason).toBe(reason)
  })

  test('an error of OpenSSL that has no row of its own is the server’s', () => {
    const error = systemError('ERR_SSL_LENGTH_MISMATCH', { reason: 'length mismatch' })

    expect(named(error)).toMatchObject({
      reason: 'malformed',
      message: expect.stringContaining('length mismatch') as string,
    })
  })
})

test.for([
  new Error('x'),
  new TypeError('undefined is not a function'),
  systemError('ENOTSUP'),
  systemError('EMFILE'),
])('an error that nobody has named stays unnamed: %s', (error) => {
  expect(named(error)).toBeUndefined()
})
