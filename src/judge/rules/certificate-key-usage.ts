import type { Certificate } from '../../model/certificate.ts'
import type { Observation, Sighting } from '../../model/observation.ts'
import { listed } from '../../model/text.ts'
import { install } from '../command.ts'
import { aboutLeaves, type Remark } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** anyExtendedKeyUsage by name and by number: RFC 5280 §4.2.1.12. */
const serverUses: ReadonlySet<string> = new Set(['serverAuth', 'anyExtendedKeyUsage', '2.5.29.37.0'])

/** The certificate may be used for what the server uses it for. */
export const certificateKeyUsage: Rule = {
  id: 'certificate/key-usage',
  severity: 'warning',
  title: 'The certificate may be used for a TLS server',
  help: `As an error: the extended key usage does not include \`serverAuth\`, and clients refuse the certificate. As a
warning: the key usage lacks the bit that the negotiated key exchange needs (\`digitalSignature\` for TLS 1.3 and
(EC)DHE, \`keyEncipherment\` for RSA key exchange, \`keyAgreement\` for static (EC)DH), and strict clients refuse it.
Without these extensions every use is allowed.

**What to do.** Have the certificate issued again from a profile for TLS servers. A \`rules:\` entry sets the
severity of the warning stage; \`off\` silences both. RFC 5280 §4.2.1.3 and §4.2.1.12; RFC 5246 §7.4.2.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    const fix = `Have the certificate issued again from a profile for TLS servers and ${install(target)}.`
    return aboutLeaves(
      observation,
      ({ leaf, sightings }) => excluded(leaf, fix) ?? lacking(leaf, sightings, fix),
    )
  },
}

function excluded({ extendedKeyUsage }: Certificate, fix: string): Remark | null {
  if (extendedKeyUsage === null || extendedKeyUsage.some((use) => serverUses.has(use))) return null
  const uses = listed(extendedKeyUsage)
  return {
    raised: 'error',
    says: `may not be used for a TLS server: its extended key usage is ${uses === '' ? 'empty' : uses}`,
    fix,
    evidence: { extended_key_usage: uses },
  }
}

function lacking({ keyUsage }: Certificate, sightings: readonly Sighting[], fix: string): Remark | null {
  if (keyUsage === null) return null
  const missing = sightings.flatMap((sighting) => {
    const bit = neededBit(sighting)
    return bit === null || keyUsage.includes(bit) ? [] : [{ bit, suite: sighting.suite.name }]
  })
  const [first] = missing
  if (first === undefined) return null
  const uses = listed(keyUsage)
  return {
    says: `lacks the key usage ${first.bit}, which ${listed([first.suite])} needs; it has ${uses === '' ? 'none' : uses}`,
    fix,
    evidence: { key_usage: uses, missing: first.bit, suite: listed([first.suite]) },
  }
}

/** RFC 5246 §7.4.2, RFC 8422 §5.3, RFC 8446 §4.4.2.2; `null` for exchanges that do not use the certificate's key. */
function neededBit({ protocol, suite }: Sighting): string | null {
  if (protocol === 'TLSv1.3' || /^TLS_(EC)?DHE_(RSA|ECDSA|DSS)_/.test(suite.name)) return 'digitalSignature'
  if (/^TLS_RSA_(WITH|EXPORT)/.test(suite.name)) return 'keyEncipherment'
  return /^TLS_(EC)?DH_(RSA|ECDSA|DSS)_/.test(suite.name) ? 'keyAgreement' : null
}
