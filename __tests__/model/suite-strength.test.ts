import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { suiteStrength } from '../../src/model/suite-strength.ts'
import { cipherSuite } from '../../src/wire/cipher-suite.ts'

/** Number, class and authentication of every suite in the table that the generated one is made from. */
const table = readFileSync(new URL('../../scripts/cipher-suites.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('0x'))
  .map((line) => line.split('\t'))

test('the strength of a suite is the class that the table gives it', () => {
  const odd = table.flatMap(([hex = '', name = '', , , kx, , , , , , flags, grade]) => {
    const strength = suiteStrength(cipherSuite(Number(hex)))
    const expected = grade === 'recommended' ? 'secure' : grade
    // No suites at all; and keys agreed beforehand, which the table does not ask for forward secrecy.
    if (flags === 'SCSV' || kx === 'PSK') return []
    return strength === expected ? [] : [name]
  })

  expect(table).toHaveLength(395)
  // FORTEZZA: nobody has spoken it since SSL 3.0, and its cipher was secret for long.
  expect(odd).toEqual(['SSL_FORTEZZA_KEA_WITH_FORTEZZA_CBC_SHA'])
})

test('of a number that nobody registered nothing is said', () => {
  expect(suiteStrength(cipherSuite(0x5a5a))).toBeNull()
})

test('without forward secrecy no suite is more than weak', () => {
  expect(suiteStrength(cipherSuite(0x009c))).toBe('weak')
  expect(suiteStrength(cipherSuite(0x00a8))).toBe('weak')
  expect(suiteStrength(cipherSuite(0xc02f))).toBe('secure')
})
