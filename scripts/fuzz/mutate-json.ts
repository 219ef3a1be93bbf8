import { brokenText, strangeCharacters } from './mutate-text.ts'
import type { Bench } from './mutate.ts'
import type { Random } from './random.ts'

/** Breaks what JSON says and leaves it JSON: the reader gets past the syntax. */
export function brokenJson(input: Buffer, bench: Bench): Buffer {
  const value = parsed(input.toString('utf8'))
  if (value === undefined) return brokenText(input, bench)
  return Buffer.from(JSON.stringify(broken(value, bench)) ?? 'null')
}

/** The same in one line of many. */
export function brokenLine(input: Buffer, bench: Bench): Buffer {
  const lines = input.toString('utf8').split('\n')
  const at = bench.random.below(lines.length)
  const line = brokenJson(Buffer.from(lines[at] ?? ''), bench).toString('utf8')
  return Buffer.from(lines.toSpliced(at, 1, line).join('\n'))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Goes down at random and changes what it meets there. */
function broken(value: unknown, bench: Bench): unknown {
  const { random } = bench
  if (typeof value !== 'object' || value === null || random.chance(0.12)) return replacement(value, bench)
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    const at = random.below(list.length)
    if (list.length === 0 || random.chance(0.2))
      return random.pick([[], [...list, ...list], [...list, list[at]], list.toReversed()])
    return random.chance(0.1) ? list.toSpliced(at, 1) : list.with(at, broken(list[at], bench))
  }
  const entries = Object.entries(value)
  const at = random.below(entries.length)
  const [key, member] = entries[at] ?? ['', null]
  const changed = changedMember(key, member, bench)
  return Object.fromEntries([...entries.slice(0, at), ...changed, ...entries.slice(at + 1)])
}

function changedMember(key: string, value: unknown, bench: Bench): readonly (readonly [string, unknown])[] {
  const { random } = bench
  switch (random.below(8)) {
    case 0:
      return []
    case 1:
      return [[text(key, random), value]]
    case 2:
      return [
        [key, value],
        [random.pick(strangeCharacters), replacement(value, bench)],
      ]
    default:
      return [[key, broken(value, bench)]]
  }
}

function replacement(value: unknown, { random, words, other }: Bench): unknown {
  if (typeof value === 'string' && random.chance(0.6)) return text(value, random)
  if (typeof value === 'number' && random.chance(0.6))
    return random.pick([-value, value + 1, value * 2 ** 40, 0.5, 0, -0, 1e300, Number.MAX_SAFE_INTEGER + 2])
  switch (random.below(9)) {
    case 0:
      return null
    case 1:
      return random.chance(0.5)
    case 2:
      return []
    case 3:
      return {}
    case 4:
      return random.pick(words)?.toString('utf8') ?? ''
    case 5:
      return nested(value, random.few(3000))
    case 6:
      return parsed(other.toString('utf8')) ?? 0
    case 7:
      return { constructor: value, toString: 1, length: 2 ** 32, ['__proto__']: [] }
    default:
      return random.pick([0, -1, '', ' ', 2 ** 31, 'true'])
  }
}

function nested(value: unknown, levels: number): unknown {
  let made: unknown = value
  for (let level = 0; level < levels; level++) made = level % 2 === 0 ? [made] : { a: made }
  return made
}

function text(value: string, random: Random): string {
  const at = random.below(value.length + 1)
  switch (random.below(5)) {
    case 0:
      return value.slice(0, at) + random.pick(strangeCharacters) + value.slice(at)
    case 1:
      return value.slice(0, at)
    case 2:
      return value.slice(0, at) + value.slice(at + 1)
    case 3:
      return value.repeat(random.few(200))
    default:
      return value.slice(0, at) + String.fromCodePoint(random.below(0x250)) + value.slice(at + 1)
  }
}
