import { brokenDer } from './mutate-der.ts'
import { brokenJson, brokenLine } from './mutate-json.ts'
import { brokenOctets } from './mutate-octets.ts'
import { brokenText } from './mutate-text.ts'
import type { Random } from './random.ts'
import type { Shape, Subject } from './subject.ts'

/** What one mutation has to work with. */
export interface Bench {
  readonly random: Random
  readonly words: readonly Buffer[]
  /** Another input, for splices. */
  readonly other: Buffer
}

const shaped: Readonly<Record<Shape, readonly ((input: Buffer, bench: Bench) => Buffer)[]>> = {
  octets: [brokenOctets],
  der: [brokenDer, brokenDer, brokenOctets],
  text: [brokenText, brokenText, brokenOctets],
  json: [brokenJson, brokenJson, brokenText],
  ndjson: [brokenLine, brokenLine, brokenText],
}

/** In octets: what is longer is cut. The limits of the parsers themselves have tests of their own. */
const longestInput = 128 * 1024
const mostMutations = 12

/** Makes inputs for a parser: each time one of those there are, broken a few times over. */
export function mutator({ shape, words }: Subject, random: Random): (inputs: readonly Buffer[]) => Buffer {
  const given = words.map((word) => (typeof word === 'string' ? Buffer.from(word) : Buffer.from(word)))
  return (inputs) => {
    let input = random.pick(inputs) ?? Buffer.alloc(0)
    for (let left = random.few(mostMutations); left > 0; left--) {
      const bench = { random, words: given, other: random.pick(inputs) ?? input }
      const breaker = random.pick(shaped[shape]) ?? brokenOctets
      input = breaker(input, bench).subarray(0, longestInput)
    }
    return input
  }
}
