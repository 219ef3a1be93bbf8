import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { changeRules } from '../../src/judge/judge-changes.ts'
import { runRules } from '../../src/judge/judge-run.ts'
import { rules } from '../../src/judge/judge.ts'
import { anchor, referenceFor } from '../../src/judge/reference.ts'
import { renderRules } from '../../src/judge/rule-reference.ts'

const all = [...rules, ...changeRules, ...runRules]

test('RULES.md is what scripts/generate-rules.ts writes', () => {
  expect(readFileSync(new URL('../../RULES.md', import.meta.url), 'utf8')).toBe(renderRules(all))
})

test('every reference leads to one heading', () => {
  const headings = [...renderRules(all).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading))

  expect(new Set(headings).size).toBe(headings.length)
  for (const { id } of all) expect(headings).toContain(referenceFor(id).split('#')[1])
})

test('dots and slashes fall out of an anchor, as they do on GitHub', () => {
  expect(anchor('protocol/no-tls1.2-or-1.3')).toBe('protocolno-tls12-or-13')
})

test('every rule says what to do and where it is written', () => {
  for (const { id, help, title } of all) {
    expect(help, id).toContain('**What to do.**')
    expect(title, id).not.toMatch(/[.]$/)
  }
})
