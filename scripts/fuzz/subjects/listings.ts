import { isDeepStrictEqual } from 'node:util'

import { delivery, hostname } from '../../../__tests__/support/observation.ts'
import { retryAfterMs as receiverAsks } from '../../../src/deliver/retry-after.ts'
import type { Cache } from '../../../src/net/cache-folder.ts'
import { ConversationError } from '../../../src/net/conversation-error.ts'
import { logLists } from '../../../src/observe/log-lists.ts'
import { logSearch } from '../../../src/observe/log-search.ts'
import { renewalInquiry } from '../../../src/observe/renewal.ts'
import { parseDirectory, parseRenewalInfo, retryAfterMs } from '../../../src/wire/ari.ts'
import { parseLogList } from '../../../src/wire/log-list.ts'
import { parseLogSearch, writeLogSearch } from '../../../src/wire/log-search.ts'
import { Malformed } from '../../../src/wire/malformed.ts'
import { issuerOf, leafOf } from '../authority.ts'
import { answerOf, demand, type Subject } from '../subject.ts'

const now = new Date('2026-12-01T12:00:00Z')
const times = [
  '2026-12-01T00:00:00Z',
  '2026-12-01T00:00:00+14:00',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00Z',
]

function offline(): never {
  throw new ConversationError('refused', 'there is no network here')
}

/** A cache in which everything that is asked for is this. */
function holding(bytes: Buffer): Cache {
  return { read: async () => bytes, write: async () => {} }
}

/** Everything the cache holds is somebody's making: nobody may be led to a bug by it, nor believe what is unproved. */
async function fromCache(bytes: Buffer): Promise<void> {
  const cache = holding(bytes)
  const clock = (): Date => now
  const ways = { http: offline, cache, clock } as const
  const lists = await logLists({
    ...ways,
    sources: {
      chrome: { url: 'https://logs.example/list', signature: null, allowPrivate: false },
      apple: {
        url: 'https://logs.example/list',
        signature: { url: 'https://logs.example/sig', key },
        allowPrivate: false,
      },
    },
  })()
  demand(lists.chrome.known || lists.chrome.reason === 'refused', 'the entry of a log list leads to a bug')
  demand(!lists.apple.known, 'a list that nobody signed is believed')
  const given = delivery({ leaf: leafOf(), chain: [leafOf(), issuerOf()] })
  const own = new Map([['example authority', 'https://ca.example/directory']])
  const renewal = await renewalInquiry({ ...ways, own, known: {}, privateAllowed: true, deadlineMs: 1000 })(
    given,
    {
      publicTarget: true,
      allowPrivate: true,
    },
  )
  demand(renewal.known || renewal.reason !== 'bug', 'the entry of a renewal window leads to a bug')
  const search = logSearch({
    ...ways,
    run: new AbortController().signal,
    url: 'https://crt.example/',
    allowPrivate: false,
    deadlineMs: 1000,
    pausesMs: [],
    budgetMs: 1000,
    mostAllRows: 1000,
  })
  const logged = await search(given, hostname('www.example.com'))
  demand(logged.known || logged.reason !== 'bug', 'the entry of a search leads to a bug')
}

const key = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/
m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
-----END PUBLIC KEY-----
`

/** What CAs, logs and their searchers answer over HTTP, and what is kept of it between runs. */
export const listingSubjects: readonly Subject[] = [
  {
    name: 'log-list',
    room: 'wire',
    shape: 'json',
    words: [
      ...times,
      'usable',
      'retired',
      'rejected',
      'qualified',
      'readonly',
      'pending',
      'tiled_logs',
      'previous_operators',
    ],
    check(input) {
      const list = answerOf(() => parseLogList(input.toString('utf8')), Malformed)
      if (list === undefined) return
      demand(list.logs.length > 0, 'a list without logs')
      demand(list.madeAt === null || !Number.isNaN(list.madeAt.getTime()), 'made at no time')
    },
  },
  {
    name: 'acme-directory',
    room: 'wire',
    shape: 'json',
    words: ['renewalInfo', 'https://ca.example/renewal-info', 'javascript:alert(1)', 'file:///etc/passwd'],
    check(input) {
      const url = answerOf(() => parseDirectory(input.toString('utf8')), Malformed)
      if (url !== undefined) demand(/^https?:\/\//u.test(url) && !/\s/u.test(url), 'an address that is none')
    },
  },
  {
    name: 'renewal-info',
    room: 'wire',
    shape: 'json',
    words: [...times, 'suggestedWindow', 'explanationURL', 'start', 'end'],
    check(input) {
      const advice = answerOf(() => parseRenewalInfo(input.toString('utf8')), Malformed)
      if (advice === undefined) return
      const { window, explanationUrl } = advice
      demand(window.start.getTime() < window.end.getTime(), 'a window that ends before it begins')
      demand(explanationUrl === null || /^https?:\/\//u.test(explanationUrl), 'an address that is none')
    },
  },
  {
    name: 'retry-after',
    room: 'wire',
    shape: 'text',
    words: ['Fri, 31 Dec 2027 23:59:59 GMT', '120', '-1', '1e9', 'Infinity', '\t'],
    check(input) {
      const header = input.toString('latin1')
      const ms = retryAfterMs(header, now)
      demand(ms === null || (ms >= 60_000 && ms <= 86_400_000), 'a pause that is none')
      const asked = receiverAsks(header, now, 1000)
      demand(asked === null || asked >= 1000, 'a receiver is asked again at once')
    },
  },
  {
    name: 'log-search',
    room: 'wire',
    shape: 'json',
    words: [...times, 'name_value', 'serial_number', 'O="', ', CN=', '*.example.com\nexample.com', '00ff'],
    check(input) {
      const entries = answerOf(() => parseLogSearch(input.toString('utf8')), Malformed)
      if (entries === undefined) return
      const again = parseLogSearch(JSON.stringify(writeLogSearch(entries)))
      demand(isDeepStrictEqual(again, entries), 'kept otherwise than it was read')
    },
  },
  {
    name: 'fetched-cache',
    room: 'observe',
    shape: 'json',
    words: [...times, 'checkedAt', 'etag', 'body', 'signature', 'at', 'rows', 'until', 'info', 'failure'],
    check: fromCache,
  },
]
