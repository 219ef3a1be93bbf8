import type { RealServer } from '../real-server.ts'

/** LDAP: OpenLDAP with an empty directory. */
export const slapd: RealServer = {
  name: 'slapd',
  protocols: ['ldap'],
  program: '/usr/sbin/slapd',
  user: 'openldap',
  files: (site) => ({
    'slapd.conf': `pidfile ${site.directory}/pid
${site.tls ? `TLSCertificateFile ${site.certificate}\nTLSCertificateKeyFile ${site.key}` : ''}
`,
  }),
  command: (site) => [
    '/usr/sbin/slapd',
    '-d', // stay in the foreground
    '0',
    '-h',
    `ldap://127.0.0.1:${site.port('ldap')}`,
    '-f',
    `${site.directory}/slapd.conf`,
  ],
}
