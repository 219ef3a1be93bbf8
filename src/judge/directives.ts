import type { EndpointTarget, StartTls, Target } from '../model/target.ts'

/** What a fix may have to set. */
export type Setting = 'versions' | 'suites' | 'order' | 'dh' | 'hsts' | 'compression' | 'groups'

/** The suites with ephemeral keys and AEAD, in OpenSSL's words. */
const goodSuites = 'ECDHE+AESGCM:ECDHE+CHACHA20'

type Lines = readonly (readonly [software: string, directive: string])[]

const web: Readonly<Record<Setting, Lines>> = {
  versions: [
    ['nginx', 'ssl_protocols TLSv1.2 TLSv1.3;'],
    ['Apache', 'SSLProtocol -all +TLSv1.2 +TLSv1.3'],
  ],
  suites: [
    ['nginx', `ssl_ciphers ${goodSuites};`],
    ['Apache', `SSLCipherSuite ${goodSuites}`],
  ],
  order: [
    ['nginx', 'ssl_prefer_server_ciphers on;'],
    ['Apache', 'SSLHonorCipherOrder on'],
  ],
  dh: [
    ['nginx', 'ssl_dhparam dh.pem;'],
    ['Apache', 'SSLOpenSSLConfCmd DHParameters dh.pem'],
  ],
  hsts: [
    ['nginx', 'add_header Strict-Transport-Security "max-age=63072000" always;'],
    ['Apache', 'Header always set Strict-Transport-Security "max-age=63072000"'],
  ],
  compression: [['Apache', 'SSLCompression off']],
  groups: [
    ['nginx', 'ssl_ecdh_curve X25519MLKEM768:X25519:prime256v1;'],
    ['Apache', 'SSLOpenSSLConfCmd Groups X25519MLKEM768:X25519:P-256'],
  ],
}

const postfix: Partial<Record<Setting, Lines>> = {
  versions: [['Postfix', 'smtpd_tls_protocols = >=TLSv1.2']],
  suites: [['Postfix', 'smtpd_tls_exclude_ciphers = aNULL, eNULL, EXPORT, LOW, RC4, 3DES, MD5, kRSA']],
  order: [['Postfix', 'tls_preempt_cipherlist = yes']],
  dh: [['Postfix', 'smtpd_tls_dh1024_param_file = dh.pem']],
}
const dovecot: Partial<Record<Setting, Lines>> = {
  versions: [['Dovecot', 'ssl_min_protocol = TLSv1.2']],
  suites: [['Dovecot', `ssl_cipher_list = ${goodSuites}`]],
  order: [['Dovecot', 'ssl_prefer_server_ciphers = yes']],
  dh: [['Dovecot', 'ssl_dh = </etc/dovecot/dh.pem']],
}
const postgresql: Partial<Record<Setting, Lines>> = {
  versions: [['PostgreSQL', "ssl_min_protocol_version = 'TLSv1.2'"]],
  suites: [['PostgreSQL', `ssl_ciphers = '${goodSuites}'`]],
  order: [['PostgreSQL', 'ssl_prefer_server_ciphers = on']],
  dh: [['PostgreSQL', "ssl_dh_params_file = 'dh.pem'"]],
}
const others: Partial<Record<StartTls, Partial<Record<Setting, Lines>>>> = {
  smtp: postfix,
  imap: dovecot,
  pop3: dovecot,
  lmtp: dovecot,
  sieve: dovecot,
  postgres: postgresql,
  ldap: { versions: [['OpenLDAP', 'olcTLSProtocolMin: 3.3']] },
  mysql: { versions: [['MySQL and MariaDB', 'tls_version = TLSv1.2,TLSv1.3']] },
  ftp: { versions: [['ProFTPD', 'TLSProtocol TLSv1.2 TLSv1.3']] },
}

/** Ports whose service speaks TLS from the first octet, and its name elsewhere. */
const implicit: Readonly<Record<number, StartTls>> = { 465: 'smtp', 993: 'imap', 995: 'pop3', 636: 'ldap' }

/** The end of a fix: how the usual software of such an endpoint is told. Empty where we do not know it. */
export function asDirective(target: Target, setting: Setting): string {
  if (target.kind === 'file') return ''
  const service = target.starttls ?? serviceOf(target)
  const lines = service === null ? web[setting] : (others[service]?.[setting] ?? [])
  if (lines.length === 0) return ''
  return ` ${lines.map(([software, directive]) => `${software}: \`${directive}\``).join('; ')}.`
}

function serviceOf({ port }: EndpointTarget): StartTls | null {
  return implicit[port] ?? null
}
