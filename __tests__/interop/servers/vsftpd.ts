import type { RealServer } from '../real-server.ts'

/** FTP. It starts as root, and its empty directory must be root's. */
export const vsftpd: RealServer = {
  name: 'vsftpd',
  protocols: ['ftp'],
  program: '/usr/sbin/vsftpd',
  user: 'root',
  folders: ['empty'],
  files: (site) => ({
    'vsftpd.conf': `listen=YES
listen_ipv6=NO
listen_address=127.0.0.1
listen_port=${site.port('ftp')}
background=NO
anonymous_enable=YES
local_enable=NO
xferlog_enable=NO
secure_chroot_dir=${site.directory}/empty
ssl_enable=${site.tls ? 'YES' : 'NO'}
allow_anon_ssl=YES
rsa_cert_file=${site.certificate}
rsa_private_key_file=${site.key}
`,
  }),
  command: (site) => ['/usr/sbin/vsftpd', `${site.directory}/vsftpd.conf`],
}
