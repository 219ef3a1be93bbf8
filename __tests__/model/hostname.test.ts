import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseHostname } from '../../src/model/hostname.ts'

describe('a host name as people write it', () => {
  test.for([
    ['example.com', 'example.com'],
    ['EXAMPLE.Com', 'example.com'],
    ['example.com.', 'example.com'],
    ['localhost', 'localhost'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['MÜNCHEN.example', 'xn--mnchen-3ya.example'],
    ['mu\u0308nchen.example', 'xn--mnchen-3ya.example'], // decomposed
    ['faß.de', 'xn--fa-hia.de'], // UTS 46, not transitional
    ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    ['例え。テスト', 'xn--r8jz45g.xn--zckzah'], // the ideographic full stop
    ['日本語.example', 'xn--wgv71a119e.example'],
    ['_dmarc.example.com', '_dmarc.example.com'],
    ['my_host.example', 'my_host.example'],
    ['a--b.example', 'a--b.example'],
    ['1.example', '1.example'],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
  ] as const)('%s', ([text, host]) => {
    expect(parseHostname(text)).toBe(host)
  })
})

describe('what cannot be a name', () => {
  test.for([
    '',
    '.',
    '..',
    'example..com',
    '.example.com',
    'example.com..',
    '-a.example',
    'a-.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}example`,
    '192.0.2.1',
    '192.0.2.1.',
    '0x7f.1',
    '127.1',
    '2130706433',
    '2001:db8::1',
    '[2001:db8::1]',
    'example.123', // RFC 3696 §2: no top-level domain is all digits
    'example.com:443',
    'https://example.com',
    'example.com/path',
    'user@example.com',
    '*.example.com',
    'exa mple.com',
    'example.com\n',
    'exam%70le.com',
    'example.com?x',
    'a,b.example',
    'xn--.example',
    'a\u200Db.example',
    'example\u3002\u3002com',
    '\u{1F512}\u0000.example',
  ])('%j', (text) => {
    expect(parseHostname(text)).toBeUndefined()
  })
})

test('whatever comes out is a name, and stands for itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain(), fc.string({ unit: 'grapheme' })), (text) => {
      const host = parseHostname(text)
      if (host === undefined) return

      expect(host).toMatch(/^[a-z0-9_.-]{1,253}$/)
      expect(parseHostname(host)).toBe(host)
      expect(parseHostname(`${host}.`)).toBe(host)
    }),
  )
})

test('every ordinary domain is a name', () => {
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      expect(parseHostname(domain)).toBe(domain.toLowerCase())
    }),
  )
})
