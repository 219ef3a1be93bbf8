import type { RealServer } from '../real-server.ts'

/** SMTP. It starts as root and runs its services as its own users. */
export const postfix: RealServer = {
  name: 'postfix',
  protocols: ['smtp'],
  program: '/usr/lib/postfix/sbin/smtpd',
  user: 'root',
  folders: ['queue', 'data'],
  files: (site) => ({
    'etc/main.cf': `
compatibility_level = 3.6
queue_directory = ${site.directory}/queue
data_directory = ${site.directory}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.host.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
local_recipient_maps =
maillog_file = ${site.directory}/log
maillog_file_prefixes = ${site.directory}
smtpd_tls_security_level = ${site.tls ? 'may' : 'none'}
smtpd_tls_cert_file = ${site.certificate}
smtpd_tls_key_file = ${site.key}
`,
    'etc/master.cf': `
127.0.0.1:${site.port('smtp')} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
`,
  }),
  preparations: (site) => [
    ['chown', 'postfix', `${site.directory}/data`],
    ['postfix', '-c', `${site.directory}/etc`, 'check'],
  ],
  // Not by `postfix start-fg`, which puts it out of our process group.
  command: (site) => ['/usr/lib/postfix/sbin/master', '-c', `${site.directory}/etc`, '-d'],
}
