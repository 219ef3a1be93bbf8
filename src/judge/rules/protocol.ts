import type { Severity } from '../../model/finding.ts'
import { type Observation, type TlsVersion, tlsVersions } from '../../model/observation.ts'
import type { RuleId } from '../../model/rule-id.ts'
import { aboutNegotiated } from '../negotiated.ts'
import { protocolNames } from '../protocol-names.ts'
import type { Rule, Verdict } from '../rule.ts'

const fix = 'Switch on TLS 1.2 and TLS 1.3 on the server, and the older versions off.'

function lacks(version: TlsVersion, least: TlsVersion): boolean {
  return tlsVersions.indexOf(version) < tlsVersions.indexOf(least)
}

/** One rule for each version that nobody should speak any more. */
function oldVersion(id: RuleId, severity: Severity, version: TlsVersion, name: string, help: string): Rule {
  return {
    id,
    severity,
    title: `${name} is not spoken`,
    help,
    judge(observation: Observation): Verdict | null {
      return aboutNegotiated(
        observation,
        ({ protocol }) => protocol === version,
        () => `is answered with ${name}`,
        fix,
      )
    },
  }
}

const protocolSsl2: Rule = oldVersion(
  'protocol/ssl2',
  'error',
  'SSLv2',
  'SSL 2.0',
  `The server answers with SSL 2.0, which protects nothing and endangers even other servers with the same key
(DROWN).

**What to do.** Switch it off. RFC 6176.`,
)

const protocolSsl3: Rule = oldVersion(
  'protocol/ssl3',
  'error',
  'SSLv3',
  'SSL 3.0',
  `The server answers with SSL 3.0, whose padding can be used to read what it protects (POODLE).

**What to do.** Switch it off. RFC 7568.`,
)

const deprecated = (
  name: string,
): string => `The server answers with ${name}, deprecated since 2021 and refused by
current browsers. It rests on SHA-1 and MD5.

**What to do.** Switch it off and offer TLS 1.2 and 1.3. RFC 8996.`

const protocolTls10: Rule = oldVersion(
  'protocol/tls1.0',
  'warning',
  'TLSv1',
  'TLS 1.0',
  deprecated('TLS 1.0'),
)

const protocolTls11: Rule = oldVersion(
  'protocol/tls1.1',
  'warning',
  'TLSv1.1',
  'TLS 1.1',
  deprecated('TLS 1.1'),
)

/** Current clients speak nothing older than TLS 1.2. */
const protocolNoCurrent: Rule = {
  id: 'protocol/no-tls1.2-or-1.3',
  severity: 'error',
  title: 'TLS 1.2 or TLS 1.3 is spoken',
  help: `A client that offers every version is answered with less than TLS 1.2: current clients cannot connect.

**What to do.** Switch on TLS 1.2 and 1.3; a server that has neither needs an update. RFC 9325 §3.1.1.`,

  judge(observation: Observation): Verdict | null {
    return aboutNegotiated(
      observation,
      ({ protocol }) => lacks(protocol, 'TLSv1.2'),
      ({ protocol }) => `gets no better version than ${protocolNames[protocol]}`,
      fix,
    )
  },
}

/** Silent below TLS 1.2, where protocol/no-tls1.2-or-1.3 speaks. */
const protocolNoTls13: Rule = {
  id: 'protocol/no-tls1.3',
  severity: 'notice',
  title: 'TLS 1.3 is spoken',
  help: `A client that offers TLS 1.3 is answered with TLS 1.2. That is safe with good suites, but slower, shows the
certificate to everybody on the way, and has no post-quantum key exchange.

**What to do.** Switch on TLS 1.3. RFC 9325 §3.1.1; RFC 8446.`,

  judge(observation: Observation): Verdict | null {
    return aboutNegotiated(
      observation,
      ({ protocol }) => protocol === 'TLSv1.2',
      () => 'is answered with TLS 1.2 although it offers TLS 1.3',
      'Switch on TLS 1.3 on the server.',
    )
  },
}

/** What the negotiated version says for itself. */
export const protocolRules: readonly Rule[] = [
  protocolSsl2,
  protocolSsl3,
  protocolTls10,
  protocolTls11,
  protocolNoCurrent,
  protocolNoTls13,
]
