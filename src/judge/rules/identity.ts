import type { Name } from '../../model/certificate.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { shortened } from '../../model/text.ts'
import { install } from '../command.ts'
import { calledBy, quoted } from '../naming.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** The issuer is the one the user expects. */
export const identityIssuer: Rule = {
  id: 'identity/issuer',
  severity: 'error',
  title: 'The certificate comes from the expected issuer',
  help: `\`expect: { issuer: … }\` names an organisation or common name, and the issuer of the certificate has neither.
The whole name is compared, ignoring case. Prefer the organisation: CAs pick their intermediates, and so the common
name, at random.

**What to do.** Find out who ordered the certificate. If the change is wanted, change \`expect\`.`,

  judge(observation: Observation, { expect: { issuer } }: Policy): Verdict | null {
    if (issuer === null) return null
    return aboutLeaves(observation, ({ leaf }) => {
      if (bears(leaf.issuer, issuer)) return null
      return {
        says: `was issued by ${described(leaf.issuer)}, not by ${quoted(issuer)}`,
        fix: `Find out who ordered this certificate. If the new issuer is wanted, change \`expect: { issuer: … }\`.`,
        evidence: { issuer: described(leaf.issuer), expected: shortened(issuer) },
      }
    })
  },
}

/** The key is one of those the user pinned. */
export const identityPin: Rule = {
  id: 'identity/pin',
  severity: 'error',
  title: 'The key of the certificate is one of those pinned',
  help: `\`expect: { spki_sha256: […] }\` lists the keys this endpoint may use, each as the base64 of SHA-256 over the
public key, and the certificate has another. Either somebody renewed with a new key, or somebody else answers.

**What to do.** If the new key is yours, add its pin from the message; if it is not, treat it as an intrusion. A
pin for a spare key, made before it is needed, keeps planned changes quiet. RFC 7469 §2.4.`,

  judge(observation: Observation, { expect: { spkiSha256: pins } }: Policy): Verdict | null {
    const { target } = observation
    if (pins.length === 0) return null
    return aboutLeaves(observation, ({ leaf }) => {
      if (pins.includes(leaf.spkiSha256)) return null
      return {
        says: `has the key ${leaf.spkiSha256}, which is none of those pinned`,
        fix: `If the key is yours, add \`${leaf.spkiSha256}\` to \`expect: { spki_sha256: […] }\`; if it is not, find out who answers, have a certificate issued for a pinned key and ${install(target)}.`,
        evidence: {
          spki_sha256: leaf.spkiSha256,
          pinned: pins.slice(0, shownLimits.evidenceTexts).map((pin) => shortened(pin)),
        },
      }
    })
  },
}

const naming: ReadonlySet<string> = new Set(['organizationName', 'commonName'])

function bears(name: Name, expected: string): boolean {
  const wanted = expected.trim().toLowerCase()
  return name.attributes.some(({ type, value }) => naming.has(type) && value.trim().toLowerCase() === wanted)
}

function described(name: Name): string {
  const organisation = name.attributes.findLast(({ type }) => type === 'organizationName')?.value
  return organisation === undefined ? calledBy(name) : `${calledBy(name)} of ${quoted(organisation)}`
}
