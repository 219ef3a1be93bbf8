import { describe, expect, test } from 'vitest'

import * as der from '../../src/wire/der-writer.ts'
import { authority, inDays, leaf, nameConstraints } from '../support/mint.ts'
import { serving, tlsServer } from '../support/servers.ts'
import { at, observe, onlyDelivery, trusting } from './observing.ts'

const root = authority('Test Root')
const intermediate = authority('Test Intermediate', {}, root)

/** Permits names under one organisation only, as a directoryName (RFC 5280 §4.2.1.10). */
function within(organisation: string): Uint8Array {
  const attribute = der.sequence(der.oid('2.5.4.10'), der.utf8String(organisation))
  return nameConstraints({ permitted: [der.context(4, der.sequence(der.setOf(attribute)))] })
}
const limited = authority('Limited', { extensions: [within('Here')] }, root)
const lapsed = authority('Lapsed', { notBefore: inDays(-90), notAfter: inDays(-1) }, root)

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s: OpenSSL’s verdict on a chain', (version) => {
  const only = { minVersion: version, maxVersion: version } as const

  test('counts where it knows a rule that we leave to it', async () => {
    const { port } = await tlsServer({ ...serving([leaf(limited), limited]), ...only })

    expect(onlyDelivery(await observe(at(port, trusting(root)))).trust).toEqual({
      paths: [],
      obstacle: { kind: 'invalid', detail: expect.stringContaining('OpenSSL refuses') as string },
    })
  })

  test('counts for nothing when it finds no fault', async () => {
    const fitting = leaf(limited, { organizationName: 'Here' })
    const { port } = await tlsServer({ ...serving([fitting, limited]), ...only })

    expect(onlyDelivery(await observe(at(port, trusting(root)))).trust.obstacle).toBeNull()
  })

  test.for([
    ['an expired leaf', leaf(intermediate, { notAfter: inDays(-1) }), intermediate],
    ['a leaf that is not valid yet', leaf(intermediate, { notBefore: inDays(2) }), intermediate],
    ['an expired intermediate', leaf(lapsed), lapsed],
    ['a leaf for clients', leaf(intermediate, { extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'] }), intermediate],
    ['a leaf for another name', leaf(intermediate, { names: ['other.example'] }), intermediate],
  ] as const)('leaves dates, purpose and name to the judge: %s', async ([, end, issuer]) => {
    const { port } = await tlsServer({ ...serving([end, issuer]), ...only })

    const { trust } = onlyDelivery(await observe(at(port, trusting(root))))

    expect(trust.obstacle).toBeNull()
    expect(trust.paths).toHaveLength(1)
  })
})
