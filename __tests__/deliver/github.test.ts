import { expect, test } from 'vitest'

import { type GitHubAnswer, type Outcome, politely, type Request } from '../../src/deliver/github.ts'

const start = new Date('2026-11-22T06:00:00Z')

function answers(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GitHubAnswer {
  return { kind: 'answered', status, headers, body: { message } }
}
const done = answers(200, 'fine')
const silent: GitHubAnswer = { kind: 'silent', words: 'no answer within 15 s' }
const badGateway = answers(502, 'Bad Gateway')
const secondary = 'You have exceeded a secondary rate limit'
const denied = answers(403, 'Resource not accessible by integration')
const limited = answers(403, secondary, { 'retry-after': '50' })

interface Told {
  readonly outcomes: readonly Outcome['kind'][]
  /** In seconds. */
  readonly pauses: readonly number[]
  readonly asked: number
}

/** GitHub that answers in this order, then always as it did last; each request is asked for in turn. */
async function asking(
  script: readonly GitHubAnswer[],
  requests: readonly Partial<Request>[] = [{}],
): Promise<Told> {
  const pauses: number[] = []
  let asked = 0
  const slept = (): number => pauses.reduce((sum, one) => sum + one, 0)
  const ask = politely({
    now: () => new Date(start.getTime() + slept() * 1000),
    elapsedMs: () => slept() * 1000,
    pause: (ms) => {
      pauses.push(ms / 1000)
      return Promise.resolve()
    },
  })
  const send = (): Promise<GitHubAnswer> => {
    asked += 1
    return Promise.resolve(script[asked - 1] ?? script.at(-1) ?? silent)
  }
  const outcomes: Outcome['kind'][] = []
  for (const request of requests) {
    const { kind } = await ask({ send, repeatable: true, writes: false, ...request })
    outcomes.push(kind)
  }
  return { outcomes, pauses, asked }
}

test.each<[string, readonly GitHubAnswer[], Told]>([
  ['an answer', [done], { outcomes: ['done'], pauses: [], asked: 1 }],
  ['a failure', [badGateway, silent, done], { outcomes: ['done'], pauses: [1, 4], asked: 3 }],
  ['a failure that lasts', [badGateway], { outcomes: ['uncertain'], pauses: [1, 4], asked: 3 }],
  ['a missing permission', [denied], { outcomes: ['refused'], pauses: [], asked: 1 }],
  ['what is not valid', [answers(422, 'Validation Failed')], { outcomes: ['refused'], pauses: [], asked: 1 }],
  ['a limit that says how long', [limited, done], { outcomes: ['done'], pauses: [50], asked: 2 }],
  [
    'a limit until a date',
    [answers(429, 'Wait', { 'retry-after': 'Sun, 22 Nov 2026 06:00:20 GMT' }), done],
    { outcomes: ['done'], pauses: [20], asked: 2 },
  ],
  [
    'a limit that is over at once',
    [answers(429, 'Wait', { 'retry-after': '0' }), done],
    { outcomes: ['done'], pauses: [1], asked: 2 },
  ],
  [
    'a limit that does not say',
    [answers(403, secondary), done],
    { outcomes: ['done'], pauses: [60], asked: 2 },
  ],
  ['too many requests', [answers(429, 'Too many'), done], { outcomes: ['done'], pauses: [60], asked: 2 }],
  [
    'the limit of the hour',
    [
      answers(403, 'API rate limit exceeded', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(start.getTime() / 1000 + 30),
      }),
      done,
    ],
    { outcomes: ['done'], pauses: [30], asked: 2 },
  ],
  [
    'a limit longer than the run may take',
    [answers(403, secondary, { 'retry-after': '3600' })],
    { outcomes: ['postponed'], pauses: [], asked: 1 },
  ],
  ['a limit that lasts', [limited], { outcomes: ['postponed'], pauses: [50, 50], asked: 3 }],
])('%s is met with as many pauses as GitHub asks for', async (_, script, told) => {
  expect(await asking(script)).toEqual(told)
})

test('what must not happen twice is sent again after a limit only: then it did not happen', async () => {
  const once = [{ repeatable: false, writes: true }]

  expect(await asking([silent], once)).toEqual({ outcomes: ['uncertain'], pauses: [], asked: 1 })
  expect(await asking([limited, done], once)).toEqual({ outcomes: ['done'], pauses: [50], asked: 2 })
})

test('writes are a second apart, and reads are not', async () => {
  const [read, write] = [{}, { writes: true }]

  expect((await asking([done], [read, write, read, write, write])).pauses).toEqual([1, 1])
})

test('once two minutes are used up, no more is sent', async () => {
  const lasting = answers(403, secondary, { 'retry-after': '119' })
  const told = await asking([lasting], [{ writes: true }, { writes: true }])

  expect(told).toEqual({ outcomes: ['postponed', 'postponed'], pauses: [119], asked: 2 })
})
