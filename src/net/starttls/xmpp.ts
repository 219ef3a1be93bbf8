import { serverLimits } from '../../model/limits.ts'
import { type Conversation } from '../conversation.ts'
import { type Dialogue, malformed, notOffered, refused, stranger } from './dialogue.ts'

const tlsNamespace = 'urn:ietf:params:xml:ns:xmpp-tls'

/** XMPP from client to server (RFC 6120 §5.4). */
export const xmpp: Dialogue = (conversation, name) => speak(conversation, name, 'jabber:client')

/** XMPP from server to server: the same under another namespace. */
export const xmppServer: Dialogue = (conversation, name) => speak(conversation, name, 'jabber:server')

async function speak(conversation: Conversation, domain: string, namespace: string): Promise<void> {
  await conversation.send(
    `<?xml version='1.0'?><stream:stream xmlns='${namespace}' ` +
      `xmlns:stream='http://etherx.jabber.org/streams' to='${escaped(domain)}' version='1.0'>`,
  )
  await readHeader(conversation)
  const features = await readFeatures(conversation)
  if (!features.some((tag) => tag.name === 'starttls' && !tag.closing))
    throw notOffered(
      'list of features',
      features.filter((tag) => !tag.closing).map((tag) => tag.name),
    )

  await conversation.send(`<starttls xmlns='${tlsNamespace}'/>`)
  const answer = await readTag(conversation, 'the answer to starttls')
  await refuseError(conversation, answer)
  if (answer.name === 'failure') throw refused('STARTTLS', answer.raw)
  if (answer.name !== 'proceed' || answer.closing) throw malformed('the answer to starttls', answer.raw)
  if (answer.empty) return
  const end = await readTag(conversation, 'the end of proceed')
  if (end.name !== 'proceed' || !end.closing) throw malformed('the end of proceed', end.raw)
}

async function readHeader(conversation: Conversation): Promise<void> {
  let tag = await readTag(conversation, 'the stream header', 'alien')
  if (tag.name === '?xml') tag = await readTag(conversation, 'the stream header')
  if (tag.name !== 'stream') throw stranger('XMPP', tag.raw)
  // RFC 6120 §4.7.5: without a version the server is older than stream features and will send none.
  if (!/\sversion\s*=/.test(tag.raw)) throw notOffered('stream header', [tag.raw])
}

/** The tags inside of stream features. */
async function readFeatures(conversation: Conversation): Promise<readonly Tag[]> {
  const opening = await readTag(conversation, 'the stream features')
  await refuseError(conversation, opening)
  if (opening.name !== 'features') throw malformed('the stream features', opening.raw)
  const tags: Tag[] = []
  let tag = opening
  while (!tag.empty || tag.name !== 'features') {
    tag = await readTag(conversation, 'the end of the stream features')
    if (tag.name === 'features' && tag.closing) break
    tags.push(tag)
  }
  return tags
}

/** RFC 6120 §4.9: the first element inside a stream error is its condition. */
async function refuseError(conversation: Conversation, tag: Tag): Promise<void> {
  if (tag.name !== 'error') return
  const condition = tag.empty ? tag : await readTag(conversation, 'the condition of the stream error')
  throw refused('us', condition.raw)
}

interface Tag {
  /** Without its prefix, which is the server's to choose. */
  readonly name: string
  readonly closing: boolean
  /** Closed in itself: `<name/>`. */
  readonly empty: boolean
  readonly raw: string
}

/** Reads up to the end of the next tag; a `>` may stand in an attribute's value. Text between tags is dropped. */
async function readTag(conversation: Conversation, awaited: string, text?: 'alien'): Promise<Tag> {
  let character = await readCharacter(conversation, awaited)
  while (character !== '<') {
    if (text === 'alien' && character.trim() !== '')
      throw stranger('XMPP', character + conversation.unread.toString('latin1'))
    character = await readCharacter(conversation, awaited)
  }
  let raw = ''
  let quote: string | undefined
  while (raw === '' || quote !== undefined || character !== '>') {
    raw += character
    if (raw.length > serverLimits.lineBytes)
      throw malformed(`a tag of at most ${serverLimits.lineBytes} octets`, raw)
    character = await readCharacter(conversation, awaited)
    if (character === quote) quote = undefined
    else if (quote === undefined && /["']/.test(character)) quote = character
  }
  raw += character
  const [, slash, name] = /^<(\/?)(?:[^\s:/>]+:)?([^\s/>]*)/.exec(raw) ?? []
  return { name: name ?? '', closing: slash === '/', empty: raw.endsWith('/>'), raw }
}

/** Octet by octet, as latin1: names and quotes are ASCII, and nothing behind the tag may be touched. */
async function readCharacter(conversation: Conversation, awaited: string): Promise<string> {
  return (await conversation.octets(1, awaited)).toString('latin1')
}

function escaped(attribute: string): string {
  return attribute.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;')
}
