/**
 * Text from certificates, servers and configurations, made harmless for where it is going. Every renderer
 * of this room passes such text through here itself: nobody upstream is trusted to have done it.
 */

/** What a terminal may act on or hide: controls, format characters, other line ends, ignorable code points. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** One harmless line: what could act, reorder, break or hide becomes visible, `␛` or `<U+202E>`. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\uFE0F/gu, '') // how an emoji is drawn, nothing else
    .replace(/\p{Zs}/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1') // towers of marks reach into other lines
    .replace(unseen, (character) => symbol(character.codePointAt(0) ?? 0))
}

/** Unicode has pictures for the C0 controls and DEL; the rest is named. */
function symbol(codePoint: number): string {
  if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint)
  if (codePoint === 0x7f) return '\u2421'
  return `<U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}>`
}

/**
 * Rendered text whose lines may end in a workflow's log, where `::` at the head of a line, after blanks,
 * and `##[` anywhere in it are commands to the runner: both are broken by a space.
 */
export function withoutCommands(rendered: string): string {
  return rendered.replace(/^(\s*):(?=:)/gmu, '$1: ').replaceAll('##[', '# #[')
}

/**
 * One line of plain text inside GitHub's Markdown, fit for a table cell too. Punctuation becomes character
 * references; what GitHub links after rendering (@mention, #reference, addresses) is parted by a zero-width space.
 */
export function forMarkdown(text: string): string {
  return visible(text)
    .replace(/@|#(?=\w)|\bGH-(?=\d)|\bwww(?=\.)|:(?=\/\/)|\bmailto:|\bxmpp:/giu, `$&\u200B`)
    .replace(/[&<>"'`|\\*_~[\]{}#!$^+=@]/gu, reference)
    .replace(/^\s*(?:-|\d+(?=[.)]))/u, (start) => start.replace(/[-\d]$/u, reference))
    .replaceAll('\u200B', '&#8203;')
}

/** A name or value as code in GitHub's Markdown: to be copied as it stands; GitHub mentions nobody from code. */
export function codeForMarkdown(text: string): string {
  const inert = /[^\p{L}\p{N} .,:;()%/-]|:(?=\/\/)|(?<=\bwww)\./giu
  return `<code>${visible(text).replace(inert, reference)}</code>`
}

/** Our own sentences, in which commands stand between backticks: those become code, the rest plain text. */
export function proseForMarkdown(text: string): string {
  const parts = text.split('`')
  if (parts.length % 2 === 0) return forMarkdown(text)
  return parts.map((part, index) => (index % 2 === 0 ? forMarkdown(part) : codeForMarkdown(part))).join('')
}

/** A link to where the user or this program points, never to where a stranger does; what is no web address stays text. */
export function linkForMarkdown(address: string, words: string): string {
  const { protocol, href } = URL.parse(address) ?? { protocol: '', href: '' }
  if (protocol !== 'https:' && protocol !== 'http:') return forMarkdown(words)
  const target = href.replace(/[^\w.~:/?#@!$*+,;=%&-]/gu, encodeURIComponent).replaceAll('&', '&amp;')
  return `[${forMarkdown(words)}](<${target}>)`
}

function reference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0xfffd};`
}
