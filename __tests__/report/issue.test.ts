import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseMarker, renderMarker } from '../../src/model/issue-marker.ts'
import type { IssueMember } from '../../src/model/issue.ts'
import type { Assessment } from '../../src/model/report.ts'
import { renderIssue } from '../../src/report/issue.ts'
import { renderComment } from '../../src/report/issue/comment.ts'
import { counting } from '../../src/report/trouble.ts'
import { dns, name } from '../support/certificate.ts'
import { acting, hostile } from '../support/hostile.ts'
import { rotated, unchanged } from '../support/remembered.ts'
import { chainFor, dozen, endpoint, report } from '../support/report.ts'

function member(assessment: Assessment, differs: Partial<IssueMember> = {}): IssueMember {
  const troubles = counting(assessment.findings)
  return {
    assessment,
    status: assessment.status,
    counted: troubles.map(({ rule, severity }) => ({ rule, severity })),
    fresh: troubles,
    asked: true,
    waived: false,
    ...differs,
  }
}

function owned(assessment: Assessment, owner: string, runbook: string | null = null): Assessment {
  const { observation } = assessment
  return { ...assessment, observation: { ...observation, target: { ...observation.target, owner, runbook } } }
}

const expired = endpoint('shop.example.com', {
  deliveries: [chainFor('shop.example.com', { notAfter: new Date('2026-11-19T08:30:00Z') })],
  findings: [
    ['certificate/expired', 'error', 'The certificate expired 3 days ago', 'Renew it with `certbot renew`.'],
  ],
})
const occurrence = { report: { ...dozen(), assessments: [expired] }, artifactUrl: null }

function body(assessment: Assessment): string {
  return renderIssue({ key: 'k', members: [member(assessment)] }, 'trouble', occurrence).body
}

test('an issue says what is wrong, what to do, what is known and how it came', () => {
  const lines = body(unchanged(expired)).split('\n').slice(1)

  expect(lines.slice(0, 5)).toEqual([
    '### ❌ shop.example.com: The certificate expired 3 days ago',
    '',
    '#### What to do',
    '',
    '1. ❌ **Expired: shop.example.com**<br>The certificate expired 3 days ago<br>→ Renew it with <code>certbot renew</code>.',
  ])
  const parts = lines
    .filter((line) => line.startsWith('<details>'))
    .map((line) => line.replaceAll(/<[^>]+>/g, ''))
  expect(parts).toEqual(['Evidence', 'Certificate and chain', 'Changes', 'The story so far'])
  expect(lines.at(-1)).toContain('[report](<https://github.com/example/site/actions/runs/4711#artifacts>)')
})

test.each([
  ['@org/web-team', '**Owner:** @org/web-team'],
  ['@octocat, @org/web.team', '**Owner:** @octocat, @org/web.team'],
  ['web team', '**Owner:** web team'],
])('the owner %s is who is mentioned', (owner, line) => {
  expect(body(owned(expired, owner)).split('\n')).toContain(line)
})

test('an owner is a mention and nothing else', () => {
  expect(body(owned(expired, '@org/team<img src=x> #1 **x**'))).not.toMatch(/<img|#1|\*\*x/)
})

test.each([
  [
    'https://wiki.example/renew?a=1&b=2',
    '[https:&#8203;//wiki.example/renew?a&#61;1&#38;b&#61;2](<https://wiki.example/renew?a=1&amp;b=2>)',
  ],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  [
    'https://x.example/)](<b> |c\\',
    '[https:&#8203;//x.example/)&#93;(&#60;b&#62; &#124;c&#92;](<https://x.example/)%5D(%3Cb%3E%20%7Cc/>)',
  ],
])('the runbook %s is a link where it is one', (runbook, link) => {
  expect(body(owned(expired, 'web', runbook))).toContain(`**Runbook:** ${link}`)
})

/** What GitHub would act on, in text that is not ours. */
const live =
  /(?<![\w;])@[a-z]|<script|<img|<!-- cert.*-->.*-->|\]\(http|(?<![[(<;\w/])https?:\/\/evil|www\.evil/i

test.each(hostile)('a certificate that says %j does nothing in an issue', (said) => {
  const leaf = {
    subject: name(said, said),
    issuer: name(said, said),
    alternativeNames: dns(said, 'x.example'),
  }
  const findings = [
    ['certificate/hostname', 'error', `It is for ${said}`, `Ask ${said}`, { evidence: { names: [said] } }],
  ] as const
  const seen = endpoint('x.example', {
    deliveries: [chainFor('x.example', leaf, { unreadable: [said] })],
    findings,
    name: said,
  })
  const changed = rotated(
    'x.example',
    { subject: name(said), issuer: name(said, said) },
    { kind: 'reissued' },
    { findings, deliveries: [chainFor('x.example', leaf)] },
  )
  for (const assessment of [
    seen,
    changed,
    unchanged(seen, { states: [{ status: 'error', from: new Date(0), to: new Date(1), message: said }] }),
  ]) {
    const subject = { key: said.slice(0, 300).toWellFormed(), members: [member(assessment)] }
    const many = { key: 'digest', members: [member(assessment), member(expired)] }
    for (const one of [subject, many]) {
      const text = renderIssue(one, 'trouble', {
        ...occurrence,
        report: report({ ...occurrence.report, assessments: [assessment] }),
      })
      const [marker = '', ...lines] = text.body.split('\n')
      expect(parseMarker(text.body)?.members).toHaveLength(one.members.length)
      expect(marker).toMatch(/^<!-- certificate-monitor \{[^<>-]*\} -->$/)
      expect(lines.join('\n')).not.toMatch(live)
      expect(lines.join('\n')).not.toMatch(acting)
      expect(text.title).not.toMatch(/[\n`]/)
      expect(text.title.length).toBeLessThanOrEqual(200)
      expect(text.body.length).toBeLessThan(65_536)
      for (const occasion of ['trouble', 'returned', 'healthy', 'waived'] as const) {
        const comment = renderComment(one, occasion, occurrence.report)
        expect(comment).not.toMatch(live)
        expect(comment).not.toMatch(acting)
        expect(comment.length).toBeLessThan(65_536)
      }
    }
  }
})

test('whatever comes, a body stays below what GitHub takes', () => {
  const text = '<&'.repeat(5000)
  const names = dns(...Array.from({ length: 3000 }, (_, index) => `${index}.${'a'.repeat(200)}.example`))
  const findings = Array.from(
    { length: 40 },
    () => ['certificate/hostname', 'error', text, text, { evidence: { text } }] as const,
  )
  const leaf = { subject: name(text, text), issuer: name(text, text), alternativeNames: names }
  const whole = endpoint('x.example', { deliveries: [chainFor('x.example', leaf)], findings, name: text })
  const owner = owned(whole, text, text)
  const states = Array.from(
    { length: 200 },
    () => ({ status: 'error', from: new Date(0), to: new Date(1), message: text }) as const,
  )
  const one = member(unchanged(owner, { states }))
  const many = Array.from({ length: 500 }, () => one)

  for (const members of [[one], many]) {
    const { body } = renderIssue({ key: 'k', members }, 'trouble', occurrence)
    expect(body.length).toBeLessThan(65_536)
    expect(Buffer.byteLength(body)).toBeLessThan(65_536)
  }
})

test('the run that wrote an issue is no reason to write it again', () => {
  const subject = { key: 'k', members: [member(expired)] }
  const other = {
    ...occurrence,
    report: {
      ...occurrence.report,
      run: { ...occurrence.report.run, id: '9', url: 'https://github.com/x/y/actions/runs/9' },
    },
  }

  expect(renderIssue(subject, 'trouble', other).digest).toBe(
    renderIssue(subject, 'trouble', occurrence).digest,
  )
})

test('what silence hides is still told', () => {
  const silent = member(endpoint('shop.example.com', { silent: 'timed-out' }), {
    status: 'error',
    counted: [{ rule: 'certificate/expired', severity: 'error' }],
  })
  const { title, body: text } = renderIssue({ key: 'k', members: [silent] }, 'trouble', occurrence)

  expect(title).toBe('shop.example.com: expired')
  expect(text).toContain('Found before, and not known to be over: certificate/expired.')
})

test('a marker is read again as it was written, whatever stands in it', () => {
  const words = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed())
  const marker = fc.record({
    monitor: words,
    key: words,
    title: words,
    digest: words,
    closed: fc.boolean(),
    config: fc.option(words),
    members: fc.array(
      fc.record({
        id: words,
        rules: fc.constantFrom([], [{ rule: 'certificate/expired', severity: 'error' } as const]),
      }),
      { maxLength: 20 },
    ),
  })
  fc.assert(
    fc.property(marker, fc.string(), (one, after) => {
      const written = renderMarker(one)
      expect(written).toMatch(/^<!-- certificate-monitor \{[ -~]*\} -->$/)
      expect(written.slice(4, -3)).not.toMatch(/[<>]|--/)
      expect(parseMarker(`${written}\n${after}`)).toEqual(one)
    }),
  )
})

test('of very many endpoints a marker holds the first', () => {
  const members = Array.from({ length: 5000 }, (_, index) => ({
    id: `host-${index}.example.com:443`,
    rules: [],
  }))
  const marker = { monitor: 'm', key: 'digest', title: '', digest: '', closed: false, config: null, members }
  const written = renderMarker(marker)

  expect(written.length).toBeLessThanOrEqual(12_000)
  expect(parseMarker(written)?.members.length).toBeGreaterThan(100)
})

test('any text in the place of a marker is read or is none', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (any, text) => {
      for (const body of [`<!-- certificate-monitor ${any} -->`, text]) {
        const found = parseMarker(body)
        expect(found === null || Array.isArray(found.members)).toBe(true)
      }
    }),
  )
})
