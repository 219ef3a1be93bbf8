/** What a cell may hold: never a formula, never a link. `null` is not known, and stays blank. */
export type Cell = string | number | boolean | Date | null

/** How the cells of a column look, and what a reader may do with them. */
export type Form =
  | 'text'
  /** Sentences, on as many lines as they take. */
  | 'prose'
  | 'flag'
  | 'whole'
  /** Days left, coloured from red to green. */
  | 'days'
  | 'seconds'
  | 'instant'
  | 'day'
  /** A status or a severity, coloured by its word. */
  | 'grading'
  /** Whether something is there, as `yes`, `no` or `unknown`: a thing to have, one to be rid of, one to be without. */
  | 'wanted'
  | 'outdated'
  | 'unwanted'

/** A table of the workbook: a heading, a row per line, filters. Rows are made while they are written. */
export interface Sheet {
  readonly name: string
  readonly headings: readonly Heading[]
  /** How many columns, from the left, go to paper. */
  readonly printed: number
  readonly length: number
  /** Rows that the sheet had to leave out; `length` does not count them. */
  readonly omitted: number
  readonly rows: () => Iterable<readonly Cell[]>
  /** What stands there instead of rows. */
  readonly empty: string
}

export interface Heading {
  readonly title: string
  readonly form: Form
}

/** A column: its title, its look, and its cell in a line. */
export type Column<T> = readonly [title: string, form: Form, cell: (line: T) => Cell]

/** What a sheet is made from: its lines may be asked for more than once. */
export interface Plan<T> extends Pick<Sheet, 'name' | 'empty'> {
  readonly columns: readonly Column<T>[]
  readonly lines: () => Iterable<T>
  /** The most rows it may hold. */
  readonly most: number
  /** How many columns, from the left, go to paper; all of them unless it is said. */
  readonly printed?: number
}

export function sheet<T>({ name, empty, columns, lines, most, printed = columns.length }: Plan<T>): Sheet {
  let all = 0
  for (const _ of lines()) all++
  const length = Math.min(all, most)
  return {
    name,
    headings: columns.map(([title, form]) => ({ title, form })),
    printed,
    length,
    omitted: all - length,
    rows: function* () {
      let left = length
      for (const line of lines()) {
        if (left-- === 0) return
        yield columns.map(([, , cell]) => cell(line))
      }
    },
    empty,
  }
}
