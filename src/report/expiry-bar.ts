import type { Report } from '../model/report.ts'
import { type ExpiryBand, expiryBands } from './expiry-bands.ts'

const keys: readonly (readonly [band: ExpiryBand, square: string, words: string])[] = [
  ['expired', '🟥', 'expired'],
  ['within-7-days', '🟧', 'within 7 days'],
  ['within-30-days', '🟨', 'within 8 to 30 days'],
  ['within-90-days', '🟩', 'within 31 to 90 days'],
  ['later', '🟦', 'later'],
  ['unknown', '⬜', 'unknown'],
]
const longest = 30

/** When the certificates of a run expire: a bar of squares, and below it what each colour counts. */
export function expiryBar(report: Report): readonly string[] {
  const counts = expiryBands(report)
  const present = keys.filter(([band]) => counts[band] > 0)
  if (present.length === 0) return []
  const lengths = shares(present.map(([band]) => counts[band]))
  const bar = present.map(([, square], index) => square.repeat(lengths[index] ?? 0)).join('')
  const legend = present.map(([band, square, words]) => `${square} ${counts[band]} ${words}`)
  return ['#### When they expire', '', `${bar}<br>`, legend.join(' · '), '']
}

/** A square for each endpoint; of many, a share of the bar, but never less than one square. */
function shares(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total <= longest) return counts
  const floors = counts.map((count) => Math.max(1, Math.floor((count * longest) / total)))
  const rest = longest - floors.reduce((sum, share) => sum + share, 0)
  const largest = counts.indexOf(Math.max(...counts))
  return floors.map((share, index) => (index === largest ? share + rest : share))
}
