import { expect, test } from 'vitest'

import type { Grade } from '../../src/model/grade.ts'
import { gradedScan, scoreWord, worstGradesFirst } from '../../src/report/grades.ts'
import { renderJson } from '../../src/report/json.ts'
import { outputs } from '../../src/report/outputs.ts'
import { grade } from '../support/grade.ts'
import { assessment, endpoint, report } from '../support/report.ts'
import { withScan } from '../support/scanned.ts'

function run(...letters: readonly Grade['letter'][]) {
  const assessments = letters.map((letter, index) =>
    withScan(endpoint(`h${index}.example`), { grade: { letter } }),
  )
  return report({ assessments: [...assessments, endpoint('plain.example')] })
}

test('grades are counted best first; who has none is not counted', () => {
  const { summary } = renderJson(run('F', 'A+', 'T', 'B', 'A+', null, 'A-', 'M'))

  expect(Object.entries(summary.by_grade)).toEqual([
    ['A+', 2],
    ['A-', 1],
    ['B', 1],
    ['F', 1],
    ['M', 1],
    ['T', 1],
  ])
})

test.each([
  [['A+', 'A-', 'A'], 'A-'],
  [['B', 'F', 'C'], 'F'],
  [['F', 'T', 'M'], 'T'],
  [['A', null], 'A'],
  [[null], ''],
  [[], ''],
] as const)('of %j the worst is %j', (letters, worst) => {
  expect(outputs(run(...letters))['worst-grade']).toBe(worst)
})

test('worst grades come first; what could not be graded is not hidden behind the good ones', () => {
  const { assessments } = run('A', null, 'F', 'A+', 'T')

  expect(worstGradesFirst(assessments).map(({ grade: { letter } }) => letter)).toEqual([
    'T',
    'F',
    null,
    'A',
    'A+',
  ])
})

test('a grade without a scan is none', () => {
  expect(gradedScan(assessment({ grade: grade() }))).toBeNull()
})

test.each([
  [100, 'excellent'],
  [90, 'excellent'],
  [89, 'good'],
  [70, 'good'],
  [69, 'fair'],
  [50, 'fair'],
  [49, 'poor'],
  [0, 'poor'],
])('a score of %i is %s', (score, word) => {
  expect(scoreWord(score)).toBe(word)
})
