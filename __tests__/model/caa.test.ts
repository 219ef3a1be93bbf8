import { expect, test } from 'vitest'

import { caaIdentities } from '../../src/model/caa-identities.ts'
import { type CaaWord, caaWord } from '../../src/model/caa.ts'
import type { CaaRecord } from '../../src/model/dns-evidence.ts'

function record(text: string): CaaRecord {
  const [, flags, tag = '', value = ''] = /^(\d+) (\S+) "(.*)"$/u.exec(text) ?? []
  return { critical: Number(flags) >= 128, tag, value }
}

function word(name: string, ...records: readonly string[]): CaaWord['kind'] {
  return caaWord(name, { at: 'example.com', records: records.map(record) }, ['ca1.example.net']).kind
}

// The examples of RFC 8659 §4.2 to §4.5.
test.each<[CaaWord['kind'], string, readonly string[]]>([
  ['permitted', 'certs.example.com', ['0 issue "ca1.example.net"']],
  ['permitted', 'certs.example.com', ['0 issue "ca1.example.net; account=230123"']],
  ['permitted', 'certs.example.com', ['0 issue "ca1.example.net"', '0 issue "ca2.example.org"']],
  ['forbidden', 'nocerts.example.com', ['0 issue ";"']],
  ['forbidden', 'malformed.example.com', ['0 issue "%%%%%"']],
  ['forbidden', 'example.com', ['0 issue ""']],
  ['permitted', 'wild.example.com', ['0 issue "ca1.example.net"', '0 issuewild "ca2.example.org"']],
  ['forbidden', '*.wild.example.com', ['0 issue "ca1.example.net"', '0 issuewild "ca2.example.org"']],
  ['permitted', '*.wild2.example.com', ['0 issue "ca1.example.net"']],
  ['open', 'wild3.example.com', ['0 issuewild "ca2.example.org"']],
  ['forbidden', '*.wild3.example.com', ['0 issuewild ";"']],
  ['open', 'report.example.com', ['0 iodef "mailto:security@example.com"']],
  ['open', 'mail.example.com', ['0 issuemail "ca2.example.org"']],
  ['unknown-critical', 'new.example.com', ['0 issue "ca1.example.net"', '128 tbs "Unknown"']],
  ['permitted', 'new.example.com', ['128 issue "ca1.example.net"', '0 tbs "Unknown"']],
  ['open', 'none.example.com', []],
])('%s: %s %j', (expected, name, records) => {
  expect(word(name, ...records)).toBe(expected)
})

test('CAs are known however their legal form is written', () => {
  expect(caaIdentities("Let's Encrypt")).toEqual(['letsencrypt.org'])
  expect(caaIdentities('DigiCert Inc')).toEqual(caaIdentities('DigiCert, Inc.'))
  expect(caaIdentities('Google Trust Services LLC')).toContain('pki.goog')
  expect(caaIdentities('Sectigo Limited')).toContain('sectigo.com')
  expect(caaIdentities('Nobody Knows')).toBeNull()
  expect(caaIdentities('constructor')).toBeNull()
})
