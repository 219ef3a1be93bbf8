import { describe, expect, test } from 'vitest'

import type { Certificate } from '../../src/model/certificate.ts'
import { type Certificates, certificates } from '../../src/observe/certificates.ts'
import { keyPair, type Minted } from '../../src/terminal/lab/mint.ts'
import { authority, dnsBase, hierarchy, inDays, leaf, nameConstraints } from '../support/mint.ts'
import { digests, trustIn } from './observing.ts'

const { root, intermediate, leaf: good } = hierarchy()

function waysIn(chain: readonly Minted[], anchors: readonly Minted[]): readonly (readonly string[])[] {
  return trustIn(chain, anchors).paths.map((path) => digests(path.certificates))
}

describe('several paths', () => {
  test('a cross-signed root gives two, the longer lasting first', () => {
    const keys = keyPair('p256')
    const newRoot = authority('New Root', { keyPair: keys })
    const crossSigned = authority('New Root', { keyPair: keys, notAfter: inDays(500) }, root)
    const issuer = authority('New Intermediate', { notAfter: inDays(900) }, newRoot)
    const end = leaf(issuer, { notAfter: inDays(700) })

    expect(waysIn([end, issuer, crossSigned], [root, newRoot])).toEqual([
      digests([end, issuer, newRoot]),
      digests([end, issuer, crossSigned, root]),
    ])
  })

  test('both certificates of an issuer count, whatever their order', () => {
    const keys = keyPair('p256')
    const brief = authority('Issuer', { keyPair: keys, notAfter: inDays(20) }, root)
    const long = authority('Issuer', { keyPair: keys, notAfter: inDays(900) }, root)
    const end = leaf(brief)

    const ways = [digests([end, long, root]), digests([end, brief, root])]
    expect(waysIn([end, brief, long], [root])).toEqual(ways)
    expect(waysIn([end, long, brief], [root])).toEqual(ways)
  })

  test('a path that breaks a rule leaves the other standing', () => {
    const keys = keyPair('p256')
    const constraint = nameConstraints({ permitted: [dnsBase('other.example')] })
    const narrow = authority('Issuer', { keyPair: keys, extensions: [constraint] }, root)
    const wide = authority('Issuer', { keyPair: keys }, root)
    const end = leaf(wide)

    expect(waysIn([end, narrow, wide], [root])).toEqual([digests([end, wide, root])])
  })

  test.each([
    ['msServerGatedCrypto', '1.3.6.1.4.1.311.10.3.3'],
    ['nsServerGatedCrypto', '2.16.840.1.113730.4.1'],
  ])('a CA of old for servers, by %s, gives one', (_, purpose) => {
    const issuer = authority('Old Intermediate', { extendedKeyUsage: [purpose] }, root)
    const end = leaf(issuer)

    expect(waysIn([end, issuer], [root])).toEqual([digests([end, issuer, root])])
  })

  test('an intermediate that is an anchor may lead to a root as well', () => {
    expect(waysIn([good, intermediate], [intermediate, root])).toEqual(
      expect.arrayContaining([digests([good, intermediate]), digests([good, intermediate, root])]),
    )
  })
})

describe('hostile chains', () => {
  test('more names and constraints than anybody compares make no path', () => {
    const constraint = nameConstraints({
      permitted: Array.from({ length: 1100 }, (_, i) => dnsBase(`${i}.example`)),
    })
    const narrow = authority('Issuer', { extensions: [constraint] }, root)
    const end = leaf(narrow, { names: Array.from({ length: 1000 }, (_, i) => `${i}.example`) })

    expect(trustIn([end, narrow], [root])).toEqual({
      paths: [],
      obstacle: {
        kind: 'invalid',
        detail: 'Issuer has more name constraints than are compared (1100 with 1000 names)',
      },
    })
  })

  const knots = Array.from({ length: 40 }, (_, i) => authority(`Knot ${i}`))
  const tangle = knots.flatMap(({ publicKey, privateKey }, i) =>
    knots
      .filter((_, j) => j !== i)
      .map((issuer) => authority(`Knot ${i}`, { keyPair: { publicKey, privateKey } }, issuer)),
  )

  /** Certificates that count how often a signature is asked about. */
  function counting(): Certificates & { asked: number } {
    const behind = certificates()
    const counted = {
      asked: 0,
      read: (octets: Uint8Array) => behind.read(octets),
      signedBy: (certificate: Certificate, issuer: Certificate) => {
        counted.asked++
        return behind.signedBy(certificate, issuer)
      },
    }
    return counted
  }

  test('forty CAs that have all signed each other cost a bounded number of signatures', () => {
    const read = counting()
    const { paths, obstacle } = trustIn([leaf(knots[0]), ...tangle], [root], read)

    expect(read.asked).toBeLessThan(300)
    expect(paths).toEqual([])
    // Not "incomplete": the issuers are all there.
    expect(obstacle).toMatchObject({ kind: 'invalid' })
  })

  test('a tangle beside a good chain does not hide it', () => {
    const end = leaf(intermediate)

    expect(waysIn([end, ...tangle, intermediate], [root])).toEqual([digests([end, intermediate, root])])
  })

  test('a chain longer than any that exists is called so, not incomplete', () => {
    const chain = [root]
    for (let i = 0; i < 12; i++) chain.unshift(authority(`Step ${i}`, {}, chain[0]))

    const { paths, obstacle } = trustIn([leaf(chain[0]), ...chain], [root])

    expect(paths).toEqual([])
    expect(obstacle).toMatchObject({ kind: 'invalid' })
  })
})
