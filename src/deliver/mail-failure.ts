import { ConversationError } from '../net/conversation-error.ts'
import { named } from '../net/failure.ts'
import { quoted } from '../net/quoted.ts'

/** Why a mail, or one of its recipients, was not accepted. */
export interface MailFailure {
  /** The rest of a sentence about the mail server; nothing of the configuration stands in it. */
  readonly words: string
  /** Trying again within the run would not help. */
  readonly lasting: boolean
}

/** What an error of nodemailer tells besides its message. */
interface Facts {
  readonly code: string
  /** The SMTP command that failed, with `CONN` for the time before the first. */
  readonly command: string
  /** The reply's code and text; `null` where the server did not reply. */
  readonly reply: { readonly code: number; readonly text: string } | null
}

/** What RFC 5321 calls the step that was refused, in the words of a person. */
const steps: Readonly<Record<string, string>> = {
  CONN: 'turned us away',
  EHLO: 'refused the greeting',
  HELO: 'refused the greeting',
  'MAIL FROM': 'refused the sender',
  'RCPT TO': 'refused a recipient',
  DATA: 'refused the message',
}

const privateAuthority = '; a private CA is trusted by NODE_EXTRA_CA_CERTS'

/** Verdicts of OpenSSL and of Node about a certificate. */
const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: `it is signed by itself${privateAuthority}`,
  SELF_SIGNED_CERT_IN_CHAIN: `no store holds its root${privateAuthority}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `its issuer is not at hand${privateAuthority}`,
  UNABLE_TO_GET_ISSUER_CERT: `an issuer is not at hand${privateAuthority}`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `its issuer is not at hand${privateAuthority}`,
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
}

/**
 * Names what went wrong. The server's own words are quoted without any of the secrets, and not at all where it
 * refuses a login: nobody knows what of a password a server echoes.
 */
export function mailFailure(thrown: unknown, tryMs: number, secrets: readonly string[]): MailFailure {
  if (!(thrown instanceof Error)) return fault(thrown)
  const { code, command, reply } = factsOf(thrown)
  if (code === 'EABORT' || code === 'ETIMEDOUT' || code === 'ETIMEOUT')
    return { words: `gave no answer within ${tryMs / 1000} s`, lasting: false }
  if (command.startsWith('AUTH') || code === 'EAUTH') return loginFailure(reply?.code ?? null)
  if (reply !== null) {
    // RFC 5321 §4.2.1: 4yz is transient, 5yz permanent.
    const lasting = reply.code >= 500
    if (command === 'STARTTLS') return { words: 'does not offer STARTTLS, which is demanded', lasting }
    const words = `${steps[command] ?? 'gave an unexpected reply'}: ${quoted(withoutSecrets(reply.text, secrets))}`
    return { words, lasting }
  }
  const certificate = certificates[code]
  if (certificate !== undefined)
    return { words: `shows a certificate that is refused: ${certificate}`, lasting: true }
  return networkFailure(thrown, code)
}

function loginFailure(code: number | null): MailFailure {
  if (code === null) return { words: 'offers no way of logging in that we know', lasting: true }
  return { words: `refused the login (${code})`, lasting: code >= 500 }
}

function networkFailure(error: Error, code: string): MailFailure {
  if (code === 'EDNS' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { words: 'has no address that DNS knows', lasting: false }
  if (code === 'ECONNECTION') return { words: 'hung up', lasting: false }
  if (code === 'EPROTOCOL') return { words: 'does not speak SMTP', lasting: true }
  const syscall = 'syscall' in error ? { syscall: error.syscall } : {}
  const failure = named(Object.assign(new Error(error.message), { code }, syscall))
  if (!(failure instanceof ConversationError)) return fault(error)
  return { words: `could not be reached: ${failure.message}`, lasting: failure.reason === 'not-tls' }
}

/** Errors that nobody has named may quote the configuration: only their kind is told. */
function fault(thrown: unknown): MailFailure {
  const kind = thrown instanceof Error ? `${thrown.name} ${factsOf(thrown).code}`.trim() : typeof thrown
  return { words: `could not be used for a fault in this program (${kind})`, lasting: true }
}

function factsOf(error: Error): Facts {
  const text = (key: string): string => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? value : ''
  }
  const code: unknown = Reflect.get(error, 'responseCode')
  return {
    // nodemailer puts its own code in the place of the system's.
    code: text('originalCode') || text('code'),
    command: text('command'),
    reply: typeof code === 'number' ? { code, text: text('response') } : null,
  }
}

/** A server's words with a mark in the place of every secret, as it stands and in Base64, as AUTH sends it. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64')])
  const found = forms.filter((form) => form !== '').toSorted((a, b) => b.length - a.length)
  return found.reduce((left, form) => left.replaceAll(new RegExp(literally(form), 'giu'), '***'), text)
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
}
