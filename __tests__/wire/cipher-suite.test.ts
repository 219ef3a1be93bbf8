import { readFileSync } from 'node:fs'
import { getCiphers } from 'node:tls'

import { expect, test } from 'vitest'

import { cipherSuitesModule } from '../../scripts/generate-tables.ts'
import { cipherSuite, cipherSuiteByName } from '../../src/wire/cipher-suite.ts'

test('the table in the source is the one that the script generates', () => {
  const tsv = readFileSync(new URL('../../scripts/cipher-suites.tsv', import.meta.url), 'utf8')
  const generated = readFileSync(new URL('../../src/wire/tables/cipher-suites.ts', import.meta.url), 'utf8')

  expect(cipherSuitesModule(tsv)).toBe(generated)
})

test.each([
  [0x1301, 'TLS_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256', 128, true, []],
  [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 128, true, []],
  [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA', 'AES128-SHA', 128, false, ['CBC', 'STATIC-RSA']],
  [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'DES-CBC3-SHA', 112, false, ['BLOCK64', 'CBC', 'STATIC-RSA']],
  [0x0034, 'TLS_DH_anon_WITH_AES_128_CBC_SHA', 'ADH-AES128-SHA', 128, true, ['ANON', 'CBC']],
])('knows suite %i', (id, name, openssl, bits, forwardSecrecy, flags) => {
  const suite = { id, name, openssl, bits, forwardSecrecy, flags }

  expect(cipherSuite(id)).toEqual(suite)
  expect(cipherSuiteByName(name)).toEqual(suite)
  expect(cipherSuiteByName(openssl)).toEqual(suite)
})

test('a name that TLS and SSL 2.0 share means the suite of TLS', () => {
  expect(cipherSuiteByName('RC4-MD5')?.id).toBe(0x0004)
})

test('a number nobody registered keeps its hex and tells nothing', () => {
  const nothing = { openssl: null, bits: null, forwardSecrecy: null, flags: [] }

  expect(cipherSuite(0x5a5a)).toEqual({ id: 0x5a5a, name: '0x5a5a', ...nothing })
  expect(cipherSuite(0x0a)).not.toMatchObject(nothing)
  expect(cipherSuite(0xfe)).toEqual({ id: 0xfe, name: '0x00fe', ...nothing })
  expect(cipherSuiteByName('TLS_MADE_UP')).toBeUndefined()
})

test('every suite that node:tls can negotiate is known by its name', () => {
  const unknown = getCiphers().filter((name) => cipherSuiteByName(name.toUpperCase()) === undefined)

  expect(unknown).toEqual([])
})
