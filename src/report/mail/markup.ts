import { visible } from '../escape.ts'
import { ink, styles } from './appearance.ts'

/** One line of plain text inside HTML, in an element or in a quoted attribute. */
function inHtml(text: string): string {
  return visible(text).replace(/[&<>"'`=]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`)
}

/** Text from outside, with what mail readers turn into links by themselves parted by a zero-width space. */
export function forHtml(text: string): string {
  return inHtml(text).replaceAll(/:(?=\/\/)|\bwww(?=\.)|\bmailto:|@/giu, '$&&#8203;')
}

/** Our own sentences, in which commands stand between backticks: those become code, to be copied as they stand. */
export function proseForHtml(text: string): string {
  const parts = text.split('`')
  if (parts.length % 2 === 0) return forHtml(text)
  return parts
    .map((part, index) =>
      index % 2 === 0 ? forHtml(part) : `<code style="${styles.code}">${inHtml(part)}</code>`,
    )
    .join('')
}

/** A link to where the user or this program points, never to where a stranger does; anything but https stays text. */
export function linked(url: string, words: string): string {
  const { protocol, href } = URL.parse(url) ?? { protocol: '', href: '' }
  if (protocol !== 'https:') return forHtml(words)
  return `<a href="${inHtml(href)}" style="color:${ink.link};text-decoration:underline">${inHtml(words)}</a>`
}
