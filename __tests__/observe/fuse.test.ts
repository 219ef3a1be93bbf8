import { expect, test } from 'vitest'

import type { Reason } from '../../src/model/answer.ts'
import { ConversationError } from '../../src/net/conversation-error.ts'
import { type Fuse, fuse } from '../../src/observe/fuse.ts'

/** What became of one visit after another: an answer, or why there was none. */
async function visits(
  fuses: Fuse,
  whom: string,
  outcomes: readonly (Reason | 'answer')[],
): Promise<readonly string[]> {
  const said: string[] = []
  for (const outcome of outcomes) {
    const visit = async (): Promise<string> => {
      if (outcome === 'answer') return outcome
      throw new ConversationError(outcome, outcome)
    }
    said.push(await fuses.through(whom, visit).catch((thrown: unknown) => String(thrown)))
  }
  return said
}

const silent = 'ConversationError: timed-out'

test('whoever is silent three times in a row is asked no more', async () => {
  const fuses = fuse(3)
  expect(await visits(fuses, 'ca.example', ['timed-out', 'timed-out', 'timed-out', 'answer'])).toEqual([
    silent,
    silent,
    silent,
    'ConversationError: ca.example was silent 3 times in a row and is asked no more in this run',
  ])
  expect(await visits(fuses, 'other.example', ['answer'])).toEqual(['answer'])
})

test('an answer, however bad, is no silence', async () => {
  const fuses = fuse(2)
  expect(
    await visits(fuses, 'ca.example', ['timed-out', 'answer', 'timed-out', 'malformed', 'answer']),
  ).toEqual([silent, 'answer', silent, 'ConversationError: malformed', 'answer'])
})
