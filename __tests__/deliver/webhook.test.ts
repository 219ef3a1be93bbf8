import { createHmac } from 'node:crypto'

import { expect, test } from 'vitest'

import type { Delivery } from '../../src/deliver/insist.ts'
import { sendWebhook, type WebhookWays } from '../../src/deliver/webhook.ts'
import { ConversationError } from '../../src/net/conversation-error.ts'
import { type Http, httpClient } from '../../src/net/http.ts'
import { now } from '../support/certificate.ts'
import { receiver, statuses } from '../support/receiver.ts'
import { closedPort, tcpServer } from '../support/servers.ts'

const post = { endpoints: ['example.com:443'], body: '{"level":"CRITICAL","name":"Z\\u00fcrich"}' }
const real = httpClient({ proxy: null, signal: new AbortController().signal })

interface Timed extends WebhookWays {
  readonly pauses: readonly number[]
}

/** Ways whose clocks move by the pauses only, and by `costMs` with every request, which may set the time of day. */
function ways(http: Http = real, costMs = 0, setMs = 0): Timed {
  let [time, set, ids] = [now.getTime(), 0, 0]
  const pauses: number[] = []
  return {
    http: async (request) => {
      time += costMs
      set += setMs
      return http(request)
    },
    uuid: () => `delivery-${++ids}`,
    now: () => new Date(time + set),
    elapsedMs: () => time,
    pause: async (ms) => {
      pauses.push(ms)
      time += ms
    },
    pauses,
  }
}

function told(deliveries: readonly Delivery[]): string {
  const words = deliveries.map((one) => (one.delivered ? 'delivered' : one.reason)).join('\n')
  expect(words).not.toMatch(/s3cr3t|t0ken|\/hooks|127\.0\.0\.1/)
  return words
}

test('a post arrives octet by octet, and says who sent it', async () => {
  const server = await receiver(statuses(202))

  const deliveries = await sendWebhook([post], { url: server.url, secret: null }, ways())

  expect(deliveries).toEqual([{ delivered: true }])
  expect(server.received).toMatchObject([
    {
      method: 'POST',
      path: '/hooks/T000/s3cr3t?key=t0ken',
      body: post.body,
      headers: {
        'content-type': 'application/json',
        'user-agent': expect.stringMatching(/^certificate-monitor\/\d+\.\d+\.\d+ \(\+https:/),
        'x-certificate-monitor-delivery': 'delivery-1',
      },
    },
  ])
  expect(server.received[0]?.headers).not.toHaveProperty('x-hub-signature-256')
})

test('with a secret the raw body is signed', async () => {
  const server = await receiver(statuses(200))

  await sendWebhook([post], { url: server.url, secret: 'geheim ü' }, ways())

  const { body = '', headers } = server.received[0] ?? {}
  const signature = createHmac('sha256', 'geheim ü').update(body).digest('hex')
  expect(headers?.['x-hub-signature-256']).toBe(`sha256=${signature}`)
  expect(JSON.stringify(server.received)).not.toContain('geheim')
})

test('a receiver that stumbles twice is told once more, under the same id', async () => {
  const server = await receiver(statuses(500, 503, 200))
  const timed = ways()

  expect(told(await sendWebhook([post], { url: server.url, secret: null }, timed))).toBe('delivered')
  expect(server.received.map(({ headers }) => headers['x-certificate-monitor-delivery'])).toEqual([
    'delivery-1',
    'delivery-1',
    'delivery-1',
  ])
  expect(timed.pauses).toEqual([1000, 4000])
})

test('after three tries it is given up, and the next post has tries of its own', async () => {
  const server = await receiver(statuses(500, 502, 504, 200))

  const deliveries = await sendWebhook([post, post], { url: server.url, secret: null }, ways())

  expect(told(deliveries)).toBe('answered 504 (3 tries)\ndelivered')
  expect(server.received).toHaveLength(4)
})

test.each([
  [301, 'answered 301, a redirect, and redirects are not followed'],
  [307, 'answered 307, a redirect, and redirects are not followed'],
  [400, 'answered 400'],
  [404, 'answered 404'],
  [410, 'answered 410'],
])('an answer of %i is final', async (status, what) => {
  const server = await receiver((response) => {
    response.writeHead(status, { location: '/elsewhere' }).end('no hook at /hooks/T000/s3cr3t')
  })

  const deliveries = await sendWebhook([post], { url: server.url, secret: null }, ways())

  expect(told(deliveries)).toBe(what)
  expect(server.received).toHaveLength(1)
})

test.each([
  ['30', 30_000],
  ['0', 1000],
  [new Date(now.getTime() + 20_000).toUTCString(), 20_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 1000],
  ['soon', 1000],
])('a receiver that asks to be left alone for %j is left alone', async (retryAfter, pauseMs) => {
  const server = await receiver((response, count) => {
    response.writeHead(count === 1 ? 429 : 200, { 'retry-after': retryAfter }).end()
  })
  const timed = ways()

  expect(told(await sendWebhook([post], { url: server.url, secret: null }, timed))).toBe('delivered')
  expect(timed.pauses).toEqual([pauseMs])
})

test.each(['60', '3600', '9'.repeat(400)])('nobody waits longer than the bound for %s s', async (seconds) => {
  const server = await receiver((response) => response.writeHead(429, { 'retry-after': seconds }).end())
  const timed = ways()

  const deliveries = await sendWebhook([post], { url: server.url, secret: null }, timed)

  const why = 'answered 429 (1 try) and there was no time left for another'
  expect(told(deliveries)).toBe(why)
  expect(timed.pauses).toEqual([])
})

test.each([0, -3_600_000, 3_600_000])(
  'all posts together have a minute, and each try what is left of it, also when the clock is set by %i ms',
  async (setMs) => {
    const deadlines: number[] = []
    const slow: Http = async ({ deadlineMs }) => {
      deadlines.push(deadlineMs)
      return { status: 200, headers: {}, text: '' }
    }
    const to = { url: new URL('https://hooks.example/hooks/s3cr3t'), secret: null }

    const deliveries = await sendWebhook([post, post, post, post], to, ways(slow, 22_000, setMs))

    expect(deadlines).toEqual([10_000, 10_000, 10_000])
    expect(deliveries.map(({ delivered }) => delivered)).toEqual([true, true, true, false])
    expect(deliveries[3]).toEqual({
      delivered: false,
      reason: 'was not asked: its time was used up',
    })
  },
)

test('the last try is cut to the time that is left', async () => {
  const deadlines: number[] = []
  const silent: Http = async ({ deadlineMs }) => {
    deadlines.push(deadlineMs)
    throw new ConversationError('timed-out', 'no answer within 10 s')
  }
  const to = { url: new URL('https://hooks.example/hooks/s3cr3t'), secret: null }

  await sendWebhook([post, post], to, ways(silent, 11_500))

  expect(deadlines).toEqual([10_000, 10_000, 10_000, 10_000, 8000])
})

test('a receiver that says nothing is given up', async () => {
  const server = await tcpServer((peer) => peer.resume())
  const impatient: Http = (request) => real({ ...request, deadlineMs: 50 })
  const url = new URL(`http://127.0.0.1:${server.port}/hooks/s3cr3t`)

  expect(told(await sendWebhook([post], { url, secret: null }, ways(impatient)))).toBe(
    'could not be reached: no answer within 0.05 s (3 tries)',
  )
  expect(server.connections()).toBe(3)
})

test('a receiver that hangs up is asked again', async () => {
  const server = await tcpServer((peer) => peer.once('data', () => peer.end()))
  const url = new URL(`http://127.0.0.1:${server.port}/hooks/s3cr3t`)

  expect(told(await sendWebhook([post], { url, secret: null }, ways()))).toBe(
    'could not be reached: the server hung up without an answer (3 tries)',
  )
  expect(server.connections()).toBe(3)
})

test('a receiver whose answer never ends has been told all the same, once', async () => {
  const server = await receiver((response) => response.writeHead(200).write('x'.repeat(1_000_000)))

  expect(told(await sendWebhook([post], { url: server.url, secret: null }, ways()))).toBe('delivered')
  expect(server.received).toHaveLength(1)
})

test('nobody there: said without the address', async () => {
  const port = await closedPort()
  const url = new URL(`http://user:s3cr3t@127.0.0.1:${port}/hooks/s3cr3t`)

  expect(told(await sendWebhook([post], { url, secret: null }, ways()))).toBe(
    'could not be reached: connection refused (ECONNREFUSED) (3 tries)',
  )
})

test('when the run is over nothing is tried again', async () => {
  const ended = httpClient({ proxy: null, signal: AbortSignal.abort() })
  const timed = ways(ended)
  const url = new URL('http://127.0.0.1:9/hooks/s3cr3t')

  expect(told(await sendWebhook([post, post], { url, secret: null }, timed))).toBe(
    Array(2).fill('could not be reached: the run ended before the answer came').join('\n'),
  )
  expect(timed.pauses).toEqual([])
})

test('an error that nobody has named is told by its kind only', async () => {
  const odd: Http = () => Promise.reject(Object.assign(new TypeError('bad /hooks/s3cr3t'), { code: 'E_ODD' }))
  const to = { url: new URL('https://hooks.example/hooks/s3cr3t'), secret: null }

  expect(told(await sendWebhook([post], to, ways(odd)))).toContain(
    'a fault in this program (TypeError E_ODD)',
  )
})
