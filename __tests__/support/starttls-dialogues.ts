import type { StartTls } from '../../src/model/target.ts'
import { hexScript, script, type Script } from './starttls-server.ts'

export const hex = (text: string): string => Buffer.from(text).toString('hex')

/** The dialogue of each protocol as a healthy server holds it; the last turn is the server's consent. */
export const healthy: Readonly<Record<StartTls, Script>> = {
  smtp: script(`
    S 220-mail.example ESMTP
    S 220 no spam please
    C EHLO [127.0.0.1]
    S 250-mail.example greets you
    S 250-PIPELINING
    S 250-STARTTLS
    S 250 SIZE 1000
    C STARTTLS
    S 220 2.0.0 Ready to start TLS`),
  lmtp: script(`
    S 220 mail.example LMTP
    C LHLO [127.0.0.1]
    S 250-mail.example
    S 250 STARTTLS
    C STARTTLS
    S 220 go`),
  imap: script(`
    S * OK [CAPABILITY IMAP4rev1 STARTTLS] ready
    C a1 CAPABILITY
    S * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED
    S a1 OK done
    C a2 STARTTLS
    S a2 OK begin TLS negotiation now`),
  pop3: script(`
    S +OK ready <1896.697170952@host.example>
    C CAPA
    S +OK capabilities follow
    S TOP
    S STLS
    S .
    C STLS
    S +OK begin TLS`),
  sieve: script(`
    S "IMPLEMENTATION" "Example"
    S "SIEVE" "fileinto envelope"
    S "STARTTLS"
    S OK "ready"
    C STARTTLS
    S OK "begin TLS"`),
  ftp: script(`
    S 220 ready
    C AUTH TLS
    S 234 AUTH TLS OK`),
  ldap: hexScript(`
    C 30 1d 02 01 01 77 18 80 16 ${hex('1.3.6.1.4.1.1466.20037')}
    S 30 0c 02 01 01 78 07 0a 01 00 04 00 04 00`),
  xmpp: script(
    `
    C <?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='host.example' version='1.0'>
    S <?xml version='1.0'?><stream:stream id='1' version='1.0' xmlns='jabber:client' from='host.example'>
    S <stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>
    C <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
    S <proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    '',
  ),
  'xmpp-server': script(
    `
    C <?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' to='host.example' version='1.0'>
    S <stream:stream id="1" version="1.0" xmlns="jabber:server">
    S <stream:features><dialback xmlns='urn:xmpp:features:dialback'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>
    C <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
    S <proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    '',
  ),
  postgres: hexScript(`
    C 00 00 00 08 04 d2 16 2f
    S ${hex('S')}`),
  mysql: hexScript(`
    S ${mysqlGreeting('ff ff')}
    C 20 00 00 01 00 8a 00 00 00 00 00 01 21 ${'00'.repeat(23)}`),
  nntp: script(`
    S 200 news.example ready
    C CAPABILITIES
    S 101 list follows
    S VERSION 2
    S STARTTLS
    S .
    C STARTTLS
    S 382 continue with TLS`),
  irc: script(`
    C CAP LS
    C STARTTLS
    S :irc.example CAP * LS :multi-prefix tls
    S :irc.example 670 * :STARTTLS successful, proceed with TLS handshake`),
}

/** A HandshakeV10 packet in hex with these lower capabilities, little-endian. */
export function mysqlGreeting(lowCapabilities: string, version = '8.4.0'): string {
  const capabilities = `${lowCapabilities} 21 02 00 ff df`
  const payload = `0a ${hex(version)} 00 0b 00 00 00 ${hex('saltsalt')} 00 ${capabilities} 15 ${'00'.repeat(10)} ${hex('more salt, less')}00`
  const length = payload.replaceAll(' ', '').length / 2
  return `${length.toString(16).padStart(2, '0')} 00 00 00 ${payload}`
}
