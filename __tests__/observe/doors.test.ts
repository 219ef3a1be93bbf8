import { describe, expect, test } from 'vitest'

import { secureContexts } from '../../src/net/tls-context.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { observeEndpoint } from '../../src/observe/endpoint.ts'
import type { Surroundings } from '../../src/observe/surroundings.ts'
import { trustStores } from '../../src/observe/trust-store.ts'
import { turnstile } from '../../src/observe/turnstile.ts'
import { hierarchy } from '../support/mint.ts'
import { ip } from '../support/observation.ts'
import { connectProxy, serving, tlsServer } from '../support/servers.ts'
import { at, detailOf, leadingTo, network, observe, reasonOf } from './observing.ts'

const { intermediate, leaf } = hierarchy()
const fresh = serving([leaf, intermediate])

describe('allow_private: false', () => {
  const strict = { network: { ...network, allowPrivate: false } }

  test('nobody is contacted, and the address is named', async () => {
    const server = await tlsServer(fresh)

    const observation = await observe(at(server.port, { addresses: 'all' }), {
      ...strict,
      lookup: leadingTo('127.0.0.1', '::ffff:127.0.0.1', '::1', '10.0.0.1', '169.254.169.254'),
    })

    expect(reasonOf(observation)).toBe('blocked')
    expect(observation.addresses.map(({ leaf }) => !leaf.known && leaf.reason)).toEqual(
      Array.from({ length: 5 }, () => 'blocked'),
    )
    expect(detailOf(observation)).toContain('169.254.169.254')
    expect(observation.connections).toBe(0)
    expect(server.connections()).toBe(0)
  })

  test.for(['connectTo', 'host'] as const)('an address given as %s is blocked, too', async (field) => {
    const server = await tlsServer(fresh)

    const observation = await observe(at(server.port, { [field]: ip('127.0.0.1') }), strict)

    expect(reasonOf(observation)).toBe('blocked')
    expect(server.connections()).toBe(0)
  })
})

describe('a machine without an IPv6 route', () => {
  const around = (addresses: readonly string[], proxy: URL | null = null): Surroundings => {
    const read = certificates()
    return {
      network: { ...network, proxy },
      lookup: leadingTo(...addresses),
      ipv6: false,
      retryPauseMs: 1,
      turnstile: turnstile(64, 4),
      contexts: secureContexts(),
      certificates: read,
      storeFor: trustStores(read),
      run: new AbortController().signal,
      clock: () => new Date(),
    }
  }

  test('an AAAA address is not asked, and the A address answers for the name', async () => {
    const { port } = await tlsServer(fresh)

    const observation = await observeEndpoint(
      at(port, { addresses: 'all' }),
      around(['2606:4700::1', '127.0.0.1']),
    )

    expect(observation.addresses).toMatchObject([
      { address: '2606:4700::1', leaf: { known: false, reason: 'not-asked' } },
      { address: '127.0.0.1', leaf: { known: true } },
    ])
    expect(reasonOf(observation)).toBe('known')
    expect(observation.connections).toBe(2)
  })

  test('a name with nothing but AAAA is not silently passed over', async () => {
    const observation = await observeEndpoint(at(443), around(['2606:4700::1', '2606:4700::2']))

    expect(reasonOf(observation)).toBe('unreachable')
    expect(detailOf(observation)).toContain('IPv6')
    expect(observation.connections).toBe(0)
  })

  test('a proxy may have one', async () => {
    const proxy = await connectProxy({ to: await tlsServer(fresh) })
    const through = around(['2606:4700::1'], new URL(`http://127.0.0.1:${proxy.port}`))

    const observation = await observeEndpoint(at(443, { addresses: 'all' }), through)

    expect(observation.addresses).toMatchObject([{ address: '2606:4700::1', leaf: { known: true } }])
  })

  test('loopback needs no route', async () => {
    const { port } = await tlsServer(fresh, { address: '::1' })

    expect(reasonOf(await observeEndpoint(at(port), around(['::1'])))).toBe('known')
  })
})
