import type { Severity } from '../../model/finding.ts'
import { type Observation, type TlsVersion, tlsVersions } from '../../model/observation.ts'
import type { RuleId } from '../../model/rule-id.ts'
import type { Target } from '../../model/target.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { asDirective } from '../directives.ts'
import { aboutNegotiated } from '../negotiated.ts'
import { speaks, speaksAny, spokenVersions, versionList } from '../offered.ts'
import { protocolNames } from '../protocol-names.ts'
import type { Rule, Verdict } from '../rule.ts'

function fixFor(target: Target): string {
  return `Switch on TLS 1.2 and TLS 1.3 on the server, and the older versions off.${asDirective(target, 'versions')}`
}

/** What a scan found about versions, where the sentence holds for certain; silent without a scan. */
function aboutVersions({ tls, target }: Observation, says: (scan: TlsScan) => string | null): Verdict | null {
  const message = tls.known ? says(tls.value) : null
  if (!tls.known || message === null) return null
  return { message, fix: fixFor(target), evidence: { versions: spokenVersions(tls.value) } }
}

function lacks(version: TlsVersion, least: TlsVersion): boolean {
  return tlsVersions.indexOf(version) < tlsVersions.indexOf(least)
}

/** One rule for each version that nobody should speak any more: offered, or at least negotiated. */
function oldVersion(id: RuleId, severity: Severity, version: TlsVersion, name: string, help: string): Rule {
  return {
    id,
    severity,
    title: `${name} is not spoken`,
    help,
    judge(observation: Observation): Verdict | null {
      return (
        aboutVersions(observation, (scan) => (speaks(scan, version) === true ? `${name} is spoken` : null)) ??
        aboutNegotiated(
          observation,
          ({ protocol }) => protocol === version,
          () => `is answered with ${name}`,
          fixFor(observation.target),
        )
      )
    },
  }
}

const protocolSsl2: Rule = oldVersion(
  'protocol/ssl2',
  'error',
  'SSLv2',
  'SSL 2.0',
  `The server speaks SSL 2.0, which protects nothing and endangers even other servers with the same key
(DROWN).

**What to do.** Switch it off. RFC 6176.`,
)

const protocolSsl3: Rule = oldVersion(
  'protocol/ssl3',
  'error',
  'SSLv3',
  'SSL 3.0',
  `The server speaks SSL 3.0, whose padding can be used to read what it protects (POODLE).

**What to do.** Switch it off. RFC 7568.`,
)

const deprecated = (name: string): string => `The server speaks ${name}, deprecated since 2021 and refused by
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
    return (
      aboutVersions(observation, nothingCurrent) ??
      aboutNegotiated(
        observation,
        ({ protocol }) => lacks(protocol, 'TLSv1.2'),
        ({ protocol }) => `gets no better version than ${protocolNames[protocol]}`,
        fixFor(observation.target),
      )
    )
  },
}

function nothingCurrent(scan: TlsScan): string | null {
  const best = spokenVersions(scan).at(-1)
  if (best === undefined || speaksAny(scan, ['TLSv1.2', 'TLSv1.3']) !== false) return null
  return `Nothing better than ${protocolNames[best]} is spoken`
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
    const fix = `Switch on TLS 1.3 on the server.${asDirective(observation.target, 'versions')}`
    const scanned = aboutVersions(observation, withoutTls13)
    if (scanned !== null) return { ...scanned, fix }
    return aboutNegotiated(
      observation,
      ({ protocol }) => protocol === 'TLSv1.2',
      () => 'is answered with TLS 1.2 although it offers TLS 1.3',
      fix,
    )
  },
}

function withoutTls13(scan: TlsScan): string | null {
  if (speaks(scan, 'TLSv1.3') !== false || speaks(scan, 'TLSv1.2') !== true) return null
  return `TLS 1.3 is not spoken, only ${versionList(spokenVersions(scan))}`
}

/** What versions say for themselves. */
export const protocolRules: readonly Rule[] = [
  protocolSsl2,
  protocolSsl3,
  protocolTls10,
  protocolTls11,
  protocolNoCurrent,
  protocolNoTls13,
]
