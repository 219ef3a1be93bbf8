import { brokenOctets } from './mutate-octets.ts'
import type { Bench } from './mutate.ts'

type Breaker = (text: string, bench: Bench) => string

/** Breaks text where readers of text are weak: at its lines, its words, its numbers and its characters. */
export function brokenText(input: Buffer, bench: Bench): Buffer {
  if (bench.random.chance(0.15)) return brokenOctets(input, bench)
  const breaker = bench.random.pick(breakers) ?? worded
  return Buffer.from(breaker(input.toString('utf8'), bench), 'utf8')
}

/** What acts, hides, ends a line elsewhere, is no character at all, or is more than it seems. */
export const strangeCharacters: readonly [string, ...string[]] = [
  '\0',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u001b[2J',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\u{1f600}',
  '\u{e0041}',
  'e\u0301',
  'İ',
  'ß',
  'K',
  '::error::',
  '##[group]',
  '<!--',
  '-->',
  '`',
  '|',
  '__proto__',
  'constructor',
]

const numbers: readonly [string, ...string[]] = [
  '0',
  '-1',
  '00',
  '1e999',
  '4294967296',
  '9007199254740993',
  '99999999999999999999',
  '0x10',
  '1.5',
  'NaN',
]

const worded: Breaker = (text, { random, words }) => {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + (random.pick(words)?.toString('utf8') ?? '') + text.slice(at)
}

const strange: Breaker = (text, { random }) => {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + random.pick(strangeCharacters) + text.slice(at + random.below(2))
}

const renumbered: Breaker = (text, { random }) => {
  const found = [...text.matchAll(/\d+/gu)]
  const chosen = random.pick(found)
  if (chosen === undefined) return text
  return text.slice(0, chosen.index) + random.pick(numbers) + text.slice(chosen.index + chosen[0].length)
}

const relined: Breaker = (text, { random, other }) => {
  const lines = text.split('\n')
  const at = random.below(lines.length)
  const line = lines[at] ?? ''
  const foreign = random.pick(other.toString('utf8').split('\n')) ?? ''
  const put = random.pick([
    [],
    [line, line],
    [`  ${line}`],
    [line.trimStart()],
    [line, foreign],
    [foreign],
    Array.from({ length: random.few(300) }, () => line),
    [line + line],
  ])
  return lines.toSpliced(at, 1, ...put).join('\n')
}

const cut: Breaker = (text, { random }) => {
  const from = random.below(text.length + 1)
  return text.slice(0, from) + text.slice(from + random.few(Math.max(1, text.length)))
}

const repeated: Breaker = (text, { random }) => {
  const from = random.below(text.length + 1)
  const piece = text.slice(from, from + random.few(40))
  return text.slice(0, from) + piece.repeat(random.few(2000)) + text.slice(from)
}

const breakers: readonly Breaker[] = [
  worded,
  worded,
  strange,
  strange,
  renumbered,
  relined,
  relined,
  cut,
  repeated,
]
