/** A value that the test has put there itself. */
export function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('it is not there')
  return value
}
