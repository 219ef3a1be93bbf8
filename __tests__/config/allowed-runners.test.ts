import { join } from 'node:path'

import { expect, test } from 'vitest'

import { checkRunners, notesOfRunners, parseAllowedRunners } from '../../src/config/allowed-runners.ts'
import { readComparable } from '../../src/config/comparable.ts'
import { ConfigError } from '../../src/config/complaint.ts'
import { read, request, workspace } from './workspace.ts'

function complaintsOf(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.message.split('\n')
    throw thrown
  }
  return []
}

const config = `domains:
  - example.com
  - { domain: a.example, runner: [self-hosted, DMZ] }
  - { domain: b.example, runner: [self-hosted, lan] }
`

test('an entry names the labels of the runner that can reach it; most name none', async () => {
  const { entries } = await read(config)

  expect(entries.map(({ runner }) => runner)).toEqual([[], ['self-hosted', 'DMZ'], ['self-hosted', 'lan']])
})

test('a runner that the workflow allows is fine, however its labels are written', async () => {
  const { entries } = await read(config)
  const allowed = parseAllowedRunners('[["dmz", "self-hosted"], ["self-hosted", "lan"]]')

  expect(complaintsOf(() => checkRunners(entries, allowed))).toEqual([])
})

test('every other runner is complained about on the line of its entry, all in one go', async () => {
  const { entries } = await read(config)

  expect(complaintsOf(() => checkRunners(entries, parseAllowedRunners('')))).toEqual([
    expect.stringMatching(
      /certificates\.yml:3:5 The runner \["dmz","self-hosted"\] of a\.example:443 is not among the allowed ones\. Add \["dmz","self-hosted"\] to the input "allowed-runners" of the workflow, or leave "runner" out\.$/,
    ),
    expect.stringContaining('certificates.yml:4:5 The runner ["lan","self-hosted"]'),
  ])
})

test('some of the labels of an allowed runner are another runner', async () => {
  const { entries } = await read('domains: [{ domain: a.example, runner: [self-hosted] }]\n')

  expect(complaintsOf(() => checkRunners(entries, [['self-hosted', 'dmz']]))).toHaveLength(1)
})

test.each(['dmz', '["self-hosted"]', '[[]]', '[["dmz", 7]]', '{"a": []}', 'null'])(
  'allowed-runners %s is no list of lists of labels',
  (text) => {
    expect(complaintsOf(() => parseAllowedRunners(text))).toEqual([
      expect.stringContaining(
        'is not a list of lists of labels in JSON. Write it as [["self-hosted", "dmz"]',
      ),
    ])
  },
)

test('a check in one process says which targets another runner reaches', async () => {
  const { entries } = await read(config)

  expect(notesOfRunners(entries)).toEqual([
    '2 targets name a runner (a.example:443 and b.example:443): only a fleet goes there, and this run looks from here.',
  ])
  expect(notesOfRunners(entries.slice(0, 1))).toEqual([])
})

test('in an untrusted gate the base says which runner reaches what, and nothing else chooses one', async () => {
  const base = 'domains: [{ domain: a.example, runner: [self-hosted, dmz] }, { domain: b.example }]\n'
  const path = join(workspace({ 'certificates.yml': base }), 'certificates.yml')
  const { vouched } = await readComparable(request({ path }), null)
  const head = base.replace('dmz', 'production').replace('b.example', 'b.example, runner: [self-hosted, dmz]')

  const runners = async (differs: Parameters<typeof read>[1]): Promise<readonly (readonly string[])[]> =>
    (await read(head, { untrusted: true, ...differs })).entries.map(({ runner }) => runner)
  expect(await runners({ vouched })).toEqual([['self-hosted', 'dmz'], []])
  expect(await runners({})).toEqual([[], []])
})
