import { caaIdentities } from '../../model/caa-identities.ts'
import { type CaaWord, caaWord } from '../../model/caa.ts'
import { attribute, type Certificate } from '../../model/certificate.ts'
import { dnsLimits } from '../../model/limits.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import { counted, listed } from '../../model/text.ts'
import { endsInPublicRoot } from '../../model/trust.ts'
import { quoted } from '../naming.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** CAA still permits the CA that issued; silent about CAs whose names in CAA records are not known. */
export const dnsCaa: Rule = {
  id: 'dns/caa',
  severity: 'warning',
  title: 'CAA permits the CA to issue the next certificate',
  help: `A CAA record of the domain, or of one above it, no longer permits the CA that issued this certificate. CAs look at
CAA only when they issue: the certificate is as good as before, but its next renewal will fail. Up to twenty names of a
public certificate are looked at, wildcards by \`issuewild\`. Parameters such as \`accounturi\` and \`validationmethods\`
(RFC 8657) are for the CA to judge. \`dns: { caa: false }\` asks nobody.

**What to do.** Add a record that permits the CA, or move to one that is permitted. RFC 8659.`,

  judge(observation: Observation): Verdict | null {
    return aboutLeaves(observation, (delivery) => {
      const organisation = attribute(delivery.leaf.issuer, 'organizationName')
      const identities = organisation === null ? null : caaIdentities(organisation)
      if (organisation === null || identities === null || !endsInPublicRoot(delivery)) return null
      const [first, ...others] = barriers(delivery, identities)
      if (first === undefined) return null
      const more = others.length === 0 ? '' : `, and ${counted(others.length, 'further name')} likewise`
      const asked = delivery.caa.length
      const all = asked < dnsLimits.caaNames ? asked : dnsNames(delivery.leaf)
      const left = all > asked ? ` (only ${asked} of its ${all} names were looked at)` : ''
      return {
        says: `cannot be renewed by ${quoted(organisation)}: CAA at ${first.at} ${told(first.word)} for ${quoted(first.name)}${more}${left}`,
        fix: fixFor(first, identities[0] ?? ''),
        evidence: {
          issuer_organisation: organisation,
          identities: identities.slice(0, 5),
          names_asked: asked,
          names_total: all,
          names: [first, ...others].map(({ name, at, word }) => ({
            name,
            caa_at: at,
            allowed: word.kind === 'forbidden' ? word.allowed.slice(0, 10) : [],
          })),
        },
      }
    })
  },
}

/** How many different DNS names it holds. */
function dnsNames({ alternativeNames }: Certificate): number {
  const names = alternativeNames.flatMap(({ kind, value }) => (kind === 'dns' ? [value.toLowerCase()] : []))
  return new Set(names).size
}

interface Barrier {
  readonly name: string
  readonly at: string
  readonly word: Extract<CaaWord, { kind: 'forbidden' | 'unknown-critical' }>
}

function barriers({ caa }: Delivery, identities: readonly string[]): readonly Barrier[] {
  return caa.flatMap(({ name, answer }): readonly Barrier[] => {
    if (!answer.known || answer.value.at === null) return []
    const word = caaWord(name, answer.value, identities)
    if (word.kind === 'open' || word.kind === 'permitted') return []
    return [{ name, at: answer.value.at, word }]
  })
}

function fixFor({ name, at, word }: Barrier, identity: string): string {
  if (word.kind === 'unknown-critical')
    return `Take the critical property ${quoted(word.tag)} out of the CAA records at ${at}, or ask the CA whether it knows it.`
  const record = name.startsWith('*.') ? 'issuewild' : 'issue'
  return `Add the record \`${at} IN CAA 0 ${record} "${identity}"\`, or have the next certificate issued by a CA that is permitted.`
}

function told(word: Barrier['word']): string {
  if (word.kind === 'unknown-critical')
    return `holds the critical property ${quoted(word.tag)}, which forbids every CA to issue`
  return word.allowed.length === 0
    ? 'permits nobody to issue'
    : `permits only ${listed(word.allowed)} to issue`
}
