import { deflateRawSync } from 'node:zlib'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readZip } from '../../src/runner/zip.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { zipArchive, type ZipEntry } from '../support/services/zip-archive.ts'

const limits = { files: 3, fileBytes: 1000, totalBytes: 1500 }

function texts(archive: Buffer): Readonly<Record<string, string>> {
  const files = [...readZip(archive, () => true, limits)]
  return Object.fromEntries(files.map(({ name, bytes }) => [name, bytes.toString()]))
}

test('stored and deflated files come out as they went in', () => {
  const archive = zipArchive([
    { name: 'stored.json', bytes: 'one', method: 0 },
    { name: 'deflated.json', bytes: 'two '.repeat(50) },
    { name: 'empty.json', bytes: '' },
  ])

  expect(texts(archive)).toEqual({
    'stored.json': 'one',
    'deflated.json': 'two '.repeat(50),
    'empty.json': '',
  })
})

test('what is not wanted is not even inflated', () => {
  const archive = zipArchive([
    { name: 'wanted', bytes: 'yes' },
    { name: 'bomb', bytes: Buffer.alloc(1_000_000), size: 1 },
  ])

  expect([...readZip(archive, (name) => name === 'wanted', limits)].map(({ name }) => name)).toEqual([
    'wanted',
  ])
})

const honest = { name: 'a', bytes: 'text' }

test.each<[string, readonly ZipEntry[]]>([
  ['a: not a plain file', [{ ...honest, mode: 0o120777 }]],
  ['a: not a plain file', [{ ...honest, mode: 0o040755 }]],
  ['a: not a plain file', [{ ...honest, flags: 1 }]],
  ['a: twice in the archive', [honest, honest]],
  ['more than 3 files', ['1', '2', '3', '4'].map((name) => ({ name, bytes: '' }))],
  ['a: 1001 octets are too many', [{ name: 'a', bytes: Buffer.alloc(1001) }]],
  ['b: 800 octets are too many', ['a', 'b'].map((name) => ({ name, bytes: Buffer.alloc(800) }))],
  ['a: does not inflate to 10 octets', [{ name: 'a', bytes: Buffer.alloc(1_000_000), size: 10 }]],
  ['a: damaged', [{ ...honest, size: 5 }]],
  ['a: damaged', [{ ...honest, crc: 1 }]],
])('%s', (message, entries) => {
  expect(() => texts(zipArchive(entries))).toThrow(new Malformed(message))
})

test('another compression method is named', () => {
  const archive = zipArchive([honest])
  archive.writeUInt16LE(93, archive.indexOf('PK\u0001\u0002') + 10)

  expect(() => texts(archive)).toThrow(new Malformed('a: compression method 93 is not known'))
})

test('an archive that ends early is malformed, wherever it ends', () => {
  const archive = zipArchive([honest, { name: 'b', bytes: 'more', method: 0 }])
  for (let length = 0; length < archive.length; length += 1) {
    expect(() => texts(archive.subarray(0, length))).toThrow(Malformed)
  }
})

test('damaged octets give files or the one named error, never another', () => {
  const archive = zipArchive([honest, { name: 'b', bytes: deflateRawSync('noise') }])
  const places = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(places, (changes) => {
      const damaged = Buffer.from(archive)
      for (const [place, octet] of changes) damaged[place] = octet
      expect(outcome(damaged)).toMatch(/^(?:files|Malformed)$/)
    }),
    { numRuns: 2000 },
  )
})

function outcome(archive: Buffer): string {
  try {
    texts(archive)
    return 'files'
  } catch (thrown) {
    return thrown instanceof Error ? thrown.name : 'something else'
  }
}
