/** What stands under a key of somebody else's JSON; `undefined` where nothing does. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

export function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
