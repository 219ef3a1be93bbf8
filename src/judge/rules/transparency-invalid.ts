import { dayMs } from '../../model/certificate.ts'
import { inUtc } from '../../model/duration.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { listed, shortened } from '../../model/text.ts'
import { type ObservedSct, type SctSource, sctsOf } from '../../model/transparency.ts'
import { install } from '../command.ts'
import { aboutLeaves, type Remark } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { demandsScts, logName } from '../transparency.ts'

/** Clocks differ; a log's time is no later than ours by more than this. */
const leewayMs = dayMs

/** Every SCT is signed by the log that it names, for this certificate, and not in the future. */
export const transparencyInvalid: Rule = {
  id: 'transparency/invalid',
  severity: 'error',
  title: 'The signed certificate timestamps verify',
  help: `A signed certificate timestamp (SCT) that came with the certificate was not signed for it by the log that it
names, lies in the future, or cannot be read. It proves nothing: browsers do not count it, and refuse the certificate
where too few others are left. A signature is called bad only where the log's key and the issuer are known.

**What to do.** Where the server sends SCTs in the TLS handshake or in a staple, let it read those that belong to the
certificate it serves now; where they stand in the certificate, have it issued again and tell the CA. RFC 6962 §3.2.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target, at } = observation
    return aboutLeaves(observation, (delivery): Remark | null => {
      if (!demandsScts(delivery, now)) return null
      const faults = [
        ...unreadable(delivery),
        ...sctsOf(delivery.transparency).flatMap((sct) => faultOf(sct, at) ?? []),
      ]
      if (faults.length === 0) return null
      return {
        says: `comes with signed certificate timestamps that prove nothing: ${listed(faults)}`,
        fix: `Have the certificate issued again, or let the server send the SCTs that belong to it, and ${install(target)}.`,
        evidence: { faults: faults.slice(0, shownLimits.evidenceTexts).map((fault) => shortened(fault)) },
      }
    })
  },
}

function unreadable({ transparency: { scts } }: Delivery): readonly string[] {
  return Object.entries(places).flatMap(([source, which]) => {
    const answer = scts[source as SctSource]
    if (answer.known || answer.reason !== 'malformed') return []
    return [`those in ${which} cannot be read (${shortened(answer.detail)})`]
  })
}

const places: Readonly<Record<SctSource, string>> = {
  embedded: 'it',
  tls: 'the TLS handshake',
  ocsp: 'the stapled OCSP answer',
}

function faultOf(sct: ObservedSct, at: Date): string | undefined {
  if (sct.signed === false) return `${logName(sct)} did not sign the one of ${inUtc(sct.timestamp)}`
  if (sct.timestamp.getTime() <= at.getTime() + leewayMs) return undefined
  return `that of ${logName(sct)} is of ${inUtc(sct.timestamp)}`
}
