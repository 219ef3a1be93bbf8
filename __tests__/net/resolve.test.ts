import { describe, expect, test } from 'vitest'

import { Deadline } from '../../src/net/deadline.ts'
import { type Lookup, resolve, systemResolver } from '../../src/net/resolve.ts'
import { hostname } from '../support/observation.ts'

const name = hostname('service.example')

function asked(lookup: Lookup, family: 'any' | 4 | 6 = 'any'): ReturnType<typeof resolve> {
  return resolve(name, family, lookup, new Deadline(3_600_000, new AbortController().signal))
}

const answering =
  (...addresses: readonly string[]): Lookup =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address })))

describe('the addresses of a name', () => {
  test('stand in the resolver’s order, each once, in one spelling', async () => {
    const lookup = answering('192.0.2.2', '2001:DB8:0::1', '192.0.2.1', '2001:db8::1', '192.0.2.2')

    expect(await asked(lookup)).toEqual(['192.0.2.2', '2001:db8::1', '192.0.2.1'])
    expect(await asked(lookup, 4)).toEqual(['192.0.2.2', '192.0.2.1'])
    expect(await asked(lookup, 6)).toEqual(['2001:db8::1'])
  })

  test('localhost is known to the system’s resolver, with the cable out', async () => {
    const addresses = await resolve(
      hostname('localhost'),
      'any',
      systemResolver,
      new Deadline(5000, new AbortController().signal),
    )

    expect(['127.0.0.1', '::1']).toContain(addresses[0])
  })
})

describe('no address is unresolved, and the sentence says why', () => {
  test.for(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_NODATA', 'ESERVFAIL', 'ECONNREFUSED'])(
    '%s',
    async (code) => {
      const failing: Lookup = () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }))

      await expect(asked(failing)).rejects.toMatchObject({
        reason: 'unresolved',
        message: expect.stringMatching(/^service\.example: ./) as string,
      })
    },
  )

  test.for([
    ['no address at all', 'any', []],
    ['none of that family', 6, ['192.0.2.1']],
    ['nothing that is an address', 'any', ['nonsense']],
  ] as const)('%s', async ([, family, addresses]) => {
    await expect(asked(answering(...addresses), family)).rejects.toMatchObject({ reason: 'unresolved' })
  })
})
