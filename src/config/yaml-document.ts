import { Composer, type CST, type Document, type ErrorCode, Lexer, Parser } from 'yaml'

import { configLimits } from '../model/limits.ts'
import type { Place } from '../model/target.ts'
import {
  type ConfigDocument,
  configDocument,
  placesIn,
  type SyntaxComplaint,
  syntaxError,
} from './document.ts'
import { plantYaml } from './yaml-tree.ts'

/** One slip makes the parser stumble many times: the first few are enough to find it. */
const mostComplaints = 5

/** Reads one YAML 1.2 document (core schema), keeping places; throws a ConfigError naming every breach. */
export function readYamlDocument(text: string, file: string): ConfigDocument {
  const place = placesIn(text, file)
  const { document, stumbles } = composed(tokensOf(text, place), text.length)
  const byLine = new Map<number, SyntaxComplaint>()
  for (const { offset, code, message } of stumbles) {
    const { line } = place(offset)
    if (byLine.size < mostComplaints && !byLine.has(line))
      byLine.set(line, { offset, ...sentences(code, message) })
  }
  if (byLine.size > 0) throw syntaxError([...byLine.values()], place)
  if (document === undefined) throw new TypeError('the composer made no document')
  const { root, complaints } = plantYaml(document, place)
  if (complaints.length > 0) throw syntaxError(complaints, place)
  return configDocument(root, place)
}

/** The tokens, counted as they come: depth and length are refused before anything recurses. */
function tokensOf(text: string, place: (offset: number) => Place): readonly CST.Token[] {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error')
        throw syntaxError([{ offset: token.offset, ...sentences('UNEXPECTED_TOKEN', token.message) }], place)
      tokens.push(token)
    }
    if (parser.stack.length - 1 > configLimits.levels)
      throw syntaxError([tooMuch(`nests deeper than ${configLimits.levels} levels`)], place)
    if (++count > configLimits.tokens)
      throw syntaxError([tooMuch('has more than 1.5 million words and signs')], place)
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

interface Stumble {
  readonly offset: number
  readonly code: ErrorCode
  readonly message: string
}

/** Stops the composer: what it has found is enough. */
class Enough extends Error {}

function composed(
  tokens: readonly CST.Token[],
  length: number,
): { readonly document: Document.Parsed | undefined; readonly stumbles: readonly Stumble[] } {
  const composer = new Composer({ uniqueKeys: false, version: '1.2', schema: 'core', logLevel: 'silent' })
  const stumbles: Stumble[] = []
  // The composer keeps every error it meets; a hostile file would fill the memory with a million of them.
  const onError = (source: ErrorSource, code: ErrorCode, message: string): void => {
    stumbles.push({ offset: offsetOf(source), code, message })
    if (stumbles.length >= configLimits.stumbles) throw new Enough()
  }
  Object.assign(composer, { onError })
  try {
    const [document, second] = composer.compose(tokens, true, length)
    if (second !== undefined) stumbles.push({ offset: second.range[0], code: 'MULTIPLE_DOCS', message: '' })
    const { explicit, version } = document?.directives.yaml ?? {}
    if (explicit === true && version !== '1.2')
      stumbles.push({ offset: 0, code: 'BAD_DIRECTIVE', message: '' })
    for (const { pos, code, message } of [...(document?.errors ?? []), ...(document?.warnings ?? [])])
      stumbles.push({ offset: pos[0], code, message })
    return { document, stumbles }
  } catch (error) {
    if (error instanceof Enough) return { document: undefined, stumbles }
    throw error
  }
}

type ErrorSource = number | readonly [number, number] | { readonly offset: number }

function offsetOf(source: ErrorSource): number {
  if (typeof source === 'number') return source
  return 'offset' in source ? source.offset : source[0]
}

function tooMuch(what: string): SyntaxComplaint {
  return {
    offset: 0,
    message: `The file ${what}.`,
    remedy: 'Write it flatter and shorter, or split it in two.',
  }
}

type Sentences = Omit<SyntaxComplaint, 'offset'>

/** What the parser's codes mean to the person who wrote the file. */
const meanings: Readonly<Partial<Record<ErrorCode, Sentences>>> = {
  ALIAS_PROPS: { message: 'An alias (*name) carries an anchor or a tag.', remedy: 'Write the alias alone.' },
  BAD_ALIAS: {
    message: 'This alias (*name) is not readable.',
    remedy: 'Write "*" and a name; put text that begins with "*" in quotes.',
  },
  BAD_DIRECTIVE: {
    message: 'A directive (%) asks for something other than YAML 1.2.',
    remedy: 'Leave the line out.',
  },
  BAD_DQ_ESCAPE: {
    message: 'A backslash begins an escape that YAML does not know.',
    remedy: 'Write \\\\ for a backslash, or use single quotes.',
  },
  BAD_INDENT: {
    message: 'The indentation does not fit the lines above.',
    remedy: 'Indent the keys of one mapping, and the dashes of one list, alike; close every bracket.',
  },
  BAD_SCALAR_START: {
    message: 'A plain text may not begin with this character.',
    remedy: 'Put the text in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second ": " stands in this line.',
    remedy: 'Put text that holds ": " in quotes, or begin a new line.',
  },
  BLOCK_IN_FLOW: {
    message: 'A block stands inside brackets.',
    remedy: 'Inside [ ] and { } write everything in brackets and commas.',
  },
  KEY_OVER_1024_CHARS: {
    message: 'A key is longer than 1,024 characters.',
    remedy: 'Close the quotes or brackets before it.',
  },
  MISSING_CHAR: {
    message: 'A sign is missing here: a closing quote or bracket, a comma, a colon, or a space.',
    remedy: 'Add it, or put the text in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is neither "key: value" nor the continuation of a text.',
    remedy: 'Write a colon and a space after the key.',
  },
  MULTIPLE_DOCS: {
    message: 'A second document begins here.',
    remedy: 'Keep one document and leave the "---" out.',
  },
  TAB_AS_INDENT: { message: 'A tab indents this line.', remedy: 'Write spaces.' },
  TAG_RESOLVE_FAILED: {
    message: 'This tag (!…) means nothing here.',
    remedy: 'Leave it out, or put text that begins with "!" in quotes.',
  },
  UNEXPECTED_TOKEN: {
    message: 'Nothing like this may stand here.',
    remedy: 'Close brackets and quotes once each, and put text with special signs in quotes.',
  },
}

function sentences(code: ErrorCode, message: string): Sentences {
  const plain = message.split('\n', 1)[0] ?? ''
  return (
    meanings[code] ?? {
      message: `The YAML breaks off: ${plain}.`,
      remedy: 'Write this line in plain "key: value" form.',
    }
  )
}
