import { loopback } from './listen.ts'
import type { Part } from './part.ts'

/** A server of the lab that has taken up its part. */
export interface LabServer extends Omit<Part, 'plays'> {
  readonly domain: string
  readonly port: number
  readonly starttls: 'smtp' | null
  /** Never says a word, so that whoever asks waits in vain. */
  readonly silent: boolean
}

/** A certificate kept in the repository, wherever it may be used. */
export interface LabFile extends Pick<Part, 'name' | 'story' | 'expect'> {
  readonly path: string
  readonly pem: string
}

/** The name under which the config finds the lab's root, beside itself. */
export const caFile = 'lab-ca.pem'

/** A `certificates.yml` that watches the whole lab, a line above each entry telling what is to be found. */
export function labConfig(servers: readonly LabServer[], file: LabFile): string {
  return `# A lab of servers on this machine: one for each thing that goes well or wrong with certificates.
version: 1
monitor: lab
defaults:
  retries: 0
domains:
${[...servers.map(serverEntry), fileEntry(file)].join('\n')}
`
}

function serverEntry(server: LabServer): string {
  return [
    ...opening(server),
    `    domain: ${server.domain}:${server.port}`,
    `    connect_to: ${loopback}`,
    ...(server.starttls === null ? [] : [`    starttls: ${server.starttls}`]),
    ...(server.silent ? ['    timeout: 2'] : []),
    trust,
  ].join('\n')
}

function fileEntry(file: LabFile): string {
  return [...opening(file), `    file: ${file.path}`, trust].join('\n')
}

const trust = `    trust: { ca_files: [${caFile}], public: false }`

function opening({ name, story, expect }: Pick<Part, 'name' | 'story' | 'expect'>): readonly string[] {
  const rules = Object.keys(expect).join(', ')
  return [`  # ${story}${rules === '' ? '' : ` (${rules})`}`, `  - name: ${name}`]
}
