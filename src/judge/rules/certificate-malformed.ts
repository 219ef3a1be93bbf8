import type { Certificate } from '../../model/certificate.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { counted, listed, shortened } from '../../model/text.ts'
import { bestPath } from '../../model/trust.ts'
import { install } from '../command.ts'
import { called } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** The certificate can be read to the last field. Beside endpoint/unanswered when not even its frame can. */
export const certificateMalformed: Rule = {
  id: 'certificate/malformed',
  severity: 'error',
  title: 'The certificate obeys its specification',
  help: `What was sent, or what the file holds, breaks the rules of DER or of X.509: a date in a form that is not
allowed, a field twice, bytes left over. Strict clients refuse it. A field that cannot be read spoils that field
only: everything else is judged as usual, and nothing is said of what is not known. Issuers count where the chain
needs them, strangers and roots do not; but whatever is sent and is no certificate at all makes many clients give up.

**What to do.** Have the certificate issued again, and tell whoever made it what the message says. RFC 5280 §4;
ITU-T X.690 §10.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { deliveries, target } = observation
    const fix = `Have the certificate issued again, correctly, and ${install(target)}.`
    if (!deliveries.known) {
      if (deliveries.reason !== 'malformed') return null
      const detail = shortened(deliveries.detail, 200)
      return {
        message: `No certificate can be read from what was sent: ${detail}`,
        fix,
        evidence: { detail },
      }
    }
    return aboutChains(observation, (delivery) => {
      const broken = needed(delivery, now).filter(({ problems }) => problems.length > 0)
      const said = broken
        .map((one) => sentence(one, delivery.leaf))
        .concat(delivery.unreadable.map(aboveLeaf))
      if (said.length === 0) return null
      const problems = broken.flatMap(({ problems }) => problems).concat(delivery.unreadable)
      return {
        says: `breaks its specification: ${listed(said)}`,
        fix,
        evidence: {
          problems: problems.slice(0, shownLimits.evidenceTexts).map((problem) => shortened(problem)),
        },
      }
    })
  },
}

/** The leaf and the issuers that its best path goes through; without a path, those that were sent. */
function needed(delivery: Delivery, now: Date): readonly Certificate[] {
  const path = bestPath(delivery, now)?.certificates.slice(1, -1)
  return [delivery.leaf, ...(path ?? delivery.chain.slice(1).filter(({ selfIssued }) => !selfIssued))]
}

function sentence(broken: Certificate, leaf: Certificate): string {
  const [first = '', ...others] = broken.problems
  const whose = broken === leaf ? '' : `in ${called(broken)}, `
  const more = others.length === 0 ? '' : ` and ${counted(others.length, 'more problem')}`
  return whose + shortened(first) + more
}

/** Most TLS libraries read every certificate of the message, and give up at the first they cannot. */
function aboveLeaf(problem: string): string {
  return `in what is sent above it, ${shortened(problem)}`
}
