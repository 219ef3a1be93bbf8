import type { Observation } from '../../model/observation.ts'
import type { RuleId } from '../../model/rule-id.ts'
import { shortened } from '../../model/text.ts'
import type { Features, TlsScan } from '../../model/tls-scan.ts'
import type { Rule, Verdict } from '../rule.ts'

const update = 'Update the TLS library of the server, or the load balancer before it.'

/** Found by a probe: a client without RFC 5746 was allowed to renegotiate. */
const insecureRenegotiation: Rule = {
  id: 'tls/insecure-renegotiation',
  severity: 'error',
  title: 'Renegotiation is refused or secure',
  help: `The server renegotiates without tying the new handshake to the old one: somebody in the middle can put words
of his own before those of a client. Found by a probe (\`probes: true\`).

**What to do.** Update the TLS library, or switch renegotiation off. RFC 5746; CVE-2009-3555.`,

  judge({ tls }: Observation): Verdict | null {
    if (!tls.known || !isInsecure(tls.value)) return null
    const probe = tls.value.probes['insecure-renegotiation']
    return {
      message: 'Renegotiation is accepted in its insecure form',
      fix: 'Update the TLS library, or switch renegotiation off.',
      evidence: { seen: probe.known ? shortened(probe.value.evidence, 300) : null, cve: 'CVE-2009-3555' },
    }
  },
}

function isInsecure({ probes }: TlsScan): boolean {
  const probe = probes['insecure-renegotiation']
  return probe.known && probe.value.vulnerable
}

interface Lacking {
  readonly id: RuleId
  readonly feature: 'secureRenegotiation' | 'extendedMasterSecret' | 'fallbackScsv'
  readonly key: string
  readonly title: string
  readonly message: string
  readonly help: string
  readonly fix: string
}

/** One rule for each extension a server below TLS 1.3 should have; what does not apply was not asked. */
function lacking({ id, feature, key, title, message, help, fix }: Lacking): Rule {
  return {
    id,
    severity: 'notice',
    title,
    help,
    judge({ tls }: Observation): Verdict | null {
      if (!tls.known || !isMissing(tls.value.features, feature)) return null
      // The graver rule speaks of the same thing
      if (feature === 'secureRenegotiation' && isInsecure(tls.value)) return null
      return { message, fix, evidence: { [key]: false } }
    },
  }
}

function isMissing(features: Features, feature: Lacking['feature']): boolean {
  const answer = features[feature]
  return answer.known && !answer.value
}

/** What a server below TLS 1.3 should be able to do, and what it must not. */
export const tlsRules: readonly Rule[] = [
  insecureRenegotiation,
  lacking({
    id: 'tls/no-secure-renegotiation',
    feature: 'secureRenegotiation',
    key: 'secure_renegotiation',
    title: 'Secure renegotiation is supported',
    message: 'Secure renegotiation is not supported',
    help: `The server does not answer the extension that ties a new handshake to the old one. A client cannot tell
whether somebody in the middle has begun the connection; some refuse to connect. In TLS 1.3 there is no
renegotiation, and this rule does not apply.

**What to do.** ${update} RFC 5746 §3.4.`,
    fix: update,
  }),
  lacking({
    id: 'tls/no-extended-master-secret',
    feature: 'extendedMasterSecret',
    key: 'extended_master_secret',
    title: 'Keys are bound to the whole handshake',
    message: 'The extended master secret is not supported',
    help: `Below TLS 1.3 keys depend on two random values only, unless the server supports this extension: two sessions
with two parties can be given the same keys (triple handshake). TLS 1.3 has it built in, and this rule does not apply.

**What to do.** ${update} RFC 7627.`,
    fix: update,
  }),
  lacking({
    id: 'tls/fallback-scsv',
    feature: 'fallbackScsv',
    key: 'fallback_scsv',
    title: 'A needless fall back to an older version is refused',
    message: 'A client that falls back to an older version is not told that it need not (TLS_FALLBACK_SCSV)',
    help: `Some clients try an older version when a handshake fails, which somebody in the middle can bring about. A
server that knows TLS_FALLBACK_SCSV tells them that something is wrong. Where there is no older version to fall back
to, this rule does not apply.

**What to do.** Switch the older versions off, or update the TLS library. RFC 7507 §3.`,
    fix: 'Switch the older versions off, or update the TLS library of the server.',
  }),
]
