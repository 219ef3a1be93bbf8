import type { Letter } from '../../model/grade.ts'

/** A rule over the score: no better than that letter, whatever the points. `T` and `M` hide the letter altogether. */
export interface Cap {
  readonly limit: Letter | 'T' | 'M'
  /** One sentence: what to change, the offending item, the limit and its source. */
  readonly says: string
}

/** The version of the guide that brought a rule; where no version names it, the place or the practice. */
type Source = `2009${string}` | 'certificate inspection' | 'scores' | 'as SSL Labs practises it'

const clauses: Readonly<Partial<Record<Cap['limit'], string>>> = {
  A: 'keeps A+ away',
  T: 'makes the grade T',
  M: 'makes the grade M',
  F: 'makes the grade F',
}

/** `change` is an imperative: `Switch TLS 1.0 off`. `what` is a main clause: `it is spoken`. */
export function cap(limit: Cap['limit'], change: string, what: string, source: Source): Cap {
  const clause = clauses[limit] ?? `allows no better grade than ${limit}`
  return { limit, says: `${change}: ${what}, which ${clause} (rating guide, ${source})` }
}

const weight: readonly Cap['limit'][] = ['T', 'M', 'F', 'E', 'D', 'C', 'B', 'A-', 'A', 'A+']

/** The one that weighs most first. */
export function heaviestFirst(caps: readonly Cap[]): readonly Cap[] {
  return caps.toSorted((one, other) => weight.indexOf(one.limit) - weight.indexOf(other.limit))
}
