import { brokenOctets } from './mutate-octets.ts'
import type { Bench } from './mutate.ts'

/** An element of BER as far as fuzzing needs it; tags above 30 and indefinite lengths are left to broken octets. */
interface Element {
  readonly tag: number
  /** Octets, or elements where the content is nothing but elements. */
  readonly content: Buffer | readonly Element[]
}

/** Takes an input apart, changes one element, and writes it again with all lengths around it right. */
export function brokenDer(input: Buffer, bench: Bench): Buffer {
  const tree = elementsIn(input, 0)
  if (tree === null || tree.length === 0) return brokenOctets(input, bench)
  return Buffer.concat(changed(tree, bench).map(written))
}

function changed(elements: readonly Element[], bench: Bench): readonly Element[] {
  const { random } = bench
  const at = random.below(elements.length)
  const element = elements[at]
  if (element === undefined) return [{ tag: 5, content: Buffer.alloc(0) }]
  if (Array.isArray(element.content) && random.chance(0.8)) {
    const { tag, content } = element as { readonly tag: number; readonly content: readonly Element[] }
    return elements.with(at, { tag, content: changed(content, bench) })
  }
  return elements.toSpliced(at, 1, ...replacements(element, bench))
}

/** Universal types, and context-specific ones both ways. */
const tags = [
  0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1c, 0x1e, 0x30, 0x31,
] as const
const oddTags = [0x80, 0x81, 0x82, 0x86, 0x87, 0xa0, 0xa1, 0xa3, 0xa4, 0x24, 0x40, 0xc0] as const

function replacements(element: Element, bench: Bench): readonly Element[] {
  const { random, words } = bench
  const { tag, content } = element
  const octets = Array.isArray(content) ? Buffer.concat(content.map(written)) : Buffer.from(content as Buffer)
  switch (random.below(9)) {
    case 0:
      return []
    case 1:
      return Array.from({ length: 1 + random.few(300) }, () => element)
    case 2:
      return [{ tag: random.pick([...tags, ...oddTags]) ?? 5, content }]
    case 3:
      return [{ tag, content: random.pick(words) ?? Buffer.alloc(0) }]
    case 4:
      return [element, foreign(bench) ?? element]
    case 5:
      return [foreign(bench) ?? element]
    case 6:
      return [{ tag: random.pick(tags) ?? 0x30, content: [element] }]
    case 7:
      return [{ tag, content: Buffer.alloc(0) }]
    default:
      return [{ tag, content: brokenOctets(octets, bench) }]
  }
}

/** An element of another input, from anywhere in it. */
function foreign({ random, other }: Bench): Element | undefined {
  let found: readonly Element[] = elementsIn(other, 0) ?? []
  for (let depth = random.below(8); depth > 0; depth--) {
    const inner = random.pick(found)?.content
    if (!Array.isArray(inner) || inner.length === 0) break
    found = inner
  }
  return random.pick(found)
}

const deepest = 40

/** Every element of the octets; `null` where they are not elements from end to end. */
function elementsIn(octets: Buffer, depth: number): readonly Element[] | null {
  const elements: Element[] = []
  for (let at = 0; at < octets.length;) {
    const tag = octets[at] ?? 0
    const first = octets[at + 1]
    if (first === undefined || (tag & 0x1f) === 0x1f || first === 0x80 || first > 0x84) return null
    const more = first < 0x80 ? 0 : first & 0x7f
    const from = at + 2 + more
    if (from > octets.length) return null
    const to = from + (more === 0 ? first : octets.readUIntBE(at + 2, more))
    if (to > octets.length) return null
    elements.push({ tag, content: contentOf(tag, octets.subarray(from, to), depth) })
    at = to
  }
  return elements
}

/** An OCTET STRING often holds elements: it is gone into, too. */
function contentOf(tag: number, octets: Buffer, depth: number): Element['content'] {
  const goesIn = (tag & 0x20) !== 0 || (tag === 0x04 && octets.length > 2)
  if (!goesIn || depth > deepest) return octets
  const inner = elementsIn(octets, depth + 1)
  return inner === null || inner.length === 0 ? octets : inner
}

function written({ tag, content }: Element): Buffer {
  const body = Array.isArray(content) ? Buffer.concat(content.map(written)) : (content as Buffer)
  return Buffer.concat([Uint8Array.of(tag), lengthOf(body.length), body])
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const octets = Math.ceil((32 - Math.clz32(length)) / 8)
  const long = Buffer.alloc(octets)
  long.writeUIntBE(length, 0, octets)
  return Buffer.concat([Uint8Array.of(0x80 | octets), long])
}
