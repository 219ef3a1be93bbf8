import { shownLimits } from './limits.ts'

/** Text from outside, short enough for a sentence: the middle of a very long one is left out. */
export function shortened(text: string, most: number = shownLimits.characters): string {
  if (text.length <= most) return text
  const half = Math.floor((most - 1) / 2)
  return `${text.slice(0, half)}…${text.slice(-half)}`
}

/** `1 certificate`, `3 certificates`; an irregular plural is given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** A few of many: `a, b, c and 12 more`. */
export function listed(items: readonly string[], most = 5): string {
  const shown = items.slice(0, most).map((item) => shortened(item))
  const rest = items.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '')
}

/** What may be written, all of it: `a, b or c`. */
export function oneOf(choices: readonly string[]): string {
  return choices.length > 1 ? `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}` : (choices[0] ?? '')
}
