import type { RealServer } from '../real-server.ts'

/** IRC: the one daemon of the distribution that knows STARTTLS. It refuses root. */
export const inspircd: RealServer = {
  name: 'inspircd',
  protocols: ['irc'],
  program: '/usr/sbin/inspircd',
  user: 'irc',
  // The independent client takes a notice about a host name for a refusal.
  files: (site) => ({
    'inspircd.conf': `
<server name="irc.example" description="test" network="test">
<admin name="test" nick="test" email="test@host.example">
<bind address="127.0.0.1" port="${site.port('irc')}" type="clients">
<connect allow="*" resolvehostnames="no" useident="no">
<module name="cap">
<pid file="${site.directory}/pid">
<log method="file" type="*" level="default" target="${site.directory}/log">
${
  site.tls
    ? `<module name="ssl_gnutls">
<sslprofile name="test" provider="gnutls" certfile="${site.certificate}" keyfile="${site.key}">
<module name="starttls">
<starttls sslprofile="test">`
    : ''
}
`,
  }),
  command: (site) => ['/usr/sbin/inspircd', '--nofork', `--config=${site.directory}/inspircd.conf`],
}
