import type { RealServer } from '../real-server.ts'

/** IMAP, POP3, LMTP and ManageSieve in one. It starts as root and runs its services as its own users. */
export const dovecot: RealServer = {
  name: 'dovecot',
  protocols: ['imap', 'pop3', 'lmtp', 'sieve'],
  program: '/usr/sbin/dovecot',
  user: 'root',
  files: (site) => ({
    'dovecot.conf': `
base_dir = ${site.directory}/run
state_dir = ${site.directory}/state
log_path = ${site.directory}/log
protocols = imap pop3 lmtp sieve
listen = 127.0.0.1
ssl = ${site.tls ? 'yes' : 'no'}
ssl_cert = <${site.certificate}
ssl_key = <${site.key}
mail_location = maildir:${site.directory}/mail
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${site.directory}
}
service imap-login {
  inet_listener imap {
    port = ${site.port('imap')}
  }
  inet_listener imaps {
    port = 0
  }
}
service pop3-login {
  inet_listener pop3 {
    port = ${site.port('pop3')}
  }
  inet_listener pop3s {
    port = 0
  }
}
service managesieve-login {
  inet_listener sieve {
    port = ${site.port('sieve')}
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${site.port('lmtp')}
  }
}
`,
  }),
  command: (site) => ['/usr/sbin/dovecot', '-F', '-c', `${site.directory}/dovecot.conf`],
}
