import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

import type { Listening } from './fleet.ts'

/** Another scanner, as it is called for versions, suites and, where it knows them, groups. */
export interface Rival {
  readonly name: string
  readonly command: (door: Listening) => readonly string[]
}

export const nmap: Rival = {
  name: 'nmap ssl-enum-ciphers',
  command: ({ name, address, port }) =>
    words(
      `nmap -Pn -n -sT --script +ssl-enum-ciphers --script-args tls.servername=${name} -p ${port} ${address}`,
    ),
}

export const sslscan: Rival = {
  name: 'sslscan',
  command: ({ name, address, port }) => words(`sslscan --sni-name=${name} ${address}:${port}`),
}

/** Does far more, and takes its time. */
export const testssl: Rival = {
  name: 'testssl',
  command: ({ name, address, port }) =>
    words(`testssl --quiet --color 0 --warnings off --ip ${address} ${name}:${port}`),
}

function words(command: string): readonly string[] {
  return command.split(' ')
}

export function isHere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

export function isInstalled({ command }: Rival): boolean {
  const [program = ''] = command({ name: '', address: '', port: 0 })
  return isHere(program)
}

/** Wall time of one scan, the start of its process included. */
export async function timeOf({ name, command }: Rival, door: Listening): Promise<number> {
  const [program = '', ...parameters] = command(door)
  const started = performance.now()
  const child = spawn(program, parameters, { stdio: 'ignore', timeout: 600_000 })
  const [code] = await once(child, 'exit')
  if (code === null) throw new Error(`${name} does not come to its end`)
  return performance.now() - started
}
