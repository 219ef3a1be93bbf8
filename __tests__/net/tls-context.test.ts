import { getCiphers } from 'node:tls'

import { describe, expect, test } from 'vitest'

import { publicRoots } from '../../src/net/public-roots.ts'
import { type ContextWish, secureContexts } from '../../src/net/tls-context.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { cipherSuiteByName } from '../../src/wire/cipher-suite.ts'
import { hierarchy } from '../support/mint.ts'

const { root, leaf } = hierarchy()
const trust = { anchors: [root.der], public: false }
const wish: ContextWish = { era: 'current', keys: 'any', trust, identity: null }

describe('a context is made once for each distinct wish', () => {
  const identity = { cert: leaf.certificatePem, key: leaf.keyPem }

  test.for([
    ['era', { era: 'legacy' }],
    ['keys', { keys: 'rsa' }],
    ['trust', { trust: { ...trust } }],
    ['identity', { identity }],
  ] as const)('%s', ([, differs]) => {
    const contexts = secureContexts()
    const other = { ...wish, ...differs }

    expect(contexts(wish)).toBe(contexts({ ...wish }))
    expect(contexts(other)).toBe(contexts(other))
    expect(contexts(other)).not.toBe(contexts(wish))
  })

  test('two identities never share one', () => {
    const contexts = secureContexts()

    expect(contexts({ ...wish, identity })).not.toBe(contexts({ ...wish, identity: { ...identity } }))
  })
})

test('every suite that this OpenSSL can negotiate stands in our table', () => {
  const unknown = getCiphers().filter((name) => cipherSuiteByName(name.toUpperCase()) === undefined)

  expect(unknown).toEqual([])
})

describe('the public store', () => {
  test('is one of a size that programmes of roots have, and read once', () => {
    expect(publicRoots().der.length).toBeGreaterThan(80)
    expect(publicRoots().pem).toHaveLength(publicRoots().der.length)
    expect(publicRoots()).toBe(publicRoots())
  })

  test('every root of it can be read, signs itself, and is a CA', () => {
    const read = certificates()
    const roots = publicRoots().der.map((der) => read.read(der))

    expect(roots.filter((one) => !one.selfIssued || !read.signedBy(one, one))).toEqual([])
    expect(roots.filter(({ basicConstraints }) => basicConstraints?.ca !== true)).toEqual([])
    expect(roots.flatMap(({ problems }) => problems)).toEqual([])
    expect(roots.flatMap(({ unknownCritical }) => unknownCritical)).toEqual([])
  })
})
