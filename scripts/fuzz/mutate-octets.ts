import type { Bench } from './mutate.ts'
import type { Random } from './random.ts'

type Breaker = (input: Buffer, bench: Bench) => Buffer

/** Breaks octets without knowing what they mean, but for lengths that may stand before what they measure. */
export function brokenOctets(input: Buffer, bench: Bench): Buffer {
  const breaker = bench.random.pick(breakers) ?? flipped
  return breaker(input, bench)
}

const edges: readonly [number, ...number[]] = [0, 1, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xfe, 0xff]

const flipped: Breaker = (input, { random }) => {
  const copy = Buffer.from(input)
  if (copy.length > 0) {
    const at = random.below(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
  }
  return copy
}

const replaced: Breaker = (input, { random }) => {
  const copy = Buffer.from(input)
  if (copy.length > 0)
    copy[random.below(copy.length)] = random.chance(0.5) ? random.pick(edges) : random.below(256)
  return copy
}

const counted: Breaker = (input, { random }) => {
  const copy = Buffer.from(input)
  const size = random.pick([1, 2, 3, 4])
  if (copy.length < size) return copy
  const at = random.below(copy.length - size + 1)
  const before = copy.readUIntBE(at, size)
  const most = 0x100 ** size - 1
  const after = random.pick([
    before + 1,
    before - 1,
    0,
    most,
    copy.length - at - size,
    Math.trunc(before / 2),
  ])
  copy.writeUIntBE(Math.min(most, Math.max(0, after)), at, size)
  return copy
}

const truncated: Breaker = (input, { random }) => input.subarray(0, random.below(input.length + 1))

const removed: Breaker = (input, { random }) => {
  const [from, to] = range(input, random)
  return resized(input, from, to, Buffer.alloc(0), random)
}

const repeated: Breaker = (input, { random }) => {
  const [from, to] = range(input, random)
  const times = random.few(50)
  const piece = input.subarray(from, to)
  return resized(input, to, to, Buffer.concat(Array.from({ length: times }, () => piece)), random)
}

const worded: Breaker = (input, { random, words }) => {
  const word = random.pick(words) ?? random.octets(random.few(8))
  const at = random.below(input.length + 1)
  const end = random.chance(0.5) ? at : Math.min(input.length, at + word.length)
  return resized(input, at, end, word, random)
}

const noisy: Breaker = (input, { random }) => {
  const at = random.below(input.length + 1)
  return resized(input, at, at, random.octets(random.few(64)), random)
}

const spliced: Breaker = (input, { random, other }) => {
  const [from, to] = range(other, random)
  if (random.chance(0.3))
    return Buffer.concat([input.subarray(0, random.below(input.length + 1)), other.subarray(from)])
  const [start, end] = range(input, random)
  return resized(input, start, end, other.subarray(from, to), random)
}

const breakers: readonly Breaker[] = [
  flipped,
  flipped,
  replaced,
  replaced,
  counted,
  counted,
  truncated,
  removed,
  repeated,
  worded,
  worded,
  noisy,
  spliced,
]

function range(input: Buffer, random: Random): readonly [from: number, to: number] {
  const from = random.below(input.length + 1)
  return [from, Math.min(input.length, from + random.few(Math.max(1, input.length)))]
}

/**
 * Something else in the place of some octets. Half of the time every number before that measures up to the end of the
 * input, as the lengths of vectors within vectors do, grows or shrinks with it: so the change arrives further in.
 */
function resized(input: Buffer, from: number, to: number, piece: Buffer, random: Random): Buffer {
  const result = Buffer.concat([input.subarray(0, from), piece, input.subarray(to)])
  const by = result.length - input.length
  if (by === 0 || random.chance(0.5)) return result
  for (const size of [1, 2, 3]) {
    for (let at = 0; at + size <= Math.min(from, 512); at++) {
      const length = input.readUIntBE(at, size)
      const grown = length + by
      if (at + size + length === input.length && grown >= 0 && grown < 0x100 ** size)
        result.writeUIntBE(grown, at, size)
    }
  }
  return result
}
