import { daysLeft } from '../../model/certificate.ts'
import { fromNow, inUtc } from '../../model/duration.ts'
import type { Delivery, Observation, TrustPath } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { expectedName } from '../../model/target.ts'
import { bestPath, firstToExpire } from '../../model/trust.ts'
import { thenCheck } from '../command.ts'
import { called, nameOf } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { stageAt, thresholds } from '../thresholds.ts'

/**
 * An issuer on the best path ends soon, and before the leaf does: otherwise the leaf's own expiry comes first and
 * its renewal brings a new chain. Once it has ended, certificate/untrusted speaks, but for a file without a domain,
 * of whose trust no other rule says anything: there the chain counts as the file holds it, ended issuers included.
 */
export const chainExpiry: Rule = {
  id: 'chain/expiry',
  severity: 'warning',
  title: 'The chain holds for as long as the certificate',
  help: `An intermediate or root on the best path expires within \`warning_days\` (or, as an error, within
\`critical_days\`), and before the certificate itself. From then on clients refuse a certificate that looks healthy.
Only the path that lasts longest counts: an old cross-sign beside it does no harm. With \`auto\` the thresholds
follow the issuer's own life.

**What to do.** Ask the CA for its current chain and let the server send that; renewing usually brings it along. If
the root expires, move to another root. RFC 5280 §6.1.3.`,

  judge(observation: Observation, policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutChains(observation, (delivery) => {
      const path = bestPath(delivery, now) ?? (expectedName(target) === null ? onFile(delivery) : null)
      const issuer = path === null ? null : firstToExpire(path)
      const end = issuer?.notAfter ?? null
      const left = issuer === null ? null : daysLeft(issuer, now)
      if (issuer === null || end === null || left === null) return null
      const { notAfter } = delivery.leaf
      if (notAfter === null || notAfter <= end) return null
      const limits = thresholds(issuer, policy.expiry)
      const stage = stageAt(left, limits)
      if (stage === null) return null
      return {
        says: `depends on ${called(issuer)}, which ${left < 0 ? 'expired' : 'expires'} ${fromNow(end, now)}, on ${inUtc(end)}, before the certificate does`,
        fix: `Ask the CA for its current chain and let the server send that.${thenCheck(target, 'chain')}`,
        evidence: {
          issuer_fingerprint_sha256: issuer.sha256,
          issuer: nameOf(issuer),
          issuer_not_after: end.toISOString(),
          days_left: left,
          warning_days: limits.warningDays,
          critical_days: limits.criticalDays,
        },
        ...(stage === 'critical' ? { raised: 'error' } : {}),
      }
    })
  },
}

/** The path that comes closest to an anchor; without one, what stands above the leaf. */
function onFile({ chain, trust }: Delivery): Pick<TrustPath, 'certificates'> {
  return trust.paths[0] ?? { certificates: chain }
}
