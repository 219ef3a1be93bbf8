/** Whether the text matches the glob, ignoring case: `*` stands for any characters, all else for itself. */
export function matchesGlob(glob: string, text: string): boolean {
  const [first = '', ...rest] = glob.toLowerCase().split('*')
  const last = rest.pop()
  const whole = text.toLowerCase()
  if (last === undefined) return whole === first
  if (!whole.startsWith(first)) return false
  // Pieces are found leftmost first, so the time is that of one search, whatever the glob.
  let from = first.length
  for (const piece of rest) {
    const at = whole.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return whole.length - last.length >= from && whole.endsWith(last)
}
