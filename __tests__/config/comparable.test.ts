import { join } from 'node:path'

import { expect, test } from 'vitest'

import { type Comparable, readComparable } from '../../src/config/comparable.ts'
import type { Fetch } from '../../src/config/files.ts'
import { certificateA, certificateB } from './pem.ts'
import { complaints, request, workspace } from './workspace.ts'

type Files = Readonly<Record<string, string>>

/** Reads a config from the disk, files beside it. */
function onDisk(config: string, files: Files = {}): Promise<Comparable> {
  const root = workspace({ ...files, 'certificates.yml': config })
  return readComparable(request({ path: join(root, 'certificates.yml'), root }), null)
}

/** The same from elsewhere; on the disk there is nothing. */
function elsewhere(config: string, files: Files = {}): Promise<Comparable> {
  const all: Files = { ...files, 'certificates.yml': config }
  const root = workspace({})
  return readComparable(request({ path: join(root, 'certificates.yml'), root }), async (path) => {
    const text = all[path]
    return text === undefined ? null : Buffer.from(text)
  })
}

/** Ids of the endpoints that are not the same in both. */
function altered(one: Comparable, other: Comparable): readonly string[] {
  const ids = new Set([...one.fingerprints.keys(), ...other.fingerprints.keys()])
  return [...ids].filter((id) => one.fingerprints.get(id) !== other.fingerprints.get(id))
}

test('a config that lies elsewhere compares as the same', async () => {
  const config =
    'domains:\n  - example.com\n  - { domain: a.example, trust: { ca_files: [certs/ca.pem] } }\n  - { file: certs/ca.pem }\n'
  const files = { 'certs/ca.pem': certificateA }
  const [here, there] = [await onDisk(config, files), await elsewhere(config, files)]

  expect([...here.fingerprints.keys()]).toEqual(['example.com:443', 'a.example:443', 'file:certs/ca.pem'])
  expect(altered(here, there)).toEqual([])
})

test.each([
  ['a name', 'name: x'],
  ['a threshold', 'critical_days: 3'],
  ['a timeout', 'timeout: 3'],
  ['an expectation', 'expect: { issuer: X }'],
  ['an owner', 'owner: x'],
  ['whom it trusts', 'trust: { ca_files: [ca.pem] }'],
  ['a client certificate', 'client_certificate: { pfx: "${PFX}" }'],
])('%s of its own alters an endpoint, and no other', async (_, setting) => {
  const files = { 'ca.pem': certificateA }
  const before = await onDisk('domains:\n  - { domain: a.example }\n  - b.example\n', files)
  const after = await onDisk(`domains:\n  - { domain: a.example, ${setting} }\n  - b.example\n`, files)

  expect(altered(before, after)).toEqual(['a.example:443'])
})

test('a default written out, another order and another form of the same host alter nothing', async () => {
  const before = await onDisk(
    'domains: [a.example, "https://b.example/"]\nrules: { chain/order: off, chain/extra: off }\n',
  )
  const after = await onDisk(
    'rules: { chain/extra: off, chain/order: off }\ndefaults: { port: 443 }\ndomains: [{ domain: b.example, retries: 2 }, a.example]\n',
  )

  expect(altered(before, after)).toEqual([])
})

test('another secret behind the same name is no change, another name is', async () => {
  const config = (name: string): string =>
    `domains:\n  - { domain: a.example, client_certificate: { pfx: a.p12, passphrase: "\${${name}}" } }\n  - { file: b.p12, password: "\${${name}}" }\n`
  const files = { 'a.p12': 'one', 'b.p12': 'two' }
  const [one, same, other] = [
    await onDisk(config('ONE'), files),
    await onDisk(config('ONE'), files),
    await onDisk(config('TWO'), files),
  ]

  expect(altered(one, same)).toEqual([])
  expect(altered(one, other)).toEqual(['a.example:443', 'file:b.p12'])
})

test.each([
  ['cert', { 'b.pem': certificateB }],
  ['key', { 'b.key': 'another key' }],
  ['pfx', { 'c.p12': 'another store' }],
  ['file', { 'd.p12': 'another file' }],
] as const)(
  'other octets behind %s alter its entry, though a secret keeps it from being opened',
  async (name, octets) => {
    const config = `domains:
  - { domain: cert.example, client_certificate: { cert: b.pem, key: a.key, passphrase: "\${P}" } }
  - { domain: key.example, client_certificate: { cert: a.pem, key: b.key, passphrase: "\${P}" } }
  - { domain: pfx.example, client_certificate: { pfx: c.p12, passphrase: "\${P}" } }
  - { file: d.p12, password: "\${P}" }
`
    const files = {
      'a.pem': certificateA,
      'a.key': 'key',
      'b.pem': certificateA,
      'b.key': 'key',
      'c.p12': 'store',
      'd.p12': 'file',
    }
    const [before, after] = [await onDisk(config, files), await elsewhere(config, { ...files, ...octets })]

    expect(altered(before, after)).toEqual([name === 'file' ? 'file:d.p12' : `${name}.example:443`])
  },
)

test('no secret is looked up for a comparison', async () => {
  const config = 'domains: [{ file: a.p12, password: "${PASSWORD}" }]\n'
  const root = workspace({ 'certificates.yml': config, 'a.p12': 'store' })
  const read = (PASSWORD: string): Promise<Comparable> =>
    readComparable(request({ path: join(root, 'certificates.yml'), root, environment: { PASSWORD } }), null)

  expect(altered(await read('one'), await read('two'))).toEqual([])
})

test('what lies elsewhere stays below its root, and links of the disk lead nowhere', async () => {
  const asked: string[] = []
  const fetch: Fetch = async (path) => {
    asked.push(path)
    return Buffer.from('domains: [{ domain: a.example, trust: { ca_files: [../../up.pem] } }]\n')
  }
  const root = workspace({})
  const path = join(root, 'inner', 'certificates.yml')

  expect(await complaints(readComparable(request({ path, root }), fetch))).toEqual([
    expect.stringContaining('"../../up.pem" lies outside the workspace.'),
  ])
  expect(asked).toEqual(['inner/certificates.yml'])
})

test('what keeps a file from being fetched is no complaint about the config', async () => {
  const fetch: Fetch = async () => {
    throw new Error('status 500')
  }
  const root = workspace({})

  await expect(
    readComparable(request({ path: join(root, 'certificates.yml'), root }), fetch),
  ).rejects.toThrow('status 500')
})
