import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { orderedLeafFirst } from '../../src/wire/leaf-first.ts'
import { certificate, intermediate, name, root } from '../support/certificate.ts'

const top = root()
const middle = intermediate()
const leaf = certificate()

test('a chain comes out leaf first, whatever order it came in', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([leaf, middle, top], { minLength: 3 }), (shuffled) => {
      expect(orderedLeafFirst(shuffled)).toEqual([leaf, middle, top])
    }),
  )
})

test('each leaf is followed by its own issuers, a shared one standing once', () => {
  const other = certificate()

  expect(orderedLeafFirst([top, middle, leaf, other])).toEqual([leaf, middle, top, other])
})

test('a stranger that is a CA comes after the leaf', () => {
  const stranger = root({ subject: name('Stranger'), issuer: name('Stranger') })

  expect(orderedLeafFirst([stranger, leaf])).toEqual([leaf, stranger])
})

test('of two issuers with one name the key identifier decides', () => {
  const old = intermediate({ subjectKeyId: '01' })
  const renewed = intermediate({ subjectKeyId: '02' })
  const signed = certificate({ authorityKeyId: '02' })

  expect(orderedLeafFirst([old, renewed, signed]).slice(0, 2)).toEqual([signed, renewed])
})

test('certificates that issue one another are kept, each once', () => {
  const a = intermediate({ subject: name('A'), issuer: name('B'), selfIssued: false })
  const b = intermediate({ subject: name('B'), issuer: name('A'), selfIssued: false })

  expect(orderedLeafFirst([a, b])).toEqual([a, b])
})

test('nothing stays nothing', () => {
  expect(orderedLeafFirst([])).toEqual([])
})
