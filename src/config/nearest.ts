/** What people write who know other tools, and what we call it. */
const synonyms: Readonly<Record<string, string>> = {
  hosts: 'domains',
  targets: 'domains',
  endpoints: 'domains',
  urls: 'domains',
  host: 'domain',
  hostname: 'domain',
  url: 'domain',
  sni: 'servername',
  warning: 'warning_days',
  critical: 'critical_days',
}

/** The candidate that was probably meant, or `undefined` when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = word.toLowerCase().replaceAll('-', '_')
  const synonym = synonyms[plain]
  if (synonym !== undefined && candidates.includes(synonym)) return synonym
  let best: { readonly candidate: string; readonly edits: number } | undefined
  for (const candidate of candidates) {
    const edits = distance(plain, candidate.toLowerCase().replaceAll('-', '_'))
    if (edits <= candidate.length / 3 && (best === undefined || edits < best.edits))
      best = { candidate, edits }
  }
  return best?.candidate
}

/** Dearer than a letter too many or too few: people slip more often than they mistake. */
const replacement = 1.5

/**
 * Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment);
 * infinite where their lengths alone are too far apart.
 */
function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 8) return Infinity
  let before: readonly number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + (same ? 0 : replacement),
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          swapped ? (before[j - 2] ?? Infinity) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row[to.length] ?? Infinity
}
