import { expect, test } from 'vitest'

import { interpolated, isLiteral, lookupIn, parseSecrets } from '../../src/config/secrets.ts'

const lookup = lookupIn(new Map([['TOKEN', 'from secrets']]), {
  TOKEN: 'from environment',
  HOME: '/home',
  EMPTY: '',
})

test.each([
  ['${TOKEN}', 'from secrets'],
  ['a${HOME}b${HOME}', 'a/homeb/home'],
  ['${EMPTY:-text}', 'text'],
  ['${NOWHERE:-}', ''],
  ['${NOWHERE:-a:-b}', 'a:-b'],
  ['$${TOKEN}', '${TOKEN}'],
  ['price $5 {x}', 'price $5 {x}'],
])('%s becomes %s', (value, text) => {
  expect(interpolated(value, lookup)).toEqual({ kind: 'text', text })
})

test.each([
  ['${NOWHERE}', '"NOWHERE" is unset or empty.'],
  ['${EMPTY}', '"EMPTY" is unset or empty.'],
  ['${GITHUB_TOKEN:-x}', '"GITHUB_TOKEN" belongs to the runner and is never available to a config.'],
  ['${input_x}', '"input_x" belongs to the runner and is never available to a config.'],
  ['${a b}', 'A name between "${" and "}" is not the name of a variable.'],
  ['${constructor.name}', 'A name between "${" and "}" is not the name of a variable.'],
  ['${TOKEN', '"${" has no "}".'],
  ['${toString}', '"toString" is unset or empty.'],
])('%s is refused', (value, message) => {
  expect(interpolated(value, lookup)).toMatchObject({ kind: 'wrong', message })
})

test('what a secret holds is never interpolated again', () => {
  expect(interpolated('${A}', lookupIn(new Map([['A', '${TOKEN} $& $1']]), {}))).toEqual({
    kind: 'text',
    text: '${TOKEN} $& $1',
  })
})

test('without a lookup only defaults are known', () => {
  expect(interpolated('${TOKEN}', null)).toEqual({ kind: 'withheld', name: 'TOKEN' })
  expect(interpolated('${TOKEN:-x}', null)).toEqual({ kind: 'text', text: 'x' })
})

test('a value is literal unless it names a variable', () => {
  expect(['hunter2', '$${A}', '${A}', 'x${A}', ''].map(isLiteral)).toEqual([true, true, false, false, false])
})

test('secrets are lines and blocks, values taken as they stand', () => {
  const text = '\uFEFF# comment\r\nA=1=2 \r\n\r\n KEY<<END\r\nline 1\r\n  line=2\r\nEND\r\nB=\r\n'

  expect(parseSecrets(text)).toEqual({
    values: new Map([
      ['A', '1=2 '],
      ['KEY', 'line 1\n  line=2'],
      ['B', ''],
    ]),
    complaints: [],
  })
})

test('bad lines are named by number, never by value', () => {
  const { values, complaints } = parseSecrets(
    'hunter2\nA=1\nA=hunter3\nGITHUB_X=hunter4\n9X=hunter5\n=hunter6\nC<<END\nhunter7\n',
  )

  expect(complaints.map(({ message }) => message)).toEqual([
    'Line 1 of the secrets has no "=".',
    'Line 3 of the secrets sets "A" a second time.',
    'Line 4 of the secrets sets "GITHUB_X", which belongs to the runner.',
    'Line 5 of the secrets does not begin with a name.',
    'Line 6 of the secrets does not begin with a name.',
    'Line 7 of the secrets opens "C" and nothing closes it.',
    'Line 8 of the secrets has no "=".',
  ])
  expect([...values]).toEqual([['A', '1']])
  expect(JSON.stringify(complaints)).not.toContain('hunter')
})
