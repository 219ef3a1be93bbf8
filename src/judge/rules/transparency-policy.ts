import { dayMs } from '../../model/certificate.ts'
import {
  appleVerdict,
  chromeVerdict,
  type CtCase,
  type CtVerdict,
  oldestListDays,
} from '../../model/ct-policy.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { listed, shortened } from '../../model/text.ts'
import { sctsOf } from '../../model/transparency.ts'
import { install } from '../command.ts'
import { aboutLeaves, type Remark } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { demandsScts, logName } from '../transparency.ts'

/** The SCTs satisfy the policies of Chrome and Apple as they are now. */
export const transparencyPolicy: Rule = {
  id: 'transparency/policy',
  severity: 'warning',
  title: "The signed certificate timestamps satisfy the browsers' policies",
  help: `Chrome and Apple demand signed certificate timestamps (SCTs) of several logs, run by different operators and
approved by each of them: two for a certificate of up to 180 days, three for one that lives longer. Logs come and go,
so that a certificate can fall short during its life. This rule judges by the lists of logs that both publish, and says
in a notice when a list could not be fetched or is more than 70 days old; then nothing is known.

**What to do.** Have the certificate issued again: the CA picks logs that count today. The policies:
<https://googlechrome.github.io/CertificateTransparency/ct_policy.html>, <https://support.apple.com/103214>.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, (delivery) => {
      const { notBefore, notAfter } = delivery.leaf
      if (!demandsScts(delivery, now) || notBefore === null || notAfter === null) return null
      const subject: CtCase = { evidence: delivery.transparency, notBefore, notAfter, now }
      const verdicts = { Chrome: chromeVerdict(subject), Apple: appleVerdict(subject) }
      const shortfalls = Object.entries(verdicts).flatMap(([name, verdict]) =>
        verdict.compliant === false ? [`for ${name} it ${verdict.lacks}`] : [],
      )
      if (sctsOf(delivery.transparency).length === 0 || shortfalls.length === 0)
        return unjudged(delivery, verdicts, now)
      return {
        says: `is not logged as browsers demand: ${listed(shortfalls)}`,
        fix: `Have the certificate issued again and ${install(target)}; the CA picks logs that count today.`,
        evidence: {
          chrome: verdicts.Chrome.compliant,
          apple: verdicts.Apple.compliant,
          logs: sctsOf(delivery.transparency)
            .slice(0, shownLimits.evidenceTexts)
            .map((sct) => shortened(logName(sct))),
        },
      }
    })
  },
}

/** A list that was wanted and not to be had: then there is no verdict, and that is said. */
function unjudged(
  { transparency: { lists } }: Delivery,
  verdicts: Readonly<Record<'Chrome' | 'Apple', CtVerdict>>,
  now: Date,
): Remark | null {
  const { chrome, apple } = lists
  const missing = [chrome, apple].some((list) =>
    list.known ? now.getTime() - list.value.getTime() > oldestListDays * dayMs : list.reason !== 'not-asked',
  )
  if (!missing) return null
  const causes = Object.entries(verdicts).flatMap(([name, verdict]) =>
    verdict.compliant === null ? [`for ${name}, ${shortened(verdict.because)}`] : [],
  )
  return {
    says: `cannot be judged by the policies on Certificate Transparency: ${listed(causes)}`,
    fix: 'Let this machine reach www.gstatic.com and valid.apple.com over HTTPS, or set `transparency: { log_list_url: … }`.',
    evidence: { chrome: verdicts.Chrome.compliant, apple: verdicts.Apple.compliant },
    raised: 'notice',
  }
}
