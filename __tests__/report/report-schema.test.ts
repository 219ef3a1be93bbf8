import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { renderJson } from '../../src/report/json.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { report } from '../support/report.ts'
import { complaints } from '../support/valid-report.ts'

test('the published schema is the one the program prints', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../schemas/report.json', import.meta.url), 'utf8'),
  )

  expect(published).toEqual(reportSchema())
})

test('a report of a later minor version, with keys of its own, is still valid', () => {
  const later = {
    ...renderJson(report()),
    weather: 'fine',
    summary: { ...renderJson(report()).summary, mood: 1 },
  }

  expect(complaints(later)).toEqual([])
})

test('a report that guesses instead of saying null is refused', () => {
  const [result] = renderJson(report()).results
  const guessed = { ...renderJson(report()), results: [{ ...result, days_until_expiration: 'soon' }] }

  expect(complaints(guessed)).toEqual(['/results/0/days_until_expiration must be number,null'])
})
