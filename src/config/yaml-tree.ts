import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml'

import { configLimits } from '../model/limits.ts'
import type { Place } from '../model/target.ts'
import { type ConfigEntry, type ConfigNode, keyTrouble, type SyntaxComplaint } from './document.ts'

/** What an alias repeats: the tree, and what repeating it costs. */
interface Anchored {
  readonly node: ConfigNode
  readonly nodes: number
  readonly aliases: number
  readonly levels: number
}

interface Gardener {
  readonly place: (offset: number) => Place
  readonly anchors: Map<string, Anchored>
  readonly complaints: SyntaxComplaint[]
  nodes: number
  aliases: number
}

/**
 * Turns a composed YAML document into the config's tree. Aliases share what they name, and are counted as if
 * they were written out: a file that would unfold into more than its limits is one complaint at its first line.
 */
export function plantYaml(
  document: Document.Parsed,
  place: (offset: number) => Place,
): { readonly root: ConfigNode; readonly complaints: readonly SyntaxComplaint[] } {
  const gardener: Gardener = { place, anchors: new Map(), complaints: [], nodes: 0, aliases: 0 }
  const { node, levels } = plant(gardener, document.contents, 0)
  const excess =
    gardener.aliases > configLimits.aliases
      ? `has more than ${configLimits.aliases} aliases, those inside aliases counted`
      : levels > configLimits.levels
        ? `nests deeper than ${configLimits.levels} levels once its aliases are followed`
        : gardener.nodes > configLimits.nodes
          ? 'unfolds into more than a million values'
          : null
  if (excess === null) return { root: node, complaints: gardener.complaints }
  const remedy = 'Write the values out, or put what is common under "defaults".'
  return { root: node, complaints: [{ offset: 0, message: `The file ${excess}.`, remedy }] }
}

/** YAML 1.2.2 §10.3; the parser would read some tags of YAML 1.1, too. */
const coreTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
)

interface Planted {
  readonly node: ConfigNode
  /** Levels of nesting from here down. */
  readonly levels: number
}

function plant(gardener: Gardener, yaml: ParsedNode | null, offset: number): Planted {
  gardener.nodes++
  if (yaml === null) return { node: { kind: 'scalar', offset, value: null }, levels: 0 }
  const start = yaml.range[0]
  if (isAlias(yaml)) return repeated(gardener, yaml.source, start)
  if (yaml.tag !== undefined && !coreTags.has(yaml.tag))
    complain(gardener, start, `The tag ${yaml.tag} means nothing here.`, 'Leave it out.')
  const { nodes, aliases } = gardener
  const planted = isMap<ParsedNode, ParsedNode | null>(yaml)
    ? plantMapping(gardener, yaml.items, start)
    : isSeq<ParsedNode>(yaml)
      ? plantList(gardener, yaml.items, start)
      : { node: { kind: 'scalar', offset: start, value: yaml.value } as const, levels: 0 }
  if (yaml.anchor !== undefined) {
    const cost = { nodes: gardener.nodes - nodes, aliases: gardener.aliases - aliases }
    gardener.anchors.set(yaml.anchor, { ...planted, ...cost })
  }
  return planted
}

function repeated(gardener: Gardener, name: string, offset: number): Planted {
  const anchored = gardener.anchors.get(name)
  gardener.aliases += 1 + (anchored?.aliases ?? 0)
  gardener.nodes += anchored?.nodes ?? 0
  if (anchored !== undefined) return anchored
  complain(
    gardener,
    offset,
    `The alias *${name} names no anchor above it.`,
    `Write &${name} at the value it repeats.`,
  )
  return { node: { kind: 'scalar', offset, value: null }, levels: 0 }
}

function plantList(gardener: Gardener, items: readonly ParsedNode[], offset: number): Planted {
  const planted = items.map((item) => plant(gardener, item, offset))
  return {
    node: { kind: 'list', offset, items: planted.map(({ node }) => node) },
    levels: deepest(planted) + 1,
  }
}

function plantMapping(
  gardener: Gardener,
  pairs: readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[],
  offset: number,
): Planted {
  const entries = new Map<string, ConfigEntry>()
  const planted: Planted[] = []
  for (const { key: yaml, value } of pairs) {
    const at = yaml.range[0]
    const under = plant(gardener, value, at)
    planted.push(under)
    const key = isScalar(yaml) ? yaml.value : undefined
    if (typeof key !== 'string')
      complain(gardener, at, 'This key is not a text.', 'Write a name, or put the key in quotes.')
    else if (key === '<<')
      complain(
        gardener,
        at,
        'YAML 1.2 has no merge key (<<).',
        'Write the keys out, or put them under "defaults".',
      )
    else {
      const trouble = keyTrouble(key, at, entries, gardener.place)
      if (trouble === undefined) entries.set(key, { offset: at, node: under.node })
      else gardener.complaints.push(trouble)
    }
  }
  return { node: { kind: 'mapping', offset, entries }, levels: deepest(planted) + 1 }
}

function deepest(planted: readonly Planted[]): number {
  return planted.reduce((most, { levels }) => Math.max(most, levels), 0)
}

function complain(gardener: Gardener, offset: number, message: string, remedy: string): void {
  gardener.complaints.push({ offset, message, remedy })
}
