import { readFileSync } from 'node:fs'

/** A row of the table that the program's own tables are made of, with columns that it does not keep. */
export interface SuiteRow {
  readonly id: number
  readonly name: string
  readonly kx: string
  readonly auth: string
  readonly mode: string
  readonly mozillaProfiles: readonly string[]
}

export function suiteTable(): readonly SuiteRow[] {
  const table = readFileSync(new URL('../../scripts/cipher-suites.tsv', import.meta.url), 'utf8')
  const [header = '', ...rows] = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const columns = header.split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? ''
    return {
      id: Number(cell('hex')),
      name: cell('iana_name'),
      kx: cell('kx'),
      auth: cell('auth'),
      mode: cell('mode'),
      mozillaProfiles: cell('mozilla_profiles').split(','),
    }
  })
}
