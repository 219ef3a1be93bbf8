import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

import type { Mail, MailServer } from '../../src/model/mail.ts'
import { authority, leaf } from './mint.ts'

/** A mail as the server took it. */
export interface Received {
  readonly raw: string
  readonly from: string
  readonly to: readonly string[]
  readonly secure: boolean
  readonly user: string | null
}

export interface RunningMailServer {
  readonly port: number
  readonly received: readonly Received[]
  /** How each login was tried. */
  readonly logins: readonly string[]
}

const root = authority('Mail Root')
const own = leaf(root, { commonName: 'localhost', names: ['localhost', '127.0.0.1'] })
export const stranger: ReturnType<typeof leaf> = leaf(root, {
  commonName: 'mail.example',
  names: ['mail.example'],
})
export const authorities: readonly string[] = [root.certificatePem]

export const username = 'alerts-login@example.com'
export const password = 'correct horse battery staple'

/** A real SMTP server on loopback, with a certificate for it that the test's own CA signed. */
export async function mailServer(differs: SMTPServerOptions = {}): Promise<RunningMailServer> {
  const received: Received[] = []
  const logins: string[] = []
  const server = new SMTPServer({
    cert: own.certificatePem,
    key: own.keyPem,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 1,
    onAuth(login, _, done) {
      logins.push(`${login.method} ${login.username} ${login.password}`)
      if (login.username === username && login.password === password) done(null, { user: username })
      else done(new Error(`${login.username} may not log in with ${login.password}`))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          raw: Buffer.concat(chunks).toString('utf8'),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: typeof session.user === 'string' ? session.user : null,
        })
        done()
      })
    },
    ...differs,
  })
  server.on('error', () => {}) // what a client breaks off is its own affair
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  )
  return { port: (listening.address() as AddressInfo).port, received, logins }
}

/** An error that an SMTP server answers with this code. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** The server at that port, in clear text and without a login unless told otherwise. */
export function at(port: number, differs: Partial<MailServer> = {}): MailServer {
  return {
    host: '127.0.0.1',
    port,
    encryption: 'none',
    credentials: null,
    from: 'alerts@example.com',
    to: ['admin@example.com', 'security@example.com'],
    authorities,
    ...differs,
  }
}

export const mail: Mail = {
  subject: 'CRITICAL Certificate Alert: example.com',
  text: 'The certificate expired 3 days ago\n',
  html: '<p>The certificate expired 3 days ago</p>',
  id: '0123456789abcdef',
  thread: 'fedcba9876543210',
  endpoints: ['example.com:443'],
}
