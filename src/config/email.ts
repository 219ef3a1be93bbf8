import { type MailServer, mailEncryption } from '../model/mail.ts'
import type { Channel } from '../model/message.ts'
import type { MailSettings } from '../model/notifications.ts'
import type { ConfigPath } from './document.ts'
import { parseHostText } from './host-text.ts'
import type { EmailSettings } from './notifications-schema.ts'
import { complain, type Reading, resolved, warnOfLiteral } from './reading.ts'

const email = ['notifications', 'email'] as const

/** Reads `email`: `null` when it is off, when this run may not know its secrets, or when complained about. */
export function readEmail(
  reading: Reading,
  settings: EmailSettings,
  wish: Pick<Channel, 'minLevel' | 'remindDays'>,
): MailSettings | null {
  warnOfLiteral(reading, settings.password, [...email, 'password'])
  if (settings.enabled === false) return null
  contradictions(reading, settings)
  const text = (key: 'smtp_server' | 'from_address'): string | null =>
    readText(reading, settings[key], [...email, key])
  const server = readServer(reading, text('smtp_server'))
  const from = readMailbox(reading, text('from_address'), [...email, 'from_address'])
  const to = settings.to_addresses.map((address, index) => {
    const spot = [...email, 'to_addresses', index]
    return readMailbox(reading, readText(reading, address, spot), spot)
  })
  const credentials = readCredentials(reading, settings)
  if (server === null || from === null || credentials === 'unknown') return null
  const port = settings.smtp_port ?? 25
  const encryption = mailEncryption(settings.use_tls ?? false, port)
  return {
    channel: { id: 'email', ...wish, tags: [] },
    server: {
      host: server,
      port,
      encryption,
      credentials,
      from,
      to: to.filter((one) => one !== null),
      authorities: null,
    },
    perEndpoint: settings.per_endpoint ?? false,
  }
}

/** `null`: withheld, or complained about; a value that must not be empty. */
function readText(reading: Reading, written: string, spot: ConfigPath): string | null {
  const before = reading.complaints.length
  const value = resolved(reading, written, spot)
  if (value !== undefined) return 'text' in value ? value.text : null
  // What is empty without a lookup may have a value with one.
  if (reading.lookup !== null && reading.complaints.length === before)
    complain(reading, spot, 'key', `"${name(spot)}" is empty.`, 'Write it, or leave "email" out.')
  return null
}

function readServer(reading: Reading, text: string | null): string | null {
  if (text === null) return null
  const host = parseHostText(text)
  if ('host' in host && host.port === null && !host.https) return host.host.replaceAll(/^\[|\]$/gu, '')
  const remedy = 'Write a host alone, as in smtp.example.com, and the port as "smtp_port".'
  complain(reading, [...email, 'smtp_server'], 'value', '"smtp_server" is not a host.', remedy)
  return null
}

/** `alerts@example.com`, or `Alerts <alerts@example.com>`: one, on one line. */
const mailbox =
  /^(?:[^\p{Cc}<>@,;]*<[^\s\p{Cc}<>@,;]+@[^\s\p{Cc}<>@,;]+>|[^\s\p{Cc}<>@,;]+@[^\s\p{Cc}<>@,;]+)$/u

function readMailbox(reading: Reading, text: string | null, spot: ConfigPath): string | null {
  if (text === null) return null
  if (text.length <= 320 && mailbox.test(text)) return text
  const message = `${typeof spot.at(-1) === 'number' ? 'An entry of "to_addresses"' : `"${name(spot)}"`} is not one mail address.`
  complain(reading, spot, 'value', message, 'Write one, as in alerts@example.com.')
  return null
}

function name(spot: ConfigPath): string {
  return String(spot.findLast((step) => typeof step === 'string'))
}

/** `null`: nobody logs in; `unknown`: not for this run. */
function readCredentials(reading: Reading, settings: EmailSettings): MailServer['credentials'] | 'unknown' {
  const before = reading.complaints.length
  const username = resolved(reading, settings.username, [...email, 'username'])
  const password = resolved(reading, settings.password, [...email, 'password'])
  if ((username && 'withheld' in username) || (password && 'withheld' in password)) return 'unknown'
  if (username !== undefined && password !== undefined)
    return { username: username.text, password: password.text }
  if (username === undefined && password === undefined) return null
  if (reading.lookup === null) return 'unknown'
  if (
    settings.username !== undefined &&
    settings.password !== undefined &&
    reading.complaints.length === before
  )
    half(
      reading,
      username === undefined ? 'username' : 'password',
      'is empty, and the other half of the login is not.',
    )
  return null
}

function half(reading: Reading, key: string, says: string): void {
  complain(
    reading,
    [...email, key],
    'key',
    `"${key}" ${says}`,
    'Write both "username" and "password", or neither.',
  )
}

function contradictions(reading: Reading, settings: EmailSettings): void {
  const { username, password, use_tls: useTls, smtp_port: port, to_addresses: to } = settings
  if (username !== undefined && password === undefined) half(reading, 'username', 'has no "password".')
  if (password !== undefined && username === undefined) half(reading, 'password', 'has no "username".')
  if (useTls === false && port !== 465 && username !== undefined)
    complain(
      reading,
      [...email, 'use_tls'],
      'key',
      '"use_tls: false" would send the password in clear.',
      'Write "use_tls: true", or leave "username" and "password" out.',
    )
  if (to.length === 0)
    complain(
      reading,
      [...email, 'to_addresses'],
      'key',
      '"to_addresses" names nobody.',
      'Write at least one address.',
    )
}
