import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { type HeadFields, HeadReader } from '../../src/net/http-head.ts'

/** The head in octets, cut where the numbers say. */
function read(text: string, cuts: readonly number[] = []): HeadFields | undefined {
  const octets = Buffer.from(text, 'latin1')
  const places = [...cuts.map((cut) => cut % (octets.length + 1)), octets.length].toSorted((a, b) => a - b)
  const reader = new HeadReader()
  let from = 0
  for (const to of places) {
    const fields = reader.push(octets.subarray(from, to))
    if (fields !== undefined) return fields
    from = to
  }
  return undefined
}

const final = 'HTTP/1.1 200 OK\r\nServer: nginx\r\nStrict-Transport-Security: max-age=1; preload \r\n\r\nbody'
const fields = [
  ['server', 'nginx'],
  ['strict-transport-security', 'max-age=1; preload'],
]

test('the fields of the first final answer are read, however the head comes in pieces', () => {
  const interim = fc.constantFrom('HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103\r\nLink: </a>\r\n\r\n')
  fc.assert(
    fc.property(fc.array(interim, { maxLength: 5 }), fc.array(fc.nat()), (before, cuts) => {
      expect(read(before.join('') + final, cuts)).toEqual(fields)
    }),
  )
})

test('thousands of interim answers, octet by octet, take no more than their reading', () => {
  const text = 'HTTP/1.1 100\r\n\r\n'.repeat(3000) + final

  expect(
    read(
      text,
      Array.from(text, (_, at) => at),
    ),
  ).toEqual(fields)
})

test('a head that has not come to its end says nothing yet', () => {
  expect(read('HTTP/1.1 200 OK\r\nServer: nginx\r\n')).toBeUndefined()
  expect(read('HTTP/1.1 100 Continue\r\n\r\n')).toBeUndefined()
})

test.each([
  ['SSH-2.0-OpenSSH_9.6\r\n', 'the server sent no HTTP answer: "SSH-2.0-OpenSSH_9.6\\r\\n"'],
  ['HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200\r\n\r\n', /^the server sent no HTTP answer: /],
  ['HTTP/1.1 hello\r\n\r\n', /^the server sent no HTTP answer: /],
  ['HTTP/1.1 100\r\n\r\n'.repeat(5000), /^the server sent a head of more than 65536 octets: /],
  [`HTTP/1.1 200 OK\r\nA: ${'x'.repeat(66_000)}`, /^the server sent a head of more than 65536 octets: /],
])('what is no head, or has no end, is malformed: %s', (text, message) => {
  expect(() => read(text)).toThrow(message)
})
