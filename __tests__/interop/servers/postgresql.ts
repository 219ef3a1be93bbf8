import { existsSync, readdirSync } from 'node:fs'

import type { RealServer } from '../real-server.ts'

const versions = '/usr/lib/postgresql'
const newest = existsSync(versions)
  ? readdirSync(versions)
      .sort((a, b) => Number(a) - Number(b))
      .at(-1)
  : undefined
const programs = `${versions}/${newest ?? 'none'}/bin`

/** PostgreSQL. It refuses root. */
export const postgresql: RealServer = {
  name: 'postgresql',
  protocols: ['postgres'],
  program: `${programs}/postgres`,
  user: 'postgres',
  files: () => ({}),
  preparations: (site) => [
    [`${programs}/initdb`, '-D', `${site.directory}/data`, '--no-sync', '--auth=trust', '--locale=C'],
  ],
  command: (site) => [
    `${programs}/postgres`,
    '-D',
    `${site.directory}/data`,
    `--ssl=${site.tls ? 'on' : 'off'}`,
    `--ssl_cert_file=${site.certificate}`,
    `--ssl_key_file=${site.key}`,
    '--listen_addresses=127.0.0.1',
    `--port=${site.port('postgres')}`,
    '--unix_socket_directories=',
  ],
}
