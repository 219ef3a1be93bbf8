import { calendarDay } from '../model/duration.ts'
import type { Status } from '../model/finding.ts'
import { habit, habitWords } from '../model/habit.ts'
import type { StatePeriod } from '../model/history.ts'
import { memoryWords } from '../model/memory-words.ts'
import type { Assessment } from '../model/report.ts'
import { rotatedLeaves, rotationWords } from '../model/rotation.ts'
import type { Lines } from './certificate-page.ts'
import { rotationsSeen } from './history-json.ts'
import { facts, label, paragraph, type Screen } from './page.ts'
import { unchecked, waivedFindings } from './trouble.ts'
import { day } from './words.ts'

const mostRotations = 5
const indent = ' '.repeat(14)

/** What is remembered of an endpoint, for a terminal; nothing where it is seen for the first time. */
export function historyLines(assessment: Assessment, screen: Screen): Lines {
  const { before } = assessment.comparison
  if (before === null) return []
  const rotations = rotationsSeen(assessment.comparison)
  const earlier = rotations.filter((rotation) => !assessment.comparison.rotations.includes(rotation))
  const told: readonly (readonly [string, string])[] = [
    ['Certificate', memoryWords(assessment)],
    ['State', stateWords(assessment, before.states.at(-1))],
    ['Habit', habitWords(habit({ rotations: rotations.toReversed() })) ?? ''],
  ]
  return [
    ...facts(told, screen),
    ...earlier.slice(0, mostRotations).flatMap((rotation, index) => {
      // Not what became of the names: of former leaves only the first few are remembered.
      const leaves = rotatedLeaves(rotation, assessment.comparison, assessment.observation)
      const words = rotationWords(rotation, leaves)
      const text = `${day(rotation.at)}  ${rotation.current.slice(0, 8)}  ${words}`
      return paragraph(index === 0 ? label('Earlier') : indent, text, screen)
    }),
    ...(earlier.length > mostRotations ? [`${indent}… and ${earlier.length - mostRotations} before`] : []),
  ]
}

const states: Readonly<Record<Status, string>> = {
  success: 'healthy',
  warning: 'in need of care',
  error: 'in trouble',
}

/** Since when it has been as it is. What nobody looked at is in no state at all. */
function stateWords(assessment: Assessment, period: StatePeriod | undefined): string {
  if (period === undefined || unchecked(assessment)) return ''
  // What a gate looks away from is no better for that.
  const { judged: status, findings } = assessment
  const waived = status === 'success' && waivedFindings(findings).length > 0 ? ', by a waiver' : ''
  const state = states[status] + waived
  if (period.status === status) return `${state} since ${calendarDay(period.from)}`
  const [from, to] = [period.from, period.to].map(calendarDay)
  return `${state} as of this run; ${states[period.status]} from ${from} to ${to}`
}
