/**
 * How many columns text takes in a terminal. It counts grapheme clusters (UAX #29): two columns for
 * East Asian wide characters (UAX #11) and emoji, one for the rest, combining marks included.
 */
export function width(text: string): number {
  if (/^[\x20-\x7e]*$/u.test(text)) return text.length
  return clusters(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0)
}

/** The text, cut with `…` when it takes more columns than there are. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let room = columns - 1
  const kept = clusters(text).filter((cluster) => (room -= clusterWidth(cluster)) >= 0)
  return columns < 1 ? '' : `${kept.join('').trimEnd()}…`
}

/** Exactly that many columns: cut, or filled with blanks on the other side. */
export function fitted(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const short = cut(text, columns)
  const blanks = ' '.repeat(Math.max(0, columns - width(short)))
  return side === 'left' ? short + blanks : blanks + short
}

/** Lines of at most that many columns, broken at blanks; a longer word is broken where it must be. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const word of text.split(' ').flatMap((word) => pieces(word, columns))) {
    const columnsOfWord = width(word)
    if (line !== '' && taken + 1 + columnsOfWord > columns) {
      lines.push(line)
      line = ''
    }
    taken = line === '' ? columnsOfWord : taken + 1 + columnsOfWord
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function pieces(word: string, columns: number): readonly string[] {
  if (width(word) <= columns) return [word]
  const found: string[] = []
  let piece = ''
  let taken = 0
  for (const cluster of clusters(word)) {
    const columnsOfCluster = clusterWidth(cluster)
    if (piece !== '' && taken + columnsOfCluster > columns) {
      found.push(piece)
      piece = ''
      taken = 0
    }
    piece += cluster
    taken += columnsOfCluster
  }
  return [...found, piece]
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function clusters(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u
/** Half-width forms belong to those scripts, too. */
const narrow = /^[\uFF61-\uFFDC]/u

function clusterWidth(cluster: string): number {
  if (/^[\p{Mn}\p{Me}]+$/u.test(cluster)) return 0
  return wide.test(cluster) && !narrow.test(cluster) ? 2 : 1
}
