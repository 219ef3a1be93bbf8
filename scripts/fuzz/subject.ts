/** How the inputs of a parser are built, and so how they are best broken. */
export type Shape =
  /** Octets with lengths before what they measure. */
  | 'octets'
  /** Tag, length, value (X.690): elements are moved about, and the lengths around them written anew. */
  | 'der'
  | 'text'
  | 'json'
  /** A JSON value a line. */
  | 'ndjson'

/** A parser of what arrives from outside, and what must hold whatever arrives. */
export interface Subject {
  /** Also the folder of its corpus. */
  readonly name: string
  /** The room that the parser lives in: `--only` takes either. */
  readonly room: string
  readonly shape: Shape
  /** What inputs of this kind are made of. */
  readonly words: readonly (string | Uint8Array)[]
  /** Files of the repository that serve as inputs, too, by the beginning of their paths. */
  readonly borrowed?: readonly string[]
  /** How long it may take over one input; a second where nothing is said. */
  readonly patienceMs?: number
  /** Reads one input; throws when the parser does anything but answer or fail in its documented way. */
  readonly check: (input: Buffer) => unknown
}

/** A parser did what it must not; everything else that is thrown is taken for the parser's own unnamed error. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Throws `Broken` unless it holds. */
export function demand(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Broken(sentence)
}

type Thrower = abstract new (...given: never[]) => Error

/** What a parser answers; `undefined` where it fails in one of its documented ways. */
export function answerOf<T>(read: () => T, ...documented: readonly Thrower[]): T | undefined {
  try {
    return read()
  } catch (thrown) {
    return refusal(thrown, documented)
  }
}

/** The same for a parser that takes its time. */
export async function answerIn<T>(
  read: () => Promise<T>,
  ...documented: readonly Thrower[]
): Promise<T | undefined> {
  try {
    return await read()
  } catch (thrown) {
    return refusal(thrown, documented)
  }
}

/** A refusal is a sentence for a person: it must say something, and not print a book. */
function refusal(thrown: unknown, documented: readonly Thrower[]): undefined {
  if (!(thrown instanceof Error) || !documented.some((kind) => thrown instanceof kind)) throw thrown
  demand(thrown.message !== '', `${thrown.name} without a message`)
  demand(thrown.message.length <= longestMessage, `${thrown.name} with ${thrown.message.length} characters`)
  return undefined
}

/** Room for a config with very many complaints. */
const longestMessage = 1_000_000
