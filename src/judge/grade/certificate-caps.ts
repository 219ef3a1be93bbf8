import { matchHostname } from '../../model/hostname-match.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { expectedName, type Target } from '../../model/target.ts'
import { bestPath, trustAt } from '../../model/trust.ts'
import { told } from '../naming.ts'
import { revokedIn } from '../revoked.ts'
import { cap, type Cap } from './cap.ts'
import { keyEquivalent } from './rsa-equivalent.ts'

/**
 * The guide's certificate inspection, chain by chain: trust (T), name (M), keys and signatures. What the policy
 * silences, and what the user pinned or listed as an anchor, is no fault here either.
 */
export function certificateCaps(observation: Observation, policy: Policy, now: Date): readonly Cap[] {
  const { deliveries, target } = observation
  if (!deliveries.known) return []
  const several = deliveries.value.length > 1
  return deliveries.value.flatMap((delivery) => {
    const says = several ? told(delivery) : 'the certificate'
    const trust = isOpportunistic(target)
      ? []
      : [
          validity(delivery, says, now),
          revocation(delivery, says, now),
          trustCap(delivery, says, policy, now),
          sha1(delivery, says, now),
          name(delivery, says, target, policy),
        ]
    return [...trust, ...strength(delivery, says, now)].filter((one) => one !== null)
  })
}

/**
 * Between mail servers a certificate that nobody can verify is the rule, and better than none (RFC 7435): there the
 * configuration is graded, and trust has findings of its own.
 */
function isOpportunistic(target: Target): boolean {
  return target.kind === 'endpoint' && target.starttls === 'smtp' && target.port === 25
}

const inspection = 'certificate inspection'

function validity({ leaf }: Delivery, says: string, now: Date): Cap | null {
  if (leaf.notAfter !== null && now > leaf.notAfter)
    return cap('T', 'Renew the certificate', `${says} has expired`, inspection)
  if (leaf.notBefore !== null && leaf.notBefore > now)
    return cap('T', 'Put the previous certificate back', `${says} is not valid yet`, inspection)
  return null
}

function revocation(delivery: Delivery, says: string, now: Date): Cap | null {
  const [first] = revokedIn(delivery, now)
  if (first === undefined) return null
  return first.certificate.sha256 === delivery.leaf.sha256
    ? cap('T', 'Have a new certificate issued', `${says} has been revoked`, inspection)
    : cap(
        'T',
        "Install the CA's current chain",
        `${says} depends on an issuer that has been revoked`,
        inspection,
      )
}

function trustCap(delivery: Delivery, says: string, policy: Policy, now: Date): Cap | null {
  if (!policy.checkChain) return null
  const trust = trustAt(delivery, policy.expect.spkiSha256, now)
  if (trust.trusted) return null
  const { obstacle } = trust
  if (obstacle.kind === 'self-signed')
    return cap('T', 'Install a certificate from a CA, or pin its key', `${says} is self-signed`, inspection)
  // Most browsers find it by themselves, which is why the guide is lenient
  if (obstacle.kind === 'issuer-missing' && obstacle.named !== null)
    return cap('B', 'Send the whole chain', `${says} comes without its intermediate`, '2009i')
  return cap('T', 'Send the chain that the CA delivered', `${says} leads to no trusted root`, inspection)
}

function name({ leaf }: Delivery, says: string, target: Target, policy: Policy): Cap | null {
  const host = expectedName(target)
  if (!policy.verifyHostname || host === null || matchHostname(leaf.alternativeNames, host).matches)
    return null
  return cap('M', `Have a certificate issued for ${host}`, `${says} is not good for it`, inspection)
}

function sha1(delivery: Delivery, says: string, now: Date): Cap | null {
  if (!signedHashes(delivery, now).includes('SHA-1')) return null
  return cap(
    'T',
    'Have the certificate issued again with SHA-256',
    `${says}, or an issuer of it, is signed with SHA-1`,
    '2009n',
  )
}

const digests = new Set(['MD2', 'MD4', 'MD5'])

function strength(delivery: Delivery, says: string, now: Date): readonly (Cap | null)[] {
  const { leaf } = delivery
  const size = keyEquivalent(leaf.key)
  const hashes = signedHashes(delivery, now)
  return [
    hashes.some((hash) => digests.has(hash))
      ? cap(
          'F',
          'Have the certificate issued again with SHA-256',
          `${says}, or an issuer of it, is signed with MD5 or worse`,
          '2009e',
        )
      : null,
    leaf.key.exponent === '1'
      ? cap('F', 'Make a new key', `${says} has an RSA key with exponent 1`, '2009l')
      : null,
    size !== null && size < 1024
      ? cap('F', 'Make a new key of RSA 2048 or P-256', `${says} has one weaker than RSA 1024`, '2009e')
      : null,
    size !== null && size >= 1024 && size < 2048
      ? cap('B', 'Make a new key of RSA 2048 or P-256', `${says} has one weaker than RSA 2048`, '2009e')
      : null,
  ]
}

/** Of the leaf and the issuers between it and the anchor; nobody checks what a CA signs over itself. */
function signedHashes(delivery: Delivery, now: Date): readonly string[] {
  const between = bestPath(delivery, now)?.certificates.slice(1, -1) ?? []
  return [delivery.leaf, ...between]
    .filter(({ selfIssued, basicConstraints }) => !selfIssued || basicConstraints?.ca !== true)
    .flatMap(({ signatureAlgorithm: { hash } }) => hash ?? [])
}
