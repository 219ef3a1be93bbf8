/** A number of the goals, with what it rests on. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly goal: string
  /** `null` for a figure that is only told. */
  readonly holds: boolean | null
}

/** A figure without a goal. */
export function told(what: string, figure: string): Row {
  return { what, figure, goal: '', holds: null }
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
