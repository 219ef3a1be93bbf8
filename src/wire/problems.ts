import { Malformed } from './malformed.ts'

/** What a hostile certificate may fill a report with, and how much of our time it may take. */
const mostSentences = 20
const mostProblems = 1000

/**
 * Collects what is wrong with a value that stays readable as a whole: a field that breaks the specification
 * spoils that field and leaves one sentence. Beyond a thousand of them the value as a whole is `Malformed`.
 */
export interface Problems {
  /** Reads one field; when it is malformed, notes why and answers `otherwise`. */
  readonly attempt: <T>(otherwise: T, read: () => T) => T
  readonly note: (sentence: string) => void
  readonly sentences: () => readonly string[]
}

export function problems(): Problems {
  const noted: string[] = []
  let unsaid = 0
  let tooMany: Malformed | undefined
  const note = (sentence: string): void => {
    if (noted.length < mostSentences) noted.push(sentence)
    else unsaid += 1
    if (unsaid < mostProblems) return
    tooMany = new Malformed(`more than ${mostProblems} problems, the last: ${sentence}`)
    throw tooMany
  }
  return {
    note,
    sentences: () => (unsaid === 0 ? noted : [...noted, `and ${unsaid} more problems`]),
    attempt<T>(otherwise: T, read: () => T): T {
      try {
        return read()
      } catch (thrown) {
        if (!(thrown instanceof Malformed) || thrown === tooMany) throw thrown
        note(thrown.message)
        return otherwise
      }
    },
  }
}
