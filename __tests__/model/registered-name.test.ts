import { expect, test } from 'vitest'

import { isPublicName } from '../../src/model/public-name.ts'
import { registeredName } from '../../src/model/registered-name.ts'

test.each([
  ['www.example.com', 'example.com'],
  ['example.com', 'example.com'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['www.example.com.au', 'example.com.au'],
  ['www.example.de', 'example.de'],
  ['www.ab.de', 'www.ab.de'],
  ['impots.gouv.fr', 'impots.gouv.fr'],
])('%s is registered as %s, or named too little', (host, name) => {
  expect(registeredName(host)).toBe(name)
})

test.each([
  ['www.example.com', true],
  ['xn--mnchen-3ya.de', true],
  ['localhost', false],
  ['intranet', false],
  ['db.internal', false],
  ['DB.INTERNAL', false],
  ['printer.local', false],
  ['router.home.arpa', false],
  ['hidden.onion', false],
  ['192.0.2.1', false],
  ['2001:db8::1', false],
  ['internal.example.com', true],
])('%s means something to others: %s', (name, known) => {
  expect(isPublicName(name)).toBe(known)
})
