/** A Markdown table with columns as wide as their widest cell, as the formatter has them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => {
    return Math.max(...[head, ...rows].map((row) => cell(row[column] ?? '').length))
  })
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => cell(row[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** Text as code, in one cell or in a sentence. */
export function code(text: string): string {
  return `\`${text}\``
}

function cell(text: string): string {
  return text
    .trim()
    .replaceAll('|', String.raw`\|`)
    .replaceAll('\n', ' ')
}
