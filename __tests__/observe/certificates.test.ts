import { expect, test } from 'vitest'

import { certificates } from '../../src/observe/certificates.ts'
import { hierarchy } from '../support/mint.ts'

const { root, intermediate, leaf } = hierarchy()

test('the certificates of a run have a limit together; what is known already is not counted again', () => {
  const read = certificates(root.der.length + intermediate.der.length)
  const known = read.read(root.der)
  read.read(intermediate.der)

  expect(read.read(root.der)).toBe(known)
  expect(() => read.read(leaf.der)).toThrow(
    `certificate: one more than the ${root.der.length + intermediate.der.length} octets of certificates that a run holds`,
  )
})

test('what cannot be read takes no room', () => {
  const read = certificates(leaf.der.length)

  expect(() => read.read(Buffer.alloc(100))).toThrow('not DER')
  expect(read.read(leaf.der).sha256).toMatch(/^[0-9a-f]{64}$/)
})
