import { describe, expect, test } from 'vitest'

import { hierarchy, leaf as leafOf, rsaPair } from '../support/mint.ts'
import { ip } from '../support/observation.ts'
import { closedPort, handOn, inTurn, serving, tcpServer, tlsServer } from '../support/servers.ts'
import { at, deliveriesOf, detailOf, digests, leadingTo, observe, reasonOf } from './observing.ts'

const { intermediate, leaf } = hierarchy()
const stale = leafOf(intermediate)
const rsa = leafOf(intermediate, { keyPair: rsaPair() })
const fresh = serving([leaf, intermediate])

function loopbacks(count: number, block = 1): readonly string[] {
  return Array.from({ length: count }, (_, i) => `127.0.${block}.${i}`)
}

describe('addresses: first', () => {
  test('the resolver’s first address is asked, and no other', async () => {
    const first = await tlsServer(fresh, { address: '127.0.0.2' })
    const second = await tlsServer(fresh, { address: '127.0.0.3', port: first.port })

    const { addresses } = await observe(at(first.port), { lookup: leadingTo('127.0.0.2', '127.0.0.3') })

    expect(addresses.map(({ address }) => address)).toEqual(['127.0.0.2'])
    expect(second.connections()).toBe(0)
  })

  test('the next one is asked when TCP fails, and only that once', async () => {
    const { port, connections } = await tlsServer(fresh, { address: '127.0.0.3' })

    const observation = await observe(at(port, { retries: 2 }), {
      lookup: leadingTo('127.0.0.2', '224.0.0.1', '127.0.0.3', '127.0.0.4'),
    })

    expect(observation.addresses).toMatchObject([
      { address: '127.0.0.2', leaf: { known: false, reason: 'refused' }, otherLeaf: { known: false } },
      { address: '224.0.0.1', leaf: { known: false, reason: 'unreachable' } },
      { address: '127.0.0.3', leaf: { known: true }, otherLeaf: { known: true, value: null } },
    ])
    expect(observation.connections).toBe(4)
    expect(connections()).toBe(2)
  })

  test('the next one is not asked when it is TLS that fails', async () => {
    const first = await tlsServer({}, { address: '127.0.0.2' })
    const second = await tlsServer(fresh, { address: '127.0.0.3', port: first.port })

    const observation = await observe(at(first.port), { lookup: leadingTo('127.0.0.2', '127.0.0.3') })

    expect(reasonOf(observation)).toBe('refused-handshake')
    expect(second.connections()).toBe(0)
  })

  test('only the last address is asked again', async () => {
    const observation = await observe(at(await closedPort(), { retries: 2 }), {
      lookup: leadingTo('127.0.0.2', '127.0.0.3'),
    })

    expect(observation.connections).toBe(1 + 3)
    expect(reasonOf(observation)).toBe('refused')
  })

  test('an address that opens TCP and hangs up is asked again like an only one', async () => {
    const behind = await tlsServer(fresh)
    const first = await tcpServer(
      inTurn((peer, count) => (count <= 2 ? peer.once('data', () => peer.end()) : handOn(peer, behind.port))),
    )

    const observation = await observe(at(first.port, { retries: 1 }), {
      lookup: leadingTo('127.0.0.1', '127.0.0.2'),
    })

    expect(reasonOf(observation)).toBe('known')
    expect(observation.addresses).toHaveLength(1)
  })

  test('at the first of two, a mishap is no answer to the question for the other key type', async () => {
    const behind = await tlsServer(serving([rsa, intermediate], [leaf, intermediate]))
    const first = await tcpServer(
      inTurn((peer, count) =>
        count === 2 ? peer.once('data', () => peer.resetAndDestroy()) : handOn(peer, behind.port),
      ),
    )

    const observation = await observe(at(first.port, { retries: 1 }), {
      lookup: leadingTo('127.0.0.1', '127.0.0.2'),
    })

    expect(deliveriesOf(observation)).toHaveLength(2)
  })

  test('beyond thirty-two closed doors no further one is tried', async () => {
    const { addresses } = await observe(at(await closedPort()), { lookup: leadingTo(...loopbacks(40)) })

    expect(addresses.map(({ address }) => address)).toEqual(loopbacks(32))
  })

  test('the same address twice is one', async () => {
    const { port } = await tlsServer(fresh)

    const { addresses } = await observe(at(port, { addresses: 'all' }), {
      lookup: leadingTo('127.0.0.1', '127.0.0.1'),
    })

    expect(addresses).toHaveLength(1)
  })
})

describe('addresses: all', () => {
  test('a stale certificate at one of three is seen, and the address that fails stays visible', async () => {
    const first = await tlsServer(fresh, { address: '127.0.0.2' })
    await tlsServer(serving([stale, intermediate]), { address: '127.0.0.3', port: first.port })

    const observation = await observe(at(first.port, { addresses: 'all' }), {
      lookup: leadingTo('127.0.0.2', '127.0.0.3', '127.0.0.4'),
    })

    expect(observation.addresses).toMatchObject([
      { address: '127.0.0.2', leaf: { known: true } },
      { address: '127.0.0.3', leaf: { known: true } },
      { address: '127.0.0.4', leaf: { known: false, reason: 'refused' } },
    ])
    const seen = deliveriesOf(observation)
    expect(seen.map(({ chain }) => digests(chain))).toEqual([
      digests([leaf, intermediate]),
      digests([stale, intermediate]),
    ])
    expect(seen.map(({ sightings }) => sightings.map(({ address }) => address))).toEqual([
      ['127.0.0.2'],
      ['127.0.0.3'],
    ])
  })

  test('one chain from two addresses is one delivery with two sightings', async () => {
    const { port } = await tlsServer(fresh, { address: '127.0.0.2' })
    await tlsServer(fresh, { address: '127.0.0.3', port })

    const observation = await observe(at(port, { addresses: 'all' }), {
      lookup: leadingTo('127.0.0.2', '127.0.0.3'),
    })

    expect(deliveriesOf(observation)).toMatchObject([
      { sightings: [{ address: '127.0.0.2' }, { address: '127.0.0.3' }] },
    ])
    expect(observation.connections).toBe(4)
  })

  test('when none shows a certificate, the reason is that of the address that came furthest', async () => {
    const first = await tlsServer({}, { address: '127.0.0.2' })

    const observation = await observe(at(first.port, { addresses: 'all' }), {
      lookup: leadingTo('127.0.0.4', '127.0.0.2', '127.0.0.3'),
    })

    expect(observation.addresses.map(({ leaf }) => !leaf.known && leaf.reason)).toEqual([
      'refused',
      'refused-handshake',
      'refused',
    ])
    expect(reasonOf(observation)).toBe('refused-handshake')
  })

  test('none of forty addresses is left out', async () => {
    const { addresses } = await observe(at(await closedPort(), { addresses: 'all' }), {
      lookup: leadingTo(...loopbacks(40)),
    })

    expect(addresses.map(({ address }) => address)).toEqual(loopbacks(40))
  })

  test('a name with more addresses than can be watched is not passed off as observed', async () => {
    const observation = await observe(at(443, { addresses: 'all' }), {
      lookup: leadingTo(...loopbacks(250), '127.0.2.1', ...loopbacks(250, 3)),
    })

    expect(reasonOf(observation)).toBe('not-observed')
    expect(detailOf(observation)).toContain('501 addresses')
  })
})

describe('which addresses count', () => {
  test('an IPv6 address is asked like any other', async () => {
    const { port } = await tlsServer(fresh, { address: '::1' })

    const { addresses } = await observe(at(port), { lookup: leadingTo('::1') })

    expect(addresses).toMatchObject([{ address: '::1', leaf: { known: true } }])
  })

  test.for([
    [4, '127.0.0.1'],
    [6, '::1'],
  ] as const)('ip_version: %i', async ([ipVersion, address]) => {
    const { port } = await tlsServer(fresh, { address })

    const { addresses } = await observe(at(port, { ipVersion, addresses: 'all' }), {
      lookup: leadingTo('127.0.0.1', '::1'),
    })

    expect(addresses.map((answer) => answer.address)).toEqual([address])
  })

  test('a name without an address of that family is unresolved', async () => {
    const observation = await observe(at(443, { ipVersion: 6 }), { lookup: leadingTo('127.0.0.1') })

    expect(reasonOf(observation)).toBe('unresolved')
    expect(detailOf(observation)).toContain('IPv6')
    expect(observation).toMatchObject({ connections: 0, addresses: [] })
  })

  test('connect_to goes there and asks no resolver', async () => {
    const { port, names } = await tlsServer(fresh, { address: '127.0.0.5' })

    const observation = await observe(at(port, { connectTo: ip('127.0.0.5') }), {
      lookup: () => Promise.reject(new Error('the resolver was asked')),
    })

    expect(observation.addresses).toMatchObject([{ address: '127.0.0.5', leaf: { known: true } }])
    expect(names).toEqual(['service.example'])
  })

  test('what the resolver says that is no address is passed over', async () => {
    const { port } = await tlsServer(fresh)

    const { addresses } = await observe(at(port), {
      lookup: leadingTo('fe80::1%eth0', 'nonsense', '127.0.0.1'),
    })

    expect(addresses.map(({ address }) => address)).toEqual(['127.0.0.1'])
  })
})
