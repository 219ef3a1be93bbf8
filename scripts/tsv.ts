/** The rows of a table with named columns; a row gives the text of a cell. Lines that begin with `#` are remarks. */
export function rowsOf(tsv: string): readonly ((column: string) => string)[] {
  const lines = tsv.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const columns = lines[0]?.split('\t') ?? []
  return lines.slice(1).map((line) => {
    const cells = line.split('\t')
    return (column) => {
      const value = cells[columns.indexOf(column)]
      if (value === undefined) throw new Error(`no ${column} in "${line}"`)
      return value
    }
  })
}
