import { expect, test } from 'vitest'

import type { Dispatch, Message } from '../../src/model/message.ts'
import type { WebhookFormat } from '../../src/model/webhook.ts'
import { renderWebhook } from '../../src/report/webhook.ts'
import { day } from '../support/history.ts'
import { hostile } from '../support/hostile.ts'
import { dozen, endpoint, finding } from '../support/report.ts'
import { message, mixed, owned } from './mail-letters.ts'

const facts = dozen()
const everything: Dispatch = { kind: 'messages', messages: mixed() }

function bodies(dispatch: Dispatch, format: WebhookFormat): readonly string[] {
  const wish = { format, includeTimestamp: true, includeSource: true }
  return renderWebhook(dispatch, facts, wish).map(({ body }) => body)
}

function about(...messages: readonly [Message, ...Message[]]): Dispatch {
  return { kind: 'messages', messages }
}

test.each(['generic', 'slack', 'teams'] as const)('everything that a run may tell, as %s', async (format) => {
  const posts = bodies(everything, format)
  const readable = JSON.stringify(
    posts.map((body) => JSON.parse(body)),
    null,
    2,
  )

  expect(posts).toHaveLength(format === 'generic' ? 8 : 1)
  for (const body of posts) expect(body).toMatch(/^[\x20-\x7E]+$/)
  await expect(`${readable}\n`).toMatchFileSnapshot(`../fixtures/reports/webhook-${format}.json`)
})

test('the keys of the source stand first, and timestamp and source only where they are wanted', () => {
  const keys = (includeTimestamp: boolean, includeSource: boolean): readonly string[] => {
    const [post] = renderWebhook(everything, facts, { format: 'generic', includeTimestamp, includeSource })
    return Object.keys(JSON.parse(post?.body ?? '{}')).slice(0, 5)
  }

  expect(keys(true, true)).toEqual(['level', 'name', 'message', 'timestamp', 'source'])
  expect(keys(false, false)).toEqual(['level', 'name', 'message', 'version', 'monitor'])
})

test('each post says of whom it tells', () => {
  const wish = { format: 'slack', includeTimestamp: true, includeSource: true } as const

  expect(renderWebhook(everything, facts, wish).map(({ endpoints }) => endpoints.length)).toEqual([8])
  expect(
    renderWebhook(everything, facts, { ...wish, format: 'generic' }).map(({ endpoints }) => endpoints),
  ).toEqual(mixed().map(({ assessment }) => [assessment.observation.target.id]))
})

test.each(['generic', 'slack', 'teams'] as const)('a network that fails, and is back, as %s', (format) => {
  const found = finding('monitor/blast-radius', { message: '9 of 10 endpoints failed', fix: 'Check DNS.' })
  const down = bodies({ kind: 'blast-radius', finding: found, since: facts.now }, format)
  const up = bodies({ kind: 'blast-radius', finding: null, since: day(-2) }, format)

  expect([down.length, up.length]).toEqual([1, 1])
  expect(down[0]).toContain('CRITICAL Certificate Alert: production')
  expect(down[0]).toContain('9 of 10 endpoints failed')
  expect(up[0]).toContain('OK Certificate Alert: production')
  expect(up[0]).toContain('No longer do most endpoints fail for the same reason, as they did for 2 days')
})

function hostileMessage(text: string): Message {
  const seen = endpoint('a.example', {
    name: text,
    findings: [['certificate/expired', 'error', text, text, { evidence: { subject: text } }]],
  })
  return message(owned(seen, text, text))
}

/** Every text of a payload, whatever the key. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** A mention, a date, or a link; Slack's escapes leave no other `<`. */
const slackReference = /<[^<>]*>/g
const slackLinks = /^<https:\/\/github\.com\/example\/site\/actions\/runs\/4711\|Open the run>$/

test.each(hostile)('%j does nothing in Slack', (text) => {
  const [body = ''] = bodies(about(hostileMessage(text)), 'slack')
  const texts = textsOf(JSON.parse(body))
  const references = texts.flatMap((one) => one.match(slackReference) ?? [])

  expect(references.filter((one) => !slackLinks.test(one))).toEqual([])
  for (const one of texts) expect(one).not.toMatch(/@(?:channel|here|everyone)|(?<![\u200B\w]):\w+:/)
})

test.each(hostile)('%j does nothing in Teams', (text) => {
  const [body = ''] = bodies(about(hostileMessage(text)), 'teams')
  const texts = textsOf(JSON.parse(body))

  expect(body).not.toContain('"TextBlock"')
  for (const one of texts) expect(one).not.toMatch(/<at>|\{\{|\$\{/)
  expect(texts.filter((one) => URL.canParse(one) && one.startsWith('http') && !one.includes(' '))).toEqual([
    'https://adaptivecards.io/schemas/adaptive-card.json',
    'https://github.com/example/site/actions/runs/4711',
  ])
})

test.each(hostile)('%j stays a text in JSON, and short', (text) => {
  const [body = ''] = bodies(about(hostileMessage(text)), 'generic')
  const { message: told, name } = JSON.parse(body)

  expect(body).toMatch(/^[\x20-\x7E]+$/)
  expect(Buffer.byteLength(body)).toBeLessThan(400_000)
  expect(told).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u)
  expect(name).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cc}]/u)
})

const mentions = [
  '<!channel> <!here> <@U012AB3CD> <#C0123> <https://evil.example|click> @channel',
  '<at>Everyone</at> {{DATE(2026-01-01)}} ${evil}',
]

test.each(mentions)('%j mentions nobody', (text) => {
  const dispatch = about(hostileMessage(text))
  const [slack = ''] = bodies(dispatch, 'slack')
  const [teams = ''] = bodies(dispatch, 'teams')

  expect(textsOf(JSON.parse(slack)).join('\n')).not.toMatch(/<[!@#]|<https:\/\/evil|@channel/)
  expect(textsOf(JSON.parse(teams)).join('\n')).not.toMatch(/<at>|\{\{|\$\{/)
})

interface Block {
  readonly type: string
  readonly text?: { readonly text: string }
}

test('five thousand endpoints with long words fit into what Slack and Teams take, and all are counted', () => {
  const messages = Array.from({ length: 5000 }, (_, index) => {
    const words = index < 30 ? `${index} ${'Ж<&>*'.repeat(200)}` : `the word of ${index}`
    const findings = [['certificate/expired', 'error', words, words]] as const
    const seen = endpoint(`host-${index}.example`, { name: words, findings })
    return message(owned(seen, words, `https://wiki.example/${'x'.repeat(900)}`))
  })
  const [first, ...rest] = messages
  if (first === undefined) throw new Error('there are five thousand')
  const dispatch = about(first, ...rest)
  const [slack = ''] = bodies(dispatch, 'slack')
  const [teams = ''] = bodies(dispatch, 'teams')
  const { blocks }: { readonly blocks: readonly Block[] } = JSON.parse(slack)

  expect(blocks.length).toBeLessThanOrEqual(50)
  for (const { type, text } of blocks)
    expect(text?.text.length ?? 0).toBeLessThanOrEqual(type === 'header' ? 150 : 3000)
  expect(Buffer.byteLength(slack)).toBeLessThanOrEqual(40_000)
  expect(Buffer.byteLength(teams)).toBeLessThanOrEqual(28_000)
  const shown = blocks.filter(({ type }) => type === 'section').length - 1
  expect(shown).toBeGreaterThan(2)
  expect(blocks.at(-2)?.text?.text).toContain(`and ${5000 - shown} endpoints more (${5000 - shown} CRITICAL)`)
  expect(teams).toMatch(/and 49\d\d endpoints more/)
  expect(bodies(dispatch, 'generic')).toHaveLength(5000)
})
