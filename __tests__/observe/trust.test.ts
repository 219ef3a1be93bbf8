import { describe, expect, test } from 'vitest'

import { extension, keyPair, type Minted } from '../../src/terminal/lab/mint.ts'
import * as der from '../../src/wire/der-writer.ts'
import {
  authority,
  dnsBase,
  hierarchy,
  inDays,
  ipBase,
  leaf,
  nameConstraints,
  rsaPair,
  served,
  withPrintableName,
} from '../support/mint.ts'
import { hasOpenssl, opensslTrusts } from '../support/openssl.ts'
import { digests, trustIn } from './observing.ts'

const { root, intermediate, leaf: good } = hierarchy()
const other = authority('Other Root')
const twin = authority('Test Root') // the same name with another key

/** An intermediate that differs, and the leaf below it. */
function below(differs: Parameters<typeof authority>[1], made: Parameters<typeof leaf>[1] = {}): Minted[] {
  const issuer = authority('Odd Intermediate', differs, root)
  return [leaf(issuer, made), issuer]
}

const caFalse = extension('2.5.29.19', der.sequence(), true)
const unknownCritical = extension('1.3.6.1.4.1.99999.1', der.nothing, true)
const usage = (oid: string): Uint8Array => extension('2.5.29.37', der.sequence(der.oid(oid)))
const only = (...names: string[]): Uint8Array => nameConstraints({ permitted: names.map(dnsBase) })
const without = (...names: string[]): Uint8Array => nameConstraints({ excluded: names.map(dnsBase) })
const inTen = nameConstraints({ permitted: [ipBase(10, 0, 0, 0, 255, 0, 0, 0)] })
const notInTen = nameConstraints({ excluded: [ipBase(10, 0, 0, 0, 255, 0, 0, 0)] })

const crossKeys = keyPair('p256')
const newRoot = authority('New Root', { keyPair: crossKeys })
const crossSigned = authority('New Root', { keyPair: crossKeys, notAfter: inDays(500) }, root)
const newIntermediate = authority('New Intermediate', {}, newRoot)
const newLeaf = leaf(newIntermediate)
const viaPrintable = leaf(withPrintableName(intermediate, 'Test Intermediate'))
const viaCapitals = leaf(withPrintableName(intermediate, 'TEST  intermediate '))
const two = authority('Two', { ca: 1 }, root)
const one = authority('One', { ca: 0 }, two)
const rollover = keyPair('p256')
const rolling = authority('Rolling', { ca: 0, keyPair: rollover }, root)
const rolled = authority('Rolling', { ca: 0 }, rolling)
const lapsed = authority('Lapsed', { notBefore: inDays(-90), notAfter: inDays(-1) }, root)
const rsaRoot = authority('RSA Root', { keyPair: rsaPair() })
const constrainedRoot = authority('Constrained Root', { extensions: [only('service.example')] })
const strictRoot = authority('Strict Root', { ca: 0 })
const selfSigned = leaf()
const criticalRoot = authority('Critical Root', { extensions: [unknownCritical] })
const three = authority('Three', {}, one)
const tooDeep = authority('Too Deep', {}, strictRoot)

type Row = readonly [name: string, chain: readonly Minted[], anchors: readonly Minted[]]

const trusted: readonly Row[] = [
  ['leaf, intermediate', [good, intermediate], [root]],
  ['the root as well', [good, intermediate, root], [root]],
  ['root before intermediate', [good, root, intermediate], [root]],
  ['strangers all about', [good, other, twin, intermediate, newRoot], [root]],
  ['everything twice', [good, good, intermediate, intermediate], [root]],
  ['the issuer lies in the store', [good], [intermediate]],
  ['the leaf itself is an anchor', [good], [good]],
  ['a self-signed leaf is an anchor', [selfSigned], [selfSigned]],
  ['two roots of one name', [good, intermediate], [twin, root]],
  ['an unused cross-sign sent', [newLeaf, newIntermediate, crossSigned], [newRoot]],
  ['only the cross-sign leads there', [newLeaf, crossSigned, newIntermediate], [root]],
  ['a name as PrintableString here and UTF8String there', [viaPrintable, intermediate], [root]],
  ['a name in other case and with other spaces', [viaCapitals, intermediate], [root]],
  ['two intermediates where one may stand below', [leaf(one), one, two], [root]],
  ['a self-issued intermediate does not count', [leaf(rolled), rolled, rolling], [root]],
  ['an intermediate out of date: dates are not trust’s business', [leaf(lapsed), lapsed], [root]],
  ['an RSA root', [leaf(rsaRoot)], [rsaRoot]],
  ['a signature over SHA-1', [leaf(rsaRoot, { hash: 'sha1' })], [rsaRoot]],
  ['an intermediate for servers only', below({ extensions: [usage('1.3.6.1.5.5.7.3.1')] }), [root]],
  ['a name within the permitted domain', below({ extensions: [only('example')] }), [root]],
  ['the permitted name itself', below({ extensions: [only(served)] }), [root]],
  ['a name below a leading dot', below({ extensions: [only('.example')] }), [root]],
  [
    'a name outside the excluded domain',
    below({ extensions: [without('other.example', 'ice.example')] }),
    [root],
  ],
  ['an address within the permitted block', below({ extensions: [inTen] }, { names: ['10.1.2.3'] }), [root]],
  [
    'an address outside the excluded block',
    below({ extensions: [notInTen] }, { names: ['11.1.2.3'] }),
    [root],
  ],
  ['a name where only addresses are constrained', below({ extensions: [inTen] }), [root]],
  ['a constrained root', [leaf(constrainedRoot)], [constrainedRoot]],
]

describe('a path is found', () => {
  test.for(trusted)('%s', ([, chain, anchors]) => {
    const { paths, obstacle } = trustIn(chain, anchors)

    expect(obstacle).toBeNull()
    for (const { certificates: path, anchor } of paths) {
      expect(digests(path)[0]).toBe(digests(chain)[0])
      expect(digests(anchors)).toContain(digests(path).at(-1))
      expect(anchor).toBe('custom')
    }
    expect(paths.length).toBeGreaterThan(0)
  })
})

function tampered(minted: Minted): Minted {
  const octets = Buffer.from(minted.der)
  octets[octets.length - 1] = (octets.at(-1) ?? 0) ^ 1
  return { ...minted, der: octets, certificatePem: certificatePem(octets) }
}

function certificatePem(octets: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${octets.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

const noCa = { ca: false, keyUsage: [5] }
const impostor = authority('Test Intermediate', {}, other)

const invalid: readonly (readonly [...Row, detail: string])[] = [
  ['one CA too many below', [leaf(three), three, one, two], [root], 'One'],
  ['an issuer with CA:FALSE', below({ ...noCa, extensions: [caFalse] }), [root], 'not a CA'],
  ['an issuer that never says it is a CA', below(noCa), [root], 'not a CA'],
  ['an issuer that may not sign certificates', below({ keyUsage: [6] }), [root], 'keyUsage'],
  [
    'an intermediate for clients only',
    below({ extensions: [usage('1.3.6.1.5.5.7.3.2')] }),
    [root],
    'extendedKeyUsage',
  ],
  ['a name outside the permitted domain', below({ extensions: [only('other.example')] }), [root], served],
  ['a name beside the permitted domain', below({ extensions: [only('ice.example')] }), [root], served],
  [
    'the bare domain where a leading dot demands more',
    below({ extensions: [only('.service.example')] }),
    [root],
    served,
  ],
  [
    'one of two names outside',
    below({ extensions: [only(served)] }, { names: [served, 'b.test'] }),
    [root],
    'b.test',
  ],
  ['a name within the excluded domain', below({ extensions: [without('example')] }), [root], served],
  [
    'a wildcard within the excluded domain',
    below({ extensions: [without('example')] }, { names: ['*.example'] }),
    [root],
    '*.example',
  ],
  [
    'a common name in place of names',
    below({ extensions: [only('other.example')] }, { names: [] }),
    [root],
    served,
  ],
  [
    'an address outside the permitted block',
    below({ extensions: [inTen] }, { names: ['11.1.2.3'] }),
    [root],
    '11.1.2.3',
  ],
  [
    'an address within the excluded block',
    below({ extensions: [notInTen] }, { names: ['10.1.2.3'] }),
    [root],
    '10.1.2.3',
  ],
  [
    'an IPv6 address where only IPv4 is permitted',
    below({ extensions: [inTen] }, { names: ['2001:db8::1'] }),
    [root],
    '2001:db8::1',
  ],
  [
    'a root that does not permit the name',
    [leaf(constrainedRoot, { names: ['a.test'] })],
    [constrainedRoot],
    'a.test',
  ],
  ['a root that allows no CA below it', [leaf(tooDeep), tooDeep], [strictRoot], 'Strict Root'],
  [
    'a critical extension on the leaf that nobody knows',
    [leaf(intermediate, { extensions: [unknownCritical] }), intermediate],
    [root],
    '1.3.6.1.4.1.99999.1',
  ],
  [
    'a critical extension on the intermediate',
    below({ extensions: [unknownCritical] }),
    [root],
    '1.3.6.1.4.1.99999.1',
  ],
  ['a critical extension on the root', [leaf(criticalRoot)], [criticalRoot], '1.3.6.1.4.1.99999.1'],
]

const unreached: readonly (readonly [...Row, obstacle: object])[] = [
  ['a self-signed leaf', [selfSigned], [root], { kind: 'self-signed' }],
  [
    'a self-signed leaf with a chain that is not its own',
    [selfSigned, intermediate, root],
    [root],
    { kind: 'self-signed' },
  ],
  [
    'the root is sent, and unknown',
    [good, intermediate, root],
    [other],
    { kind: 'unknown-root', root: 'Test Root' },
  ],
  [
    'a root of that name with another key',
    [good, intermediate],
    [twin],
    { kind: 'issuer-missing', issuer: 'Test Root', named: null },
  ],
  ['the leaf alone', [good], [root], { kind: 'issuer-missing', issuer: 'Test Intermediate', named: null }],
  [
    'an issuer of that name with another key',
    [good, impostor, other],
    [root, other],
    { kind: 'issuer-missing', issuer: 'Test Intermediate', named: null },
  ],
  [
    'a signature that does not fit',
    [tampered(good), intermediate],
    [root],
    { kind: 'issuer-missing', issuer: 'Test Intermediate', named: null },
  ],
]

describe('no path holds, and the reason is named', () => {
  test.for(invalid)('%s', ([, chain, anchors, detail]) => {
    const { paths, obstacle } = trustIn(chain, anchors)

    expect(paths).toEqual([])
    expect(obstacle).toMatchObject({ kind: 'invalid', detail: expect.stringContaining(detail) as string })
  })

  test.for(unreached)('%s', ([, chain, anchors, obstacle]) => {
    expect(trustIn(chain, anchors)).toEqual({ paths: [], obstacle })
  })

  test('the certificate’s own AIA says where the issuer is to be had', () => {
    const url = 'http://ca.example/issuer.der'
    const named = leaf(intermediate, { caIssuers: url })

    expect(trustIn([named], [root]).obstacle).toMatchObject({ named: { kind: 'aia', url } })
  })
})

describe.skipIf(!hasOpenssl)('openssl verify says the same', () => {
  test.for(trusted)('trusted: %s', ([, chain, anchors]) => {
    expect(opensslTrusts(chain, anchors)).toBe(true)
  })

  test.for([...invalid, ...unreached])('not trusted: %s', ([, chain, anchors]) => {
    expect(opensslTrusts(chain, anchors)).toBe(false)
  })
})

test('anyExtendedKeyUsage on a CA allows servers, as RFC 5280 has it; OpenSSL alone does not take it so', () => {
  const chain = below({ extensions: [usage('2.5.29.37.0')] })

  expect(trustIn(chain, [root]).obstacle).toBeNull()
})
