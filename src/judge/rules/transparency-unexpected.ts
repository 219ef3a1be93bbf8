import { caaIdentities } from '../../model/caa-identities.ts'
import { caaWord } from '../../model/caa.ts'
import { attribute, type Name } from '../../model/certificate.ts'
import { inUtc } from '../../model/duration.ts'
import type { Comparison } from '../../model/history.ts'
import { shownLimits } from '../../model/limits.ts'
import type { LogEntryFound } from '../../model/logged.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { plainOrganisation } from '../../model/remembered-certificate.ts'
import { counted, shortened } from '../../model/text.ts'
import { quoted } from '../naming.ts'
import { aboutLeaves } from '../remark.ts'
import type { ChangeRule, Verdict } from '../rule.ts'

/** No CA has issued for the host but those that are known here; the first search is the baseline. */
export const transparencyUnexpected: ChangeRule = {
  id: 'transparency/unexpected',
  severity: 'warning',
  title: 'Only known CAs have issued certificates for the host',
  help: `The logs hold a certificate in force for this host by a CA that none of its certificates came from: not what is
served, nor what the history remembers, nor what stood in the logs when they were first searched; neither
\`expect: { issuer: … }\` nor a CAA record names it. Somebody ordered it: a colleague, a provider in front of the server,
or somebody who took over the name. Needs \`transparency: { lookup: true }\` and a history.

**What to do.** Find out who ordered it. If it is nobody of yours, have the CA revoke it, and limit CAs by CAA (RFC 8659).
If it is, name the CA in a CAA record or in \`expect\`.`,

  judge(comparison: Comparison, observation: Observation, policy: Policy): Verdict | null {
    const baseline = comparison.before?.heard.issuers
    if (baseline == null || !observation.deliveries.known) return null
    const known = new Set(
      [
        ...baseline,
        ...observation.deliveries.value.flatMap(({ leaf }) => namesOf(leaf.issuer)),
        ...(comparison.before?.certificates ?? []).map(({ issuerOrganisation }) => issuerOrganisation),
        ...(policy.expect.issuer === null ? [] : [policy.expect.issuer]),
      ].map(plainOrganisation),
    )
    return aboutLeaves(observation, (delivery) => {
      const { logged } = delivery
      // Whom CAA permits is not known: nobody is called unexpected for that.
      if (!logged.known || delivery.caa.some(isUnanswered)) return null
      const strange = logged.value.others.filter((entry) => {
        return !known.has(plainOrganisation(entry.issuer)) && !permitted(entry, delivery)
      })
      const [newest, ...others] = strange
      if (newest === undefined) return null
      const more = others.length === 0 ? '' : `, and ${counted(others.length, 'more', 'more')}`
      return {
        says: `is not the only one for this host: ${quoted(newest.issuer)}, which is not known here, issued one on ${inUtc(newest.notBefore)}${more}`,
        fix: 'Find out who ordered it. If nobody of yours did, have that CA revoke it; if it is wanted, name the CA in a CAA record.',
        evidence: { unexpected: strange.slice(0, shownLimits.evidenceTexts).map(proof) },
      }
    })
  },
}

function namesOf(name: Name): readonly string[] {
  return [attribute(name, 'organizationName'), attribute(name, 'commonName')].flatMap((value) => value ?? [])
}

function isUnanswered({ answer }: Delivery['caa'][number]): boolean {
  return !answer.known && answer.reason !== 'not-asked'
}

/** By name, in a record: that nobody forbids it is no permission here. */
function permitted({ issuer }: LogEntryFound, { caa }: Delivery): boolean {
  const identities = caaIdentities(issuer)
  if (identities === null) return false
  return caa.some(
    ({ name, answer }) => answer.known && caaWord(name, answer.value, identities).kind === 'permitted',
  )
}

function proof({
  id,
  issuerName,
  serial,
  names,
  notBefore,
  notAfter,
}: LogEntryFound): Record<string, string | number | readonly string[]> {
  return {
    log_entry: id,
    issuer_name: issuerName,
    serial: shortened(serial),
    names: names.slice(0, shownLimits.evidenceTexts).map((name) => shortened(name)),
    not_before: notBefore.toISOString(),
    not_after: notAfter.toISOString(),
  }
}
