import { expect, test } from 'vitest'

import type { ConfigRequest } from '../../src/config/read-config.ts'
import { read } from './workspace.ts'

/** What the run would do with each endpoint of the config. */
async function scans(config: string, differs: Partial<ConfigRequest> = {}): Promise<readonly string[]> {
  const { entries } = await read(config, differs)
  return entries.map(({ target }) =>
    target.kind === 'file' ? 'file' : `${target.scan}${target.probes ? ' with probes' : ''}`,
  )
}

const mixed = `defaults: { scan: certificate, probes: true }
domains: [a.example, { domain: b.example, scan: tls }, { domain: c.example, scan: tls, probes: false }]
`

test('without a word about it, TLS is scanned without probes', async () => {
  expect(await scans('domains: [a.example]')).toEqual(['tls'])
})

test('a domain overrides the defaults, and probes need a scan', async () => {
  expect(await scans(mixed)).toEqual(['certificate', 'tls with probes', 'tls'])
})

test('the request overrides both', async () => {
  expect(await scans(mixed, { scan: 'tls' })).toEqual(['tls with probes', 'tls with probes', 'tls'])
  expect(await scans(mixed, { scan: 'certificate' })).toEqual(['certificate', 'certificate', 'certificate'])
  expect(await scans('domains: [a.example]', { probes: true })).toEqual(['tls with probes'])
})

test('an untrusted gate looks at certificates alone, whatever it is asked for', async () => {
  const untrusted = { untrusted: true, scan: 'tls', probes: true } as const

  expect(await scans(mixed, untrusted)).toEqual(['certificate', 'certificate', 'certificate'])
})
