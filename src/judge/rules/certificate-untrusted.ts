import type { Certificate } from '../../model/certificate.ts'
import { fromNow, inUtc } from '../../model/duration.ts'
import type { Evidence } from '../../model/finding.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { listed, shortened } from '../../model/text.ts'
import { trustAt, type TrustVerdict } from '../../model/trust.ts'
import { thenCheck } from '../command.ts'
import { called, nameOf, quoted } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

type Reason = Extract<TrustVerdict, { trusted: false }>['obstacle']

/**
 * No path from the leaf to an anchor holds now. Self-signed leaves and incomplete chains have rules of their own,
 * and the leaf's dates are not this rule's business.
 */
export const certificateUntrusted: Rule = {
  id: 'certificate/untrusted',
  severity: 'error',
  title: 'The certificate leads to a trusted root',
  help: `No chain of issuers leads from the certificate to a root in the store: the root is unknown, an issuer is
missing and nothing says where to get it, the chain breaks a rule (a signature that does not fit, a CA that is
none, a name outside its constraints), or an issuer has expired. The message says which.

**What to do.** For an internal CA list its root under \`trust: { ca_files: […] }\`. For a public one install the
chain that came with the certificate. For an expired issuer ask the CA for the current one. \`check_chain: false\`
silences this rule for a target. RFC 5280 §6.`,

  judge(observation: Observation, policy: Policy, now: Date): Verdict | null {
    return aboutChains(observation, (delivery) => {
      const trust = trustAt(delivery, policy.expect.spkiSha256, now)
      if (trust.trusted) return null
      const said = explained(trust.obstacle, now)
      if (said === null) return null
      const [says, fix, evidence] = said
      return { says: `is not trusted: ${says}`, fix: fix + thenCheck(observation.target, 'chain'), evidence }
    })
  },
}

const ownCa = 'If the CA is your own, list its root under `trust: { ca_files: […] }` of the domain;'

function explained(obstacle: Reason, now: Date): readonly [says: string, fix: string, Evidence] | null {
  switch (obstacle.kind) {
    case 'self-signed':
      return null // certificate/self-signed speaks
    case 'issuer-missing':
      if (obstacle.named !== null) return null // chain/incomplete speaks
      return [
        `its issuer ${quoted(obstacle.issuer)} is neither sent nor known, and nothing says where to get it`,
        `${ownCa} otherwise let the server send the whole chain that the CA delivered.`,
        { reason: obstacle.kind, issuer: shortened(obstacle.issuer) },
      ]
    case 'unknown-root':
      return [
        `it leads to the root ${quoted(obstacle.root)}, which is in no store`,
        `${ownCa} otherwise install a certificate from a public CA.`,
        { reason: obstacle.kind, root: shortened(obstacle.root) },
      ]
    case 'invalid':
      return [
        shortened(obstacle.detail, 200),
        'Install the chain that the CA delivered with this certificate, or have it issued again.',
        { reason: obstacle.kind, detail: shortened(obstacle.detail, 200) },
      ]
    case 'out-of-date':
      return [
        obstacle.issuers.length === 0
          ? 'no path leads to a root'
          : listed(obstacle.issuers.map((issuer) => outOfDate(issuer, now))),
        'Ask the CA for its current intermediate certificates and let the server send those.',
        { reason: obstacle.kind, issuers: obstacle.issuers.map(proof) },
      ]
  }
}

function outOfDate(issuer: Certificate, now: Date): string {
  const { notBefore, notAfter } = issuer
  if (notAfter !== null && notAfter < now)
    return `its issuer ${called(issuer)} expired ${fromNow(notAfter, now)}, on ${inUtc(notAfter)}`
  if (notBefore !== null && notBefore > now)
    return `its issuer ${called(issuer)} is valid only from ${inUtc(notBefore)} on`
  return `the validity of its issuer ${called(issuer)} cannot be read`
}

function proof(issuer: Certificate): Evidence {
  return {
    fingerprint_sha256: issuer.sha256,
    name: nameOf(issuer),
    not_before: issuer.notBefore?.toISOString() ?? null,
    not_after: issuer.notAfter?.toISOString() ?? null,
  }
}
