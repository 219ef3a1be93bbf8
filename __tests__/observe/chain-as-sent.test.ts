import { describe, expect, test } from 'vitest'

import { authority, hierarchy, inDays, leaf, postQuantum, rsaPair } from '../support/mint.ts'
import { serving, tlsServer } from '../support/servers.ts'
import { at, deliveriesOf, digests, observe, onlyDelivery, trusting } from './observing.ts'

const versions = ['TLSv1.2', 'TLSv1.3'] as const
const { root, intermediate, leaf: ecdsa } = hierarchy()
const rsa = leaf(intermediate, { keyPair: rsaPair() })
const stranger = authority('Stranger')

describe.each(versions)('%s: the chain is seen exactly as it was sent', (version) => {
  test.for([
    ['the leaf alone', [ecdsa]],
    ['leaf and intermediate', [ecdsa, intermediate]],
    ['the root as well', [ecdsa, intermediate, root]],
    ['root before intermediate', [ecdsa, root, intermediate]],
    ['the intermediate twice', [ecdsa, intermediate, intermediate]],
    ['the leaf twice', [ecdsa, ecdsa, intermediate]],
    ['a stranger at the end', [ecdsa, intermediate, stranger]],
    ['everything above the leaf reversed', [ecdsa, stranger, root, intermediate]],
    ['RSA: leaf and intermediate', [rsa, intermediate]],
    ['RSA: root before intermediate, twice', [rsa, root, intermediate, intermediate]],
  ] as const)('%s', async ([, [first, ...others]]) => {
    const options = { ...serving([first, ...others]), minVersion: version, maxVersion: version }
    const { port } = await tlsServer(options)

    const delivery = onlyDelivery(await observe(at(port, trusting(root))))

    expect(digests(delivery.chain)).toEqual(digests([first, ...others]))
    expect(delivery.sightings).toMatchObject([{ asked: 'any', protocol: version }])
  })

  test('nothing is added from the store, though the issuer lies in it', async () => {
    const { port } = await tlsServer({ ...serving([ecdsa]), maxVersion: version })

    const delivery = onlyDelivery(await observe(at(port, trusting(root, intermediate))))

    expect(digests(delivery.chain)).toEqual(digests([ecdsa]))
    expect(delivery.trust.paths).not.toEqual([])
  })
})

describe.each(versions)('%s: RSA beside ECDSA', (version) => {
  test('both are seen, each with the kind of key that was asked for', async () => {
    const options = serving([rsa, intermediate, root], [ecdsa, intermediate])
    const { port } = await tlsServer({ ...options, minVersion: version, maxVersion: version })

    const observation = await observe(at(port, trusting(root)))
    const seen = deliveriesOf(observation)
    const [first, other] = seen

    expect(seen.map(({ leaf, chain }) => `${leaf.key.type} ${chain.length}`).toSorted()).toEqual([
      'EC 2',
      'RSA 3',
    ])
    expect(first?.sightings).toMatchObject([{ asked: 'any' }])
    expect(other?.sightings).toMatchObject([{ asked: other?.leaf.key.type === 'RSA' ? 'rsa' : 'ecdsa' }])
    expect(observation.connections).toBe(2)
    expect(observation.addresses).toEqual([
      {
        address: '127.0.0.1',
        leaf: { known: true, value: first?.leaf.sha256 },
        otherLeaf: { known: true, value: other?.leaf.sha256 },
      },
    ])
  })

  test.for([
    ['ECDSA', ecdsa],
    ['RSA', rsa],
  ] as const)('a server with %s only says that it has no other', async ([, only]) => {
    const { port } = await tlsServer({
      ...serving([only, intermediate]),
      minVersion: version,
      maxVersion: version,
    })

    const { addresses, connections } = await observe(at(port, trusting(root)))

    expect(addresses).toMatchObject([{ otherLeaf: { known: true, value: null } }])
    expect(connections).toBe(2)
  })
})

describe('what is wrong with a certificate never hides it', () => {
  test.for(versions)('%s: expired, untrusted and for another name at once', async (version) => {
    const lost = authority('Lost Root', { notAfter: inDays(-1) })
    const dates = { notBefore: inDays(-90), notAfter: inDays(-3) }
    const bad = leaf(lost, { names: ['other.example'], ...dates })
    const { port } = await tlsServer({ ...serving([bad, lost]), minVersion: version, maxVersion: version })

    const { leaf: found, trust } = onlyDelivery(await observe(at(port, trusting(root))))

    expect(found).toMatchObject(dates)
    expect(found.alternativeNames).toEqual([{ kind: 'dns', value: 'other.example' }])
    expect(trust).toEqual({ paths: [], obstacle: { kind: 'unknown-root', root: 'Lost Root' } })
  })

  test('RSA with 1,024 bits', async () => {
    const { port } = await tlsServer(serving([leaf(intermediate, { keyPair: rsaPair('rsa1024') })]))

    expect(onlyDelivery(await observe(at(port))).leaf.key).toMatchObject({ type: 'RSA', bits: 1024 })
  })

  test.for([
    ['sha1', 'SHA-1'],
    ['md5', 'MD5'],
  ] as const)('a signature over %s', async ([hash, name]) => {
    const old = authority('Old Root', { keyPair: rsaPair() })
    const { port } = await tlsServer(serving([leaf(old, { hash })]))

    const { leaf: found, trust } = onlyDelivery(await observe(at(port, trusting(old))))

    expect(found.signatureAlgorithm.hash).toBe(name)
    expect(trust.obstacle).toBeNull()
  })

  test('an Ed25519 key', async () => {
    const { port } = await tlsServer(serving([leaf(intermediate, { key: 'ed25519' }), intermediate]))

    const observation = await observe(at(port, trusting(root)))

    expect(onlyDelivery(observation).leaf.key.type).toBe('Ed25519')
    expect(onlyDelivery(observation).trust.paths).toHaveLength(1)
    expect(observation.addresses).toMatchObject([{ otherLeaf: { known: true, value: null } }])
  })

  test('an ML-DSA-65 key', async () => {
    const { certificatePem, keyPem } = postQuantum()
    const { port } = await tlsServer({ cert: certificatePem, key: keyPem })

    const { leaf: found, trust } = onlyDelivery(await observe(at(port)))

    expect(found.key.type).toBe('ML-DSA-65')
    expect(trust.obstacle).toEqual({ kind: 'self-signed' })
  })
})

test('of more than a hundred certificates the first hundred are read, and that there are more is said', async () => {
  const crowd = Array.from({ length: 120 }, () => intermediate)
  const { port } = await tlsServer(serving([ecdsa, ...crowd]))

  const { chain, unreadable } = onlyDelivery(await observe(at(port, trusting(root))))

  expect(chain).toHaveLength(100)
  expect(unreadable).toEqual(['after the first 100 certificates 21 more, which are not looked at'])
})
