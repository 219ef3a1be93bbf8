import { lacking, type LabServer } from '../stack.ts'
import { type Testimony, without } from '../testimony.ts'
import { askNmap } from './nmap.ts'
import { askOpensslForGroups } from './openssl-groups.ts'
import { askSslscan } from './sslscan.ts'

/** Somebody who can be asked about any server; the first word of what it signs with is its name. */
interface Witness {
  readonly name: 'nmap' | 'sslscan' | 'OpenSSL'
  readonly lack: string | undefined
  readonly ask: (port: number, name: string) => Promise<Testimony>
}

const witnesses: readonly Witness[] = [
  { name: 'nmap', lack: lacking('nmap'), ask: askNmap },
  { name: 'sslscan', lack: lacking('sslscan'), ask: askSslscan },
  { name: 'OpenSSL', lack: undefined, ask: askOpensslForGroups },
]

/** What is said of that server by its own configuration and by every witness that is here. */
export async function hear(server: LabServer, port: number, name: string): Promise<readonly Testimony[]> {
  const said = server.configured === undefined ? [] : [await server.configured()]
  for (const { name: witness, lack, ask } of witnesses) {
    if (lack !== undefined) continue
    const unheard = (server.unheard ?? []).filter((one) => one.witness === witness)
    said.push(
      unheard.reduce(
        (heard, { of, groupsOnly = false }) => without(heard, of, groupsOnly),
        await ask(port, name),
      ),
    )
  }
  return said
}

/** Who is not heard on that server, and why: for the title of a test, empty when all are. */
export function silence({ unheard = [] }: LabServer): string {
  const lacks = witnesses.flatMap(({ lack }) => lack ?? [])
  const faults = unheard.map(
    ({ witness, of, groupsOnly, because }) =>
      `${witness} on ${groupsOnly === true ? 'groups of ' : ''}${of}: ${because}`,
  )
  const reasons = [...lacks, ...faults]
  return reasons.length === 0 ? '' : ` (not heard: ${reasons.join('; ')})`
}
