import { readdirSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { corpusOf } from '../scripts/fuzz/corpus.ts'
import { mutator } from '../scripts/fuzz/mutate.ts'
import { faultOf } from '../scripts/fuzz/one-input.ts'
import { Random } from '../scripts/fuzz/random.ts'
import { subjects } from '../scripts/fuzz/subjects.ts'

/** Of each parser beside its corpus: `npm run fuzz` reads millions. */
const mutations = 10
const longestTotal = 200_000

describe.for(subjects)('$room, $name', (subject) => {
  const samples = corpusOf(subject)

  test('reads its corpus as documented, and a few inputs made out of it', async () => {
    const inputs = samples.map(({ input }) => input)
    const broken = mutator(subject, new Random(1))
    const made = Array.from({ length: mutations }, () => broken(inputs))
    let octets = 0
    const faults: string[] = []
    for (const input of [...inputs, ...made]) {
      octets += input.length
      if (octets > longestTotal) break
      const fault = await faultOf({ ...subject, patienceMs: Infinity }, input)
      if (fault !== null) faults.push(`${fault.words}\n${input.toString('base64').slice(0, 4000)}`)
    }

    expect(samples.length).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })
})

test('every folder of the corpus belongs to a parser', () => {
  const folders = readdirSync(new URL('corpus/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const names = subjects.map(({ name }) => name)

  expect(folders.filter((folder) => !names.includes(folder))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('the same seed makes the same inputs', () => {
  const [subject] = subjects
  if (subject === undefined) throw new Error('there is no parser')
  const inputs = corpusOf(subject).map(({ input }) => input)
  const [one, other, another] = [7, 7, 8].map((seed) => {
    const broken = mutator(subject, new Random(seed))
    return Array.from({ length: 20 }, () => broken(inputs).toString('hex'))
  })

  expect(one).toEqual(other)
  expect(one).not.toEqual(another)
})
