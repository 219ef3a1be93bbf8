import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileLimits } from '../../src/model/limits.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { FileTarget } from '../../src/model/target.ts'
import { authority, hierarchy, inDays, pem } from '../support/mint.ts'
import { fileTarget } from '../support/observation.ts'
import { deliveriesOf, detailOf, digests, observe, onlyDelivery, reasonOf } from './observing.ts'

const { root, intermediate, leaf } = hierarchy()
const trust = { anchors: [root.der], public: false }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-files-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Writes the file and watches it. */
async function written(
  content: string | Uint8Array,
  differs: Partial<FileTarget> = {},
): Promise<Observation> {
  const path = join(folder, 'certificate')
  await writeFile(path, content)
  return atPath(path, differs)
}

function atPath(path: string, differs: Partial<FileTarget> = {}): Promise<Observation> {
  return observe(fileTarget({ content: { kind: 'path', path }, trust, ...differs }))
}

const fixture = (name: string): string => new URL(`../fixtures/wire/${name}`, import.meta.url).pathname

describe('a bundle in order from leaf to issuer is one chain', () => {
  test.for([
    ['the leaf alone', [leaf], 'issuer-missing'],
    ['leaf and intermediate', [leaf, intermediate], undefined],
    ['the root as well', [leaf, intermediate, root], undefined],
    ['a root alone', [root], undefined],
  ] as const)('%s', async ([, chain, obstacle]) => {
    const observation = await written(pem(...chain))
    const delivery = onlyDelivery(observation)

    expect(digests(delivery.chain)).toEqual(digests(chain))
    expect(delivery.sightings).toEqual([])
    expect(delivery.trust.obstacle?.kind).toBe(obstacle)
    expect(observation).toMatchObject({ connections: 0, addresses: [] })
  })

  test('given in the config itself instead of by its path', async () => {
    const bytes = Buffer.from(pem(leaf, intermediate))

    expect(
      onlyDelivery(await observe(fileTarget({ content: { kind: 'bytes', bytes }, trust }))).chain,
    ).toHaveLength(2)
  })
})

describe('in any other bundle every certificate is a delivery of its own', () => {
  test('unrelated roots, of which one is about to expire', async () => {
    const ends = [inDays(1000), inDays(3), inDays(1001)]
    const roots = ends.map((notAfter) => authority(`Until ${notAfter.toISOString()}`, { notAfter }))

    const seen = deliveriesOf(await written(pem(...roots)))

    expect(seen.map(({ chain }) => digests(chain))).toEqual(roots.map((one) => digests([one])))
    expect(seen.map(({ leaf: { notAfter } }) => notAfter)).toEqual(ends)
  })

  test('two roots of the same name: the new one is not the issuer of the old', async () => {
    const roots = [authority('Rollover'), authority('Rollover', { notAfter: inDays(3) })]

    expect(deliveriesOf(await written(pem(...roots))).map(({ chain }) => digests(chain))).toEqual(
      roots.map((one) => digests([one])),
    )
  })

  test('a chain from root to leaf: each is seen, and each finds its way to the root', async () => {
    const seen = deliveriesOf(await written(pem(root, intermediate, leaf)))

    expect(seen.map(({ chain }) => digests(chain))).toEqual(
      [root, intermediate, leaf].map((one) => digests([one])),
    )
    expect(seen.map(({ trust: { paths } }) => paths.length)).toEqual([1, 1, 1])
  })
})

describe('the forms of certificate files', () => {
  test('DER', async () => {
    expect(digests(onlyDelivery(await written(leaf.der)).chain)).toEqual(digests([leaf]))
  })

  test('PEM with text, keys and foreign line ends about it', async () => {
    const text = `Bag Attributes\n${leaf.keyPem}subject=CN = x\n${pem(leaf, intermediate)}`.replaceAll(
      '\n',
      '\r\n',
    )

    expect(onlyDelivery(await written(text)).chain).toHaveLength(2)
  })

  test.for(['ec.p7b', 'ec.p7b.pem', 'chain.pem'])('%s', async (name) => {
    const { chain } = onlyDelivery(await atPath(fixture(name)))

    expect(chain.map(({ basicConstraints }) => basicConstraints?.ca === true)).toEqual([false, true])
  })

  test.for([
    ['ec.modern.p12', 'secret'],
    ['ec.legacy.p12', 'secret'],
    ['rsa.legacy.p12', 'secret'],
    ['ec.unicode.p12', 'Käse 🔑'],
  ] as const)('%s with its password', async ([name, password]) => {
    const { chain } = onlyDelivery(await atPath(fixture(name), { password }))

    expect(chain[0]?.basicConstraints?.ca ?? false).toBe(false)
  })
})

describe('a file that says nothing says why', () => {
  test.for([
    ['a wrong password', 'ec.modern.p12', 'wrong'],
    ['a wrong password for an old file', 'ec.legacy.p12', 'wrong'],
    ['no password', 'ec.modern.p12', null],
  ] as const)('%s', async ([, name, password]) => {
    expect(reasonOf(await atPath(fixture(name), { password }))).toBe('wrong-password')
  })

  test.for([
    ['nothing', ''],
    ['text', 'no certificate here'],
    ['a key alone', leaf.keyPem],
    ['a PEM block of garbage', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
    ['a DER file cut short', leaf.der.subarray(0, 100)],
    ['a DER file with something after it', Buffer.concat([leaf.der, Buffer.alloc(3)])],
  ] as const)('%s', async ([, content]) => {
    const observation = await written(content)

    expect(reasonOf(observation)).toBe('malformed')
    expect(detailOf(observation)).not.toContain('.ts:')
  })

  test('that is not there', async () => {
    const observation = await atPath(join(folder, 'absent.pem'))

    expect(reasonOf(observation)).toBe('unreadable')
    expect(detailOf(observation)).toContain('ENOENT')
  })

  test('that is a directory', async () => {
    await mkdir(join(folder, 'directory.pem'))

    expect(reasonOf(await atPath(join(folder, 'directory.pem')))).toBe('unreadable')
  })

  test('that is larger than certificates are', async () => {
    const path = join(folder, 'large.pem')
    await writeFile(path, '')
    await truncate(path, fileLimits.fileBytes + 1)

    expect(reasonOf(await atPath(path))).toBe('unreadable')
  })

  test('that never ends', async () => {
    const path = join(folder, 'endless.pem')
    await symlink('/dev/zero', path)

    expect(reasonOf(await atPath(path))).toBe('unreadable')
  })
})

test('what stands above the leaf and cannot be read does not hide the leaf', async () => {
  const garbage = '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n'

  const { chain, unreadable } = onlyDelivery(await written(pem(leaf) + garbage + pem(intermediate)))

  expect(digests(chain)).toEqual(digests([leaf, intermediate]))
  expect(unreadable).toHaveLength(1)
  expect(unreadable[0]).toContain('number 2 of 3')
})

test('the bytes of a fixture are those of its certificate', async () => {
  const { chain } = onlyDelivery(await atPath(fixture('ec.der')))

  expect(Buffer.from(chain[0]?.der ?? [])).toEqual(await readFile(fixture('ec.der')))
})
