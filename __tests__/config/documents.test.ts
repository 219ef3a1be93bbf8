import { expect, test } from 'vitest'

import { complaints, read } from './workspace.ts'

const nine = (item: string): string => `[${Array<string>(9).fill(item).join(', ')}]`
const bomb = `a: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: &d ${nine('*c')}\n`
const tooDeep = 'The file nests deeper than 100 levels. Write it flatter and shorter, or split it in two.'

test.each([
  [
    'an alias bomb',
    bomb,
    '1:1 The file has more than 100 aliases, those inside aliases counted. Write the values out, or put what is common under "defaults".',
  ],
  ['deep brackets', '['.repeat(200_000), `1:1 ${tooDeep}`],
  ['deep dashes', '- '.repeat(200_000), `1:1 ${tooDeep}`],
  [
    'a million slips',
    `a: ${']'.repeat(1_400_000)}`,
    '1:4 Nothing like this may stand here. Close brackets and quotes once each, and put text with special signs in quotes.',
  ],
  [
    'nothing but signs',
    '"'.repeat(3_200_000),
    '1:1 The file has more than 1.5 million words and signs. Write it flatter and shorter, or split it in two.',
  ],
  [
    'an alias of itself',
    'domains: &a [*a]\n',
    '1:14 The alias *a names no anchor above it. Write &a at the value it repeats.',
  ],
  [
    'a repeated key',
    'domains: [a.example]\ndomains: [b.example]\n',
    '2:1 "domains" stands here a second time, first in line 1. Keep one.',
  ],
  [
    'a merge key',
    'domains:\n  - <<: { port: 1 }\n    domain: a.example\n',
    '2:5 YAML 1.2 has no merge key (<<). Write the keys out, or put them under "defaults".',
  ],
  ['a tab', 'domains:\n\t- a.example\n', '2:1 A tab indents this line. Write spaces.'],
  [
    'a second document',
    'domains: [a.example]\n---\nx: 1\n',
    '2:1 A second document begins here. Keep one document and leave the "---" out.',
  ],
  [
    'YAML 1.1',
    '%YAML 1.1\n---\ndomains: [a.example]\n',
    '1:1 A directive (%) asks for something other than YAML 1.2. Leave the line out.',
  ],
  [
    'a foreign tag',
    'domains: !!js/function x\n',
    '1:10 This tag (!…) means nothing here. Leave it out, or put text that begins with "!" in quotes.',
  ],
  [
    'a tag of YAML 1.1',
    'domains: [!!binary aGk=]\n',
    '1:20 The tag tag:yaml.org,2002:binary means nothing here. Leave it out.',
  ],
  [
    'a NUL',
    'domains:\n  - a\0b\n',
    '2:6 The control character U+0000 stands here. Remove it; if the whole file looks broken, save it as UTF-8.',
  ],
  ['a key that is a number', '1: x\n', '1:1 This key is not a text. Write a name, or put the key in quotes.'],
  ['the prototype', 'rules: { __proto__: error }\n', '1:10 "__proto__" is not a setting. Leave it out.'],
  [
    'an empty file',
    '',
    '1:1 The config has no value. Write settings, of which "domains:" and a list of hosts is the first.',
  ],
  [
    'a list',
    '- a.example\n',
    '1:1 The config is a list. Write settings, of which "domains:" and a list of hosts is the first.',
  ],
])('%s is one clear complaint', async (_name, text, complaint) => {
  expect(await complaints(read(text))).toEqual([`certificates.yml:${complaint}`])
})

test('anchors and aliases are read as YAML means them', async () => {
  const { entries } = await read(
    'domains:\n  - { domain: a.example, tags: &tags [shop] }\n  - { domain: b.example, tags: *tags }\n',
  )

  expect(entries.map(({ target }) => target.tags)).toEqual([['shop'], ['shop']])
})

test('a hundred aliases are read, one more is refused', async () => {
  const aliases = (count: number): string =>
    `defaults: { retries: &n 1 }\ndomains:\n${Array.from({ length: count }, (_, i) => `  - { domain: h${i}.example, retries: *n }\n`).join('')}`

  expect((await read(aliases(100))).entries).toHaveLength(100)
  expect(await complaints(read(aliases(101)))).toHaveLength(1)
})

test.each([
  [
    'UTF-16',
    Buffer.from('\uFEFFdomains: [a.example]', 'utf16le'),
    'The file is written in UTF-16. Save it as UTF-8.',
  ],
  [
    'Latin-1',
    Buffer.from('domains: [m\xFCnchen.example]', 'latin1'),
    'The file is not valid UTF-8. Save it as UTF-8.',
  ],
  [
    '10 MB',
    Buffer.alloc(10_000_000, '#'),
    '"certificates.yml" has 10000000 octets, more than 4194304. Write the path of a smaller file.',
  ],
])('%s is refused before it is parsed', async (_name, bytes, complaint) => {
  const [only] = await complaints(read(bytes))

  expect(only?.replaceAll(/"\/\S*\//g, '"')).toBe(`certificates.yml:1:1 ${complaint}`)
})

test('UTF-8 is read with and without a byte order mark, and columns count from the text', async () => {
  expect((await read('\uFEFFdomains: [münchen.example]\n')).entries[0]?.target.id).toBe(
    'xn--mnchen-3ya.example:443',
  )
  expect(await complaints(read('\uFEFFdomain: x\n'))).toEqual([
    expect.stringContaining(':1:1 "domain" is not a setting'),
  ])
})

test.each([
  [
    'a trailing comma',
    '{"domains": ["a.example"],}',
    '1:27 JSON breaks off: found "}", wanted a key in double quotes.',
  ],
  ['a missing comma', '{"domains": ["a" "b"]}', '1:18 JSON breaks off: found "\\"", wanted "," or "]".'],
  ['a comment', '{} // done', '1:4 JSON breaks off: found "/", wanted the end of the file.'],
  ['nothing', '', '1:1 JSON breaks off: found the end of the file, wanted a value.'],
  ['a word', '{"domains": nul}', '1:13 JSON breaks off: found "n", wanted a value.'],
])('JSON is strict: %s', async (_name, text, complaint) => {
  expect(await complaints(read(text, {}, {}, 'config.json'))).toEqual([
    `config.json:${complaint} Mend it here, or name the file .yml for YAML.`,
  ])
})

test('JSON keeps lines and columns, and refuses repeated keys, deep nesting and open texts', async () => {
  const json = (text: string): Promise<readonly string[]> => complaints(read(text, {}, {}, 'config.json'))

  expect(await json('{\n\t"domains": [\n\t\t{ "domain": "a.example", "prt": 1 }\n\t]\n}')).toEqual([
    'config.json:3:28 "prt" is not a setting of a domain. Write "port".',
  ])
  expect(await json('{"domains": ["a.example"], "domains": []}')).toEqual([
    'config.json:1:28 "domains" stands here a second time, first in line 1. Keep one.',
  ])
  expect(await json('['.repeat(100_000))).toEqual([
    'config.json:1:1 The file nests deeper than 100 levels. Write it flatter.',
  ])
  expect(await json('{"domains": ["a\tb"]}')).toHaveLength(1)
})
