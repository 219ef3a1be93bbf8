import { expect, test } from 'vitest'

import { matchHostname } from '../../src/model/hostname-match.ts'
import type { Hostname } from '../../src/model/hostname.ts'
import { dns } from '../support/certificate.ts'
import { hostname, ip } from '../support/observation.ts'

test.each([
  ['example.com', 'example.com'],
  ['EXAMPLE.Com', 'example.com'],
  ['*.example.com', 'www.example.com'],
  ['*.EXAMPLE.com', 'www.example.com'],
  ['*.example.com', 'münchen.example.com'],
  ['xn--mnchen-3ya.example', 'münchen.example'],
  ['_dmarc.example.com', '_dmarc.example.com'],
])('%s covers %s', (name, host) => {
  expect(matchHostname(dns('other.example', name), hostname(host))).toEqual({
    matches: true,
    matchedName: name,
  })
})

test.each([
  ['example.com', 'www.example.com'],
  ['*.example.com', 'example.com'],
  ['*.example.com', 'a.b.example.com'],
  ['*', 'localhost'],
  ['*', 'example.com'],
  ['*.com', 'example.com'],
  ['f*.example.com', 'foo.example.com'],
  ['*foo.example.com', 'foo.example.com'],
  ['www.*.com', 'www.example.com'],
  ['*.*.com', 'www.example.com'],
  ['xn--*.example.com', 'xn--mnchen-3ya.example.com'],
  ['*..com', 'www.example.com'],
  ['example.com.', 'example.com'],
  ['example.com\0.evil.example', 'example.com'],
  ['münchen.example', 'münchen.example'],
  ['\u212Aelvin.example', 'kelvin.example'],
  ['', 'example.com'],
])('%j does not cover %s', (name, host) => {
  expect(matchHostname(dns(name), hostname(host))).toEqual({ matches: false, matchedName: null })
})

test('a trailing dot is a way to write the host', () => {
  expect(matchHostname(dns('*.example.com'), 'WWW.example.com.' as Hostname).matches).toBe(true)
})

test('an exact name is preferred to a wildcard', () => {
  expect(
    matchHostname(dns('*.example.com', 'www.example.com'), hostname('www.example.com')).matchedName,
  ).toBe('www.example.com')
})

test('an address is matched by an iPAddress name only', () => {
  expect(matchHostname(dns('10.0.0.1'), ip('10.0.0.1')).matches).toBe(false)
  expect(matchHostname([{ kind: 'ip', value: ip('10.0.0.1') }], ip('10.0.0.1')).matchedName).toBe('10.0.0.1')
  expect(matchHostname([{ kind: 'ip', value: ip('2001:DB8:0::1') }], ip('2001:db8::1')).matches).toBe(true)
})

test('a name of another kind is never matched', () => {
  expect(matchHostname([{ kind: 'other', value: 'example.com' }], hostname('example.com')).matches).toBe(
    false,
  )
})

test('an address is no name, and a name no address', () => {
  expect(matchHostname([{ kind: 'ip', value: ip('10.0.0.1') }], hostname('example.com')).matches).toBe(false)
})
