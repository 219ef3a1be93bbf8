import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { ConfigError } from '../../src/config/complaint.ts'
import { readConfigText } from '../../src/config/config-text.ts'
import { valueAt } from '../../src/config/document.ts'
import { parseHostText } from '../../src/config/host-text.ts'
import { readJsonDocument } from '../../src/config/json-document.ts'
import { parseSecrets } from '../../src/config/secrets.ts'
import { matchesGlob } from '../../src/model/glob.ts'
import { complaints, read } from './workspace.ts'

const words = [
  'domains',
  'domain',
  'defaults',
  'port',
  'file',
  'trust',
  'ca_files',
  'rules',
  'waivers',
  'rule',
  'until',
  'network',
  'proxy',
  'client_certificate',
  'cert',
  'key',
  'pfx',
  'notifications',
  'a.example',
  '443',
  '-----BEGIN',
  'base64:',
  '${A}',
  '${A:-b}',
  '*a',
  '&a',
  'null',
  'true',
  '2027-02-01',
]
const signs = [
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '#',
  '|',
  '>',
  '!',
  '%',
  '---\n',
  '\t',
  '? ',
  '\0',
  '\uFEFF',
  '\u{1F600}',
]
const yamlish = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs), fc.string()), { maxLength: 60 })
  .map((parts) => parts.join(''))

test('any text gives a watchlist or a ConfigError, each complaint with a message', async () => {
  await fc.assert(
    fc.asyncProperty(yamlish, fc.constantFrom('c.yml', 'c.json'), async (text, name) => {
      const found = await complaints(read(text, {}, {}, name))
      expect(found.every((line) => line.length > 0)).toBe(true)
    }),
    { numRuns: 250 },
  )
})

test('any octets give a document or a ConfigError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => readConfigText(bytes, 'c.yml')).not.toThrowError(notConfigError)
    }),
  )
})

/** Matches every error that is not a ConfigError. */
const notConfigError = { asymmetricMatch: (error: unknown): boolean => !(error instanceof ConfigError) }

test('any value in any setting is read or complained about', async () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const settings = fc.dictionary(fc.constantFrom(...words, '__proto__', 'constructor', 'x'), value)
  const domains = fc.array(fc.oneof(value, settings), { maxLength: 4 })
  const config = fc.tuple(settings, domains).map(([other, domains]) => Object.assign(other, { domains }))
  await fc.assert(
    fc.asyncProperty(config, async (value) => {
      const found = await complaints(read(JSON.stringify(value), {}, {}, 'c.json'))
      expect(found.some((line) => /undefined|\[object|Invalid input|Too (?:big|small)/.test(line))).toBe(
        false,
      )
    }),
    { numRuns: 150 },
  )
})

test('our JSON reader and JSON.parse agree on what is JSON and what it says', () => {
  const nearly = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '01', ' ', '\n'))
    .map(([json, at, sign]) => {
      const cut = at % (json.length + 1)
      return json.slice(0, cut) + sign + json.slice(cut)
    })
  fc.assert(
    fc.property(fc.oneof(fc.json(), nearly), (text) => {
      const theirs = attempt(() => JSON.parse(text) as unknown)
      const ours = attempt(() => readJsonDocument(text, 'c.json').value)
      const repeated = ours instanceof ConfigError && /second time|__proto__/.test(ours.message)
      expect(repeated || ours instanceof Error === theirs instanceof Error).toBe(true)
      if (!(theirs instanceof Error) && !(ours instanceof Error)) expect(ours).toEqual(theirs)
    }),
    { numRuns: 1000 },
  )
})

function attempt(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test('any host text is read or refused with a remedy', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = parseHostText(text)
      expect('host' in read ? read.host : read.remedy).not.toBe('')
    }),
  )
})

test('any text of secrets is read', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseSecrets(text).values).toBeInstanceOf(Map)
    }),
  )
})

test('a glob matches as its regular expression would', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', 'B') })
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*') })
  fc.assert(
    fc.property(glob, text, (glob, text) => {
      const pattern = glob
        .split('*')
        .map((piece) => piece.replaceAll('.', '\\.'))
        .join('.*')
      expect(matchesGlob(glob, text)).toBe(new RegExp(`^${pattern}$`, 'i').test(text))
    }),
    { numRuns: 1000 },
  )
})

test('a path into a value never reaches what it inherits', () => {
  expect(valueAt({}, ['constructor'])).toBeUndefined()
})
