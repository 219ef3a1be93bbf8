import { type Letter, letters } from '../../model/grade.ts'
import { cap, type Cap } from './cap.ts'
import type { Category, Scores } from './scores.ts'

/** The guide's bands of the weighted total. Without a rule against it, A is A+. */
const bands: readonly (readonly [least: number, letter: Letter])[] = [
  [80, 'A'],
  [65, 'B'],
  [50, 'C'],
  [35, 'D'],
  [20, 'E'],
]

/** Below the band of the next better letter: what a score may be when a rule took the letter down. */
const mostFor: Readonly<Partial<Record<Letter, number>>> = { B: 79, C: 64, D: 49, E: 34, F: 19 }

/** 30 % protocol, 30 % key exchange, 40 % cipher, cut to a whole number; 0 where a category is 0; `null` unmeasured. */
export function totalOf({ protocol, keyExchange, cipher }: Scores): number | null {
  if (protocol === null || keyExchange === null || cipher === null) return null
  const scores = [protocol.score, keyExchange.score, cipher.score]
  if (scores.includes(0)) return 0
  return Math.floor((3 * protocol.score + 3 * keyExchange.score + 4 * cipher.score) / 10)
}

export function bandOf(total: number): Letter {
  return bands.find(([least]) => total >= least)?.[1] ?? 'F'
}

/** A cap does not lift: the worst of the score's letter and all limits. */
export function letterOf(total: number, caps: readonly Cap[]): Letter {
  const band = bandOf(total)
  const limits = [band === 'A' ? 'A+' : band, ...caps.map(({ limit }) => limit)]
  return letters.findLast((letter) => limits.includes(letter)) ?? 'F'
}

export function scoreUnder(letter: Letter, total: number): number {
  return Math.min(total, mostFor[letter] ?? 100)
}

/** Where the points alone are not enough for an A: which category is to blame, and what in it. */
export function scoreCaps({ protocol, keyExchange, cipher }: Scores): readonly Cap[] {
  const total = totalOf({ protocol, keyExchange, cipher })
  if (total === null || bandOf(total) === 'A') return []
  const blame = (category: Category | null, title: string): readonly Cap[] =>
    category === null || category.score >= 80
      ? []
      : [
          cap(
            bandOf(total),
            category.change,
            `${title} scores ${category.score} of 100 for ${category.weakest}`,
            'scores',
          ),
        ]
  return [
    ...blame(protocol, 'the protocol'),
    ...blame(keyExchange, 'key exchange'),
    ...blame(cipher, 'the cipher'),
  ]
}
