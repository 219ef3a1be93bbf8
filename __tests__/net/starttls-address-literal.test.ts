import { expect, test } from 'vitest'

import { addressLiteral } from '../../src/net/starttls/address-literal.ts'

test.for([
  ['192.0.2.1', '[192.0.2.1]'],
  ['2001:db8::1', '[IPv6:2001:db8::1]'],
  ['fe80::1%eth0', '[IPv6:fe80::1]'], // a zone means nothing to the server
  ['::ffff:192.0.2.1', '[192.0.2.1]'],
  [undefined, '[127.0.0.1]'],
] as const)('a client that speaks from %s greets as %s', ([address, literal]) => {
  expect(addressLiteral(address)).toBe(literal)
})
