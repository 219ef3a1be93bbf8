import type { RealServer } from '../real-server.ts'

/** XMPP to clients and to servers. It refuses root. */
export const prosody: RealServer = {
  name: 'prosody',
  protocols: ['xmpp', 'xmpp-server'],
  program: '/usr/bin/prosody',
  user: 'prosody',
  folders: ['data', 'certs'],
  files: (site) => ({
    'prosody.cfg.lua': `
pidfile = "${site.directory}/pid"
data_path = "${site.directory}/data"
certificates = "${site.directory}/certs"
interfaces = { "127.0.0.1" }
c2s_ports = { ${site.port('xmpp')} }
s2s_ports = { ${site.port('xmpp-server')} }
c2s_direct_tls_ports = {}
s2s_direct_tls_ports = {}
c2s_require_encryption = ${site.tls}
s2s_require_encryption = ${site.tls}
modules_enabled = { "saslauth", "dialback"${site.tls ? ', "tls"' : ''} }
modules_disabled = { "http", "offline", "s2s_auth_certs"${site.tls ? '' : ', "tls"'} }
log = { info = "*console" }
VirtualHost "host.example"
  ssl = { key = "${site.key}", certificate = "${site.certificate}" }
`,
  }),
  command: (site) => ['/usr/bin/prosody', '--config', `${site.directory}/prosody.cfg.lua`, '-F'],
}
