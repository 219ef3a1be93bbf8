import { expect, test } from 'vitest'

import { disagreements, testimony } from './testimony.ts'

test('of what one witness alone speaks, nobody disagrees', () => {
  const one = testimony('one', { versions: { TLSv1: true }, groups: { 'TLSv1.3': ['0x001d', '0x11ec'] } })
  const other = testimony('other', {
    versions: { SSLv3: false },
    groups: { 'TLSv1.3': ['0x001d'] },
    knowsGroup: (id) => id < 0x11ec,
  })

  expect(disagreements([one, other])).toEqual([])
})

test('a disagreement names both, and what each has alone', () => {
  const one = testimony('one', { versions: { TLSv1: true }, suites: { TLSv1: ['b', 'a'] } })
  const other = testimony('other', { versions: { TLSv1: false }, suites: { TLSv1: ['a', 'c'] } })

  expect(disagreements([one, other])).toEqual([
    'TLSv1: one alone [offered], other alone [refused]',
    'suites of TLSv1: one alone [b], other alone [c]',
  ])
})
