import type { Reason } from '../model/answer.ts'
import type { Finding } from '../model/finding.ts'
import type { Assessment } from '../model/report.ts'
import type { RuleId } from '../model/rule-id.ts'
import { vulnerabilityTitles } from './vulnerability-words.ts'

/** What a rule found, in the few words that fit a table; a rule without an entry speaks by its id. */
const phrases: Readonly<Partial<Record<RuleId, string>>> = {
  'endpoint/unanswered': 'no answer',
  'certificate/expired': 'expired',
  'certificate/expiry': 'expires soon',
  'certificate/not-yet-valid': 'not valid yet',
  'certificate/hostname': 'wrong name',
  'certificate/self-signed': 'self-signed',
  'certificate/untrusted': 'not trusted',
  'certificate/revoked': 'revoked',
  'certificate/weak-key': 'weak key',
  'certificate/weak-signature': 'weak signature',
  'certificate/lifetime': 'lives too long',
  'certificate/names': 'unusual names',
  'certificate/key-usage': 'not meant for servers',
  'certificate/ca-as-leaf': 'a CA certificate',
  'certificate/must-staple': 'no staple, though demanded',
  'certificate/malformed': 'malformed',
  'chain/incomplete': 'intermediate missing',
  'chain/order': 'chain out of order',
  'chain/extra': 'needless certificate sent',
  'chain/root-sent': 'root sent needlessly',
  'chain/expiry': 'intermediate expires soon',
  'chain/weak-signature': 'weak signature in the chain',
  'identity/issuer': 'unexpected issuer',
  'identity/pin': 'unexpected key',
  'protocol/ssl2': 'speaks SSL 2',
  'protocol/ssl3': 'speaks SSL 3',
  'protocol/tls1.0': 'speaks TLS 1.0',
  'protocol/tls1.1': 'speaks TLS 1.1',
  'protocol/no-tls1.2-or-1.3': 'no modern TLS',
  'protocol/no-tls1.3': 'no TLS 1.3',
  'cipher/null': 'no encryption',
  'cipher/anonymous': 'anonymous cipher',
  'cipher/export': 'export cipher',
  'cipher/weak': 'weak cipher',
  'cipher/rc4': 'RC4',
  'cipher/block64': '64-bit block cipher',
  'cipher/no-forward-secrecy': 'no forward secrecy',
  'cipher/no-aead': 'no authenticated cipher',
  'cipher/order': 'weak ciphers come first',
  'key-exchange/weak-dh': 'weak Diffie-Hellman group',
  'key-exchange/common-prime': 'Diffie-Hellman prime shared by many',
  'key-exchange/no-post-quantum': 'no post-quantum key exchange',
  'tls/insecure-renegotiation': 'insecure renegotiation',
  'tls/no-secure-renegotiation': 'no secure renegotiation',
  'tls/no-extended-master-secret': 'no extended master secret',
  'tls/fallback-scsv': 'downgrades go unnoticed',
  'http/hsts': 'no HSTS',
  'transparency/missing': 'in no transparency log',
  'transparency/invalid': 'forged or broken SCT',
  'transparency/policy': 'too few transparency logs',
  'transparency/unlogged': 'not found in the logs',
  'transparency/undeployed': 'renewed, not installed',
  'transparency/unexpected': 'issued by an unknown CA',
  'revocation/unavailable': 'revocation not known',
  'revocation/stapling': 'useless staple',
  'renewal/overdue': 'renewal overdue',
  'renewal/requested': 'CA wants it replaced',
  'renewal/late': 'later than usual',
  'dns/caa': 'CAA forbids renewal',
  'dns/dane': 'not what TLSA names',
  'change/rotated': 'new certificate',
  'change/issuer': 'new CA',
  'change/key': 'new kind of key',
  'change/names-lost': 'names dropped',
  'change/rolled-back': 'old certificate is back',
  'change/downgraded': 'weaker than before',
  'change/alternating': 'certificates take turns',
}

const vulnerabilities: ReadonlyMap<string, string> = new Map(
  Object.entries(vulnerabilityTitles).map(([name, title]) => [`vulnerability/${name}`, title]),
)

const silences: Readonly<Record<Reason, string>> = {
  unresolved: 'name does not resolve',
  refused: 'connection refused',
  unreachable: 'unreachable',
  'timed-out': 'timed out',
  reset: 'connection reset',
  closed: 'hung up',
  'refused-handshake': 'handshake refused',
  'not-tls': 'does not speak TLS',
  'starttls-refused': 'STARTTLS refused',
  'proxy-refused': 'proxy refused',
  malformed: 'malformed answer',
  blocked: 'blocked by configuration',
  unreadable: 'file unreadable',
  'wrong-password': 'wrong password',
  'not-asked': 'not asked',
  'not-observed': 'not checked',
  bug: 'fault in this program',
}

/** A network reason in a few words. */
export function silence(reason: Reason): string {
  return silences[reason]
}

/** A finding in a few words. */
export function phrase(rule: RuleId): string {
  return phrases[rule] ?? vulnerabilities.get(rule) ?? rule
}

/** A finding in a few words, as its endpoint's row tells it: one without any answer says why. */
export function trouble(finding: Finding, { observation }: Assessment): string {
  const { deliveries } = observation
  if (finding.rule !== 'endpoint/unanswered') return phrase(finding.rule)
  return deliveries.known ? 'not fully answered' : silence(deliveries.reason)
}

/** The findings that make an endpoint need somebody: neither waived nor mere notices. */
export function counting(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity, waivedUntil }) => severity !== 'notice' && waivedUntil === null)
}

/** The findings that a waiver silences, notices left aside. */
export function waivedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity, waivedUntil }) => severity !== 'notice' && waivedUntil !== null)
}

/** Whether the finding only says that a certificate is new: `sinceLastRun` tells of that, and it needs nobody. */
export function isNews({ rule, severity }: Finding): boolean {
  return rule === 'change/rotated' && severity === 'notice'
}

/** Whether nothing is known of the endpoint and no finding or waiver speaks for it: that is not health. */
export function unchecked({ observation, findings }: Assessment): boolean {
  return !observation.deliveries.known && counting(findings).length + waivedFindings(findings).length === 0
}

/** Whether a gate made notices of what is wrong with it: then it is no matter of the change, and yet not healthy. */
export function isDemoted({ status, judged }: Assessment): boolean {
  return status !== judged
}

/** How a verdict counts endpoints by their worst finding, in the order it names them. */
const kinds: readonly { readonly of: RegExp; readonly one: string; readonly many: string }[] = [
  { of: /^certificate\/expired$/u, one: 'expired', many: 'expired' },
  { of: /\/expiry$/u, one: 'expires soon', many: 'expire soon' },
  { of: /^certificate\/revoked$/u, one: 'revoked', many: 'revoked' },
  { of: /^certificate\/not-yet-valid$/u, one: 'not valid yet', many: 'not valid yet' },
  { of: /^certificate\/hostname$/u, one: 'with the wrong name', many: 'with the wrong name' },
  {
    of: /\/(self-signed|untrusted|incomplete)$|^transparency\/(missing|invalid)$/u,
    one: 'not trusted',
    many: 'not trusted',
  },
  { of: /^identity\//u, one: 'not as expected', many: 'not as expected' },
  {
    of: /^(protocol|cipher|key-exchange|vulnerability|tls)\/|\/weak-/u,
    one: 'with weak cryptography',
    many: 'with weak cryptography',
  },
  { of: /^change\//u, one: 'changed for the worse', many: 'changed for the worse' },
  { of: /^endpoint\/unanswered$/u, one: 'does not answer', many: 'do not answer' },
  { of: /^/u, one: 'with another fault', many: 'with other faults' },
]

/** `2 expired, 1 does not answer`: each endpoint counted once, by its worst finding. */
export function troubleCounts(assessments: readonly Assessment[]): string {
  const worst = assessments.flatMap(({ findings }) => counting(findings)[0]?.rule ?? [])
  const found = worst.map((rule) => kinds.findIndex(({ of }) => of.test(rule)))
  return kinds
    .map(({ one, many }, index) => {
      const count = found.filter((kind) => kind === index).length
      return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
    })
    .filter((part) => part !== '')
    .join(', ')
}
