import { expect, test } from 'vitest'

import type { Dispatch, Message } from '../../src/model/message.ts'
import { renderMails } from '../../src/report/mail.ts'
import { day } from '../support/history.ts'
import { acting, hostile } from '../support/hostile.ts'
import { rotated, wellAgain } from '../support/remembered.ts'
import { dozen, endpoint, finding } from '../support/report.ts'
import { message, mixed, owned } from './mail-letters.ts'

const facts = dozen()

function mailAbout(...messages: readonly [Message, ...Message[]]): ReturnType<typeof renderMails>[0] {
  const [mail] = renderMails({ kind: 'messages', messages }, facts, false)
  return mail
}

test('a mail about everything that a run may tell', async () => {
  const mail = mailAbout(...mixed())

  expect(mail.subject).toBe('CRITICAL Certificate Alert: 8 endpoints')
  expect(mail.endpoints).toHaveLength(8)
  await expect(mail.text).toMatchFileSnapshot('../fixtures/reports/mail.txt')
  await expect(mail.html).toMatchFileSnapshot('../fixtures/reports/mail.html')
})

test('per endpoint, each mail has the subject and the body of the source', () => {
  const mails = renderMails({ kind: 'messages', messages: mixed() }, facts, true)

  expect(mails.map(({ subject }) => subject)).toEqual([
    'CRITICAL Certificate Alert: expired.example.com',
    'CRITICAL Certificate Alert: soon.example.com',
    'CRITICAL Certificate Alert: self.example.com',
    'CRITICAL Certificate Alert: wrong.example.com',
    'CRITICAL Certificate Alert: gone.example.com',
    'WARNING Certificate Alert: Payments API',
    'OK Certificate Alert: back.example.com',
    'INFO Certificate Alert: shop.example.com',
  ])
  expect(mails[0].text).toMatch(
    /^CRITICAL Certificate Alert: expired\.example\.com\n\nStatus: ERROR\nMessage: The certificate expired 3 days ago.*\nExpired: 3 days ago \(2026-11-19 08:30 UTC\)\n/,
  )
  expect(mails[0].text).toMatch(/\nTimestamp: 2026-11-22 12:00 UTC\n/)
  expect(mails[7]?.text).toMatch(/\nChanges detected:\n- Certificate changed: \w{8}… → \w{8}…\n/)
})

test('a second try is no second mail, and every endpoint has a thread of its own', () => {
  const [one, other] = renderMails({ kind: 'messages', messages: mixed() }, facts, true)
  const [again] = renderMails({ kind: 'messages', messages: mixed() }, facts, true)
  const later = { ...facts, at: day(1) }
  const [tomorrow] = renderMails({ kind: 'messages', messages: mixed() }, later, true)

  expect([again.id, again.thread]).toEqual([one.id, one.thread])
  expect(tomorrow.id).not.toBe(one.id)
  expect(tomorrow.thread).toBe(one.thread)
  expect(other?.thread).not.toBe(one.thread)
  expect(JSON.stringify([one.id, one.thread])).not.toMatch(/example|production/)
})

test('the end of a trouble, and a new certificate, in one sentence', () => {
  const well = message(wellAgain('a.example'), { level: 'OK', occasion: 'recovery', since: day(-3) })
  const fresh = message(rotated('b.example', {}), { level: 'INFO', occasion: 'rotation' })

  expect(mailAbout(well).text).toContain('Message: Healthy again. Valid for 68 more days')
  expect(mailAbout(well, fresh).text).toContain('1 endpoint is healthy again; 1 has a new certificate.\n')
})

test('a network that fails, and is back, is told of the monitor and not of any endpoint', () => {
  const found = finding('monitor/blast-radius', { message: '9 of 10 endpoints failed', fix: 'Check DNS.' })
  const outage: Dispatch = { kind: 'blast-radius', finding: found, since: facts.now }
  const over: Dispatch = { kind: 'blast-radius', finding: null, since: day(-2) }
  const [down] = renderMails(outage, facts, true)
  const [up] = renderMails(over, facts, true)

  expect([down.subject, down.endpoints]).toEqual(['CRITICAL Certificate Alert: production', []])
  expect(down.text).toContain('Message: 9 of 10 endpoints failed\nWhat to do:\n  → Check DNS.')
  expect(up.subject).toBe('OK Certificate Alert: production')
  expect(up.text).toContain('No longer do most endpoints fail for the same reason, as they did for 2 days')
})

/** The tags that the mail's own markup has. */
const ours =
  /^<(?:!doctype\b|\/?(?:html|head|meta|title|body|table|tr|td|h1|h2|h3|p|span|strong|code|div|a|br)\b)/

test.each(hostile)('%j does nothing in a mail', (text) => {
  const seen = endpoint('a.example', {
    name: text,
    findings: [['certificate/expired', 'error', text, text, { evidence: { subject: text } }]],
  })
  const mail = mailAbout(message(owned(seen, text, text)))

  expect(mail.subject).not.toMatch(/[\r\n]/)
  expect(mail.subject.length).toBeLessThan(200)
  expect(mail.subject).not.toMatch(acting)
  expect(mail.text).not.toMatch(acting)
  expect(mail.text.length).toBeLessThan(20_000)
  expect(mail.html.length).toBeLessThan(102_000)
  expect(mail.html.match(/<[^ >]*/g)?.filter((tag) => !ours.test(tag))).toEqual([])
  expect([...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(
    expect.not.arrayContaining([expect.stringContaining('evil')]),
  )
  expect(mail.html).not.toMatch(/ on\w+=|<script|<img|javascript:/i)
})

test('a runbook is a link only where it is an address', () => {
  const seen = endpoint('a.example', { findings: [['certificate/expired', 'error', 'gone', 'Renew.']] })
  const link = (runbook: string): boolean =>
    mailAbout(message(owned(seen, null, runbook))).html.includes(`href="${runbook}"`)

  expect(['https://wiki.example/renew', 'javascript:alert(1)', 'wiki/renew'].map(link)).toEqual([
    true,
    false,
    false,
  ])
})

test('of five thousand endpoints a mail tells what a person can read, and counts the others', () => {
  const messages = Array.from({ length: 5000 }, (_, index) =>
    message(
      endpoint(`host-${index}.example`, {
        findings: [
          ['certificate/expired', 'error', `The certificate expired ${index} days ago`, 'Renew it.'],
        ],
      }),
    ),
  )
  const [first, ...rest] = messages
  if (first === undefined) throw new Error('there are five thousand')
  const mail = mailAbout(first, ...rest)
  const told = mail.text.match(/^\[CRITICAL\] /gm)?.length ?? 0

  expect(mail.subject).toBe('CRITICAL Certificate Alert: 5000 endpoints')
  expect(mail.endpoints).toHaveLength(5000)
  expect(mail.text).toContain(`… and ${5000 - told} endpoints more, in the report.`)
  expect(told).toBeGreaterThan(50)
  expect(Buffer.byteLength(mail.text)).toBeLessThan(64_000)
  expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000)
})
