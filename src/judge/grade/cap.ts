import type { Letter } from '../../model/grade.ts'

/** A rule over the score: no better than that letter, whatever the points. `T` and `M` hide the letter altogether. */
export interface Cap {
  readonly limit: Letter | 'T' | 'M'
  /** One sentence: the offending item, the limit and its source, what to change. */
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

/** `what` is a main clause: `TLS 1.0 is offered`. `change` is an imperative: `switch it off`. */
export function cap(limit: Cap['limit'], what: string, change: string, source: Source): Cap {
  const clause = clauses[limit] ?? `allows no better grade than ${limit}`
  return { limit, says: `${what}, which ${clause} (rating guide, ${source}): ${change}` }
}

const weight: readonly Cap['limit'][] = ['T', 'M', 'F', 'E', 'D', 'C', 'B', 'A-', 'A', 'A+']

/** The one that weighs most first. */
export function heaviestFirst(caps: readonly Cap[]): readonly Cap[] {
  return caps.toSorted((one, other) => weight.indexOf(one.limit) - weight.indexOf(other.limit))
}
