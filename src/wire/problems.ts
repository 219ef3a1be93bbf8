import { certificateLimits } from '../model/limits.ts'
import { Malformed } from './malformed.ts'

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
    if (noted.length < certificateLimits.problemSentences) noted.push(sentence)
    else unsaid += 1
    if (unsaid < certificateLimits.problems) return
    tooMany = new Malformed(`more than ${certificateLimits.problems} problems, the last: ${sentence}`)
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
