import { dayMs } from '../../model/certificate.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { shortened } from '../../model/text.ts'
import { sctsOf } from '../../model/transparency.ts'
import { install } from '../command.ts'
import { aboutLeaves, type Remark } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { demandsScts } from '../transparency.ts'

/** A log has a day to publish what it promised, and the search follows within hours. */
const graceMs = dayMs

/** The logs hold the certificate that is served, as far as a search service knows them. */
export const transparencyUnlogged: Rule = {
  id: 'transparency/unlogged',
  severity: 'warning',
  title: 'The certificate stands in the logs',
  help: `With \`transparency: { lookup: true }\` a search service, crt.sh, is asked what the logs of Certificate
Transparency hold for the domain. It knows neither the certificate, by issuer and serial number, nor its precertificate,
a day after it was issued. Either the search lags behind, or the certificate was kept from the logs, as one that must
not be seen would be. A search that fails is a notice and says nothing about the certificate.

**What to do.** Search for the serial number at another service. If it stands nowhere, ask the CA, and have the
certificate issued again. RFC 6962 §3.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, (delivery): Remark | null => {
      const { logged, leaf } = delivery
      if (!demandsScts(delivery, now)) return null
      if (!logged.known) return logged.reason === 'not-asked' ? null : unsearched(logged)
      const since = promisedAt(delivery)
      const { own, searchedAt } = logged.value
      if (own.length > 0 || since === null || searchedAt.getTime() < since + graceMs) return null
      return {
        says: 'stands in no log of Certificate Transparency that the search knows',
        fix: `Search for the serial number ${shortened(leaf.serial)} at another service. If it stands nowhere, have the certificate issued again and ${install(target)}.`,
        evidence: { serial: shortened(leaf.serial), searched_at: searchedAt.toISOString() },
      }
    })
  },
}

/** When the last log promised to publish it, or it began to be valid. */
function promisedAt({ leaf, transparency }: Delivery): number | null {
  if (leaf.notBefore === null) return null
  return Math.max(
    leaf.notBefore.getTime(),
    ...sctsOf(transparency).map(({ timestamp }) => timestamp.getTime()),
  )
}

function unsearched({ reason, detail }: { readonly reason: string; readonly detail: string }): Remark {
  return {
    says: `could not be looked up in the logs of Certificate Transparency: ${shortened(detail, 200)}`,
    fix: 'Nothing is left to do: the next run searches again. `transparency: { search_url: … }` names another service.',
    evidence: { reason, detail: shortened(detail, 200) },
    raised: 'notice',
  }
}
