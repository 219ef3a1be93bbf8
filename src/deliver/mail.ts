import { setTimeout } from 'node:timers/promises'

import {
  createTransport,
  type NodemailerError,
  type SendMailOptions,
  type SMTPTransportOptions,
} from 'nodemailer'

import { timeLimits } from '../model/limits.ts'
import type { Mail, MailServer } from '../model/mail.ts'
import { productName, productVersion } from '../model/product.ts'
import { mailFailure } from './mail-failure.ts'
import {
  after,
  atFirst,
  deliveryOf,
  type Attempt,
  type MailDelivery,
  type Progress,
  type Recipient,
} from './mail-progress.ts'

/** How long we try. */
export interface MailPatience {
  /** Of one try, from the name's resolution to the last reply. */
  readonly tryMs: number
  /** Before the second try, the third …: there is one more try than pauses. */
  readonly pausesMs: readonly number[]
  /** Of all mails of a run together. */
  readonly wholeMs: number
}

const mailPatience: MailPatience = {
  tryMs: timeLimits.deliveryMs,
  pausesMs: [2000, 8000],
  wholeMs: timeLimits.mailMs,
}

/** Connections at a time: many servers turn more away. */
const atATime = 2

/**
 * Sends mails over SMTP (RFC 5321) and answers in their order; never throws. What fails for a while, by a 4xx reply
 * (greylisting) or on the network, is tried again with the same Message-ID; nobody logs in over clear text.
 */
export async function sendMails(
  mails: readonly Mail[],
  server: MailServer,
  date: Date,
  run: AbortSignal,
  patience: MailPatience = mailPatience,
): Promise<readonly MailDelivery[]> {
  const deliveries: MailDelivery[] = []
  const whole = AbortSignal.any([run, AbortSignal.timeout(patience.wholeMs)])
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < mails.length; index = next++) {
      const mail = mails[index]
      if (mail !== undefined) deliveries[index] = await sendMail(mail, server, date, whole, patience)
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return deliveries
}

async function sendMail(
  mail: Mail,
  server: MailServer,
  date: Date,
  whole: AbortSignal,
  { tryMs, pausesMs }: MailPatience,
): Promise<MailDelivery> {
  let progress = atFirst(server.to)
  for (const pauseMs of [0, ...pausesMs]) {
    if (progress.waiting.length === 0) break
    await pause(pauseMs, whole)
    if (whole.aborted) break
    const signal = AbortSignal.any([whole, AbortSignal.timeout(tryMs)])
    progress = after(progress, await tryOnce(mail, server, progress, { date, signal, tryMs }))
  }
  return deliveryOf(progress, server.to.length)
}

async function tryOnce(
  mail: Mail,
  server: MailServer,
  { waiting }: Progress,
  { date, signal, tryMs }: { readonly date: Date; readonly signal: AbortSignal; readonly tryMs: number },
): Promise<Attempt> {
  const secrets = secretsOf(server)
  const recipientsOf = (errors: readonly NodemailerError[]): readonly Recipient[] =>
    errors.map((error) => ({
      address: error.recipient ?? '',
      failure: mailFailure(error, tryMs, secrets),
    }))
  const transport = createTransport(transportOptions(server, tryMs))
  try {
    const to = waiting.map(({ address }) => address)
    const sent = await transport.sendMail({
      ...composed(mail, server, date),
      envelope: { from: server.from, to },
      signal,
    })
    return { accepted: sent.accepted.length, failed: recipientsOf(sent.rejectedErrors ?? []) }
  } catch (thrown) {
    const each = rejectedErrors(thrown)
    if (each.length > 0) return { accepted: 0, failed: recipientsOf(each) }
    const failure = mailFailure(thrown, tryMs, secrets)
    return { accepted: 0, failed: waiting.map(({ address }) => ({ address, failure })) }
  } finally {
    transport.close()
  }
}

function rejectedErrors(thrown: unknown): readonly NodemailerError[] {
  const errors: unknown = thrown instanceof Error ? Reflect.get(thrown, 'rejectedErrors') : null
  return Array.isArray(errors) ? errors.filter((error) => error instanceof Error) : []
}

/** STARTTLS is demanded wherever somebody logs in, and never tried where nobody asked for it. */
function transportOptions(server: MailServer, tryMs: number): SMTPTransportOptions {
  const { host, port, encryption, credentials, authorities } = server
  const demanded = encryption === 'starttls' || (encryption === 'none' && credentials !== null)
  return {
    host,
    port,
    secure: encryption === 'implicit',
    requireTLS: demanded,
    ignoreTLS: encryption === 'none' && !demanded,
    ...(credentials === null
      ? {}
      : { auth: { user: credentials.username, pass: credentials.password }, forceAuth: true }),
    tls: { rejectUnauthorized: true, ...(authorities === null ? {} : { ca: [...authorities] }) },
    connectionTimeout: tryMs,
    greetingTimeout: tryMs,
    socketTimeout: tryMs,
    dnsTimeout: tryMs,
    socketCloseTimeout: timeLimits.mailClosingMs,
    maxResponseSize: timeLimits.mailReplyBytes,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function composed(mail: Mail, { from, to }: MailServer, date: Date): SendMailOptions {
  const domain = /@([\w.-]+)>?\s*$/u.exec(from)?.[1] ?? 'certificate-monitor.invalid'
  const thread = `<${mail.thread}@${domain}>`
  return {
    from,
    to: [...to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date,
    messageId: `<${mail.id}@${domain}>`,
    inReplyTo: thread,
    references: thread,
    xMailer: `${productName} ${productVersion}`,
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: nobody's holiday answers it
      'X-Auto-Response-Suppress': 'All', // the same for Exchange
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** What may be secret: the config takes all of this from the environment. */
function secretsOf({ host, credentials, from, to }: MailServer): readonly string[] {
  const { username = '', password = '' } = credentials ?? {}
  const login = credentials === null ? '' : `\0${username}\0${password}`
  const addresses = [from, ...to].flatMap((address) => [address, /<([^<>]+)>/u.exec(address)?.[1] ?? ''])
  return [username, password, login, host, ...addresses]
}

async function pause(ms: number, whole: AbortSignal): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, { signal: whole }).catch(() => {}) // the caller looks at the signal
}
