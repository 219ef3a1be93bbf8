import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  addressBytes,
  addressFamily,
  addressFromBytes,
  authority,
  parseAddress,
} from '../../src/model/address.ts'

describe('an address is written in one way only', () => {
  test.for([
    ['192.0.2.1', '192.0.2.1'],
    ['[192.0.2.1]', '192.0.2.1'],
    ['2001:0db8::0001', '2001:db8::1'], // RFC 5952 §4.1
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1'], // §4.2.1
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'], // §4.2.2: one group is not shortened
    ['2001:db8::1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'], // §4.2.3: the longest run
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'], // §4.2.3: the first of two
    ['2001:DB8::AAAA', '2001:db8::aaaa'], // §4.3
    ['[2001:db8::1]', '2001:db8::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['1::', '1::'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ] as const)('%s', ([text, canonical]) => {
    expect(parseAddress(text)).toBe(canonical)
  })
})

describe('what is no address is not taken for one', () => {
  test.for([
    '',
    'example.com',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1.1',
    '192.0.2.01', // octal to some readers
    '0x7f.0.0.1',
    '2130706433',
    '192.0.2.1/24',
    ' 192.0.2.1',
    '192.0.2.1\n',
    '１９２.0.2.1',
    ':',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    '1::2::3',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    '2001:db8::g',
    '2001:db8::12345',
    'fe80::1%eth0',
    '2001:db8::/32',
    '[2001:db8::1',
    '[2001:db8::1]:443',
    '::ffff:192.0.2.256',
    '::192.0.2.1:1',
  ])('%j', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })
})

describe('octets and text', () => {
  const octets = fc.oneof(
    fc.uint8Array({ minLength: 4, maxLength: 4 }),
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
    // Runs of zeroes, where the shortening is
    fc
      .array(fc.constantFrom(0, 0, 0, 1, 255), { minLength: 16, maxLength: 16 })
      .map((all) => Uint8Array.from(all)),
  )

  test('every address survives the way through text, and its text is canonical', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const address = addressFromBytes(bytes)

        expect(addressBytes(address)).toEqual(bytes)
        expect(parseAddress(address)).toBe(address)
        expect(addressFamily(address)).toBe(bytes.length === 4 ? 4 : 6)
      }),
    )
  })

  test('Node reads our text as the same address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const groups = Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? []
        const { hostname } = new URL(`http://[${groups.join(':')}]/`)

        expect(`[${addressFromBytes(bytes)}]`).toBe(hostname)
      }),
    )
  })

  test('any other number of octets is our own mistake', () => {
    expect(() => addressFromBytes(new Uint8Array(5))).toThrow('found 5')
  })
})

test('an IPv6 address stands in brackets before its port', () => {
  expect(authority('2001:db8::1', 443)).toBe('[2001:db8::1]:443')
  expect(authority('192.0.2.1', 443)).toBe('192.0.2.1:443')
  expect(authority('example.com', 8443)).toBe('example.com:8443')
})
