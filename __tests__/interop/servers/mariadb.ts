import type { RealServer } from '../real-server.ts'

/** MariaDB without its system tables, which nobody needs before logging in. It refuses root. */
export const mariadb: RealServer = {
  name: 'mariadb',
  protocols: ['mysql'],
  program: '/usr/sbin/mariadbd',
  user: 'mysql',
  folders: ['data'],
  files: () => ({}),
  command: (site) => [
    '/usr/sbin/mariadbd',
    '--no-defaults',
    '--skip-grant-tables',
    `--datadir=${site.directory}/data`,
    `--socket=${site.directory}/socket`,
    `--pid-file=${site.directory}/pid`,
    '--bind-address=127.0.0.1',
    `--port=${site.port('mysql')}`,
    ...(site.tls ? [`--ssl-cert=${site.certificate}`, `--ssl-key=${site.key}`] : ['--skip-ssl']),
  ],
}
