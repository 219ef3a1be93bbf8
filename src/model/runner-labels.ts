/** Whether two lists of labels name the same runner: order, capitals and repetition do not matter. */
export function sameRunner(one: readonly string[], other: readonly string[]): boolean {
  return runnerKey(one) === runnerKey(other)
}

/** One text for all ways to write the labels of a runner. */
export function runnerKey(labels: readonly string[]): string {
  return JSON.stringify([...new Set(labels.map((label) => label.toLowerCase()))].toSorted())
}
