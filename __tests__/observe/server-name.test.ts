import { createSecureContext } from 'node:tls'

import { expect, test } from 'vitest'

import { hierarchy, leaf as leafOf } from '../support/mint.ts'
import { hostname, ip } from '../support/observation.ts'
import { serving, tlsServer } from '../support/servers.ts'
import { at, deliveriesOf, digests, observe, onlyDelivery, trusting } from './observing.ts'

const { root, intermediate, leaf } = hierarchy()

test.for([
  ['the host', { host: hostname('service.example') }, 'service.example'],
  ['an IDN as A-label', { host: hostname('münchen.example') }, 'xn--mnchen-3ya.example'],
  ['a host with a trailing dot, without it', { host: hostname('Service.Example.') }, 'service.example'],
  ['the servername where one is given', { servername: hostname('other.example') }, 'other.example'],
  [
    'the servername for an address',
    { host: ip('127.0.0.1'), servername: hostname('a.example') },
    'a.example',
  ],
  ['nothing for an IPv4 address', { host: ip('127.0.0.1') }, null],
  ['the host, although connect_to is an address', { connectTo: ip('127.0.0.1') }, 'service.example'],
] as const)('a server hears %s', async ([, differs, heard]) => {
  const { port, names } = await tlsServer(serving([leaf, intermediate]))

  deliveriesOf(await observe(at(port, { ...trusting(root), ...differs })))

  expect(names).toEqual([heard])
})

test('a server hears nothing for an IPv6 address', async () => {
  const { port, names } = await tlsServer(serving([leaf, intermediate]), { address: '::1' })

  deliveriesOf(await observe(at(port, { host: ip('::1') })))

  expect(names).toEqual([null])
})

test('the certificate of the name asked for is seen, not the one that others get', async () => {
  const named = leafOf(intermediate, { names: ['named.example'] })
  const { port } = await tlsServer({
    ...serving([leaf, intermediate]),
    SNICallback: (name, answer) =>
      answer(null, name === 'named.example' ? createSecureContext(serving([named])) : undefined),
  })

  const seen = onlyDelivery(await observe(at(port, { servername: hostname('named.example') })))

  expect(digests(seen.chain)).toEqual(digests([named]))
})
