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
    const subject = several ? told(delivery) : 'the certificate'
    const says = subject.charAt(0).toUpperCase() + subject.slice(1)
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
    return cap('T', `${says} has expired`, 'renew it', inspection)
  if (leaf.notBefore !== null && leaf.notBefore > now)
    return cap('T', `${says} is not valid yet`, 'put the previous one back until then', inspection)
  return null
}

function revocation(delivery: Delivery, says: string, now: Date): Cap | null {
  const [first] = revokedIn(delivery, now)
  if (first === undefined) return null
  return first.certificate.sha256 === delivery.leaf.sha256
    ? cap('T', `${says} has been revoked`, 'have a new one issued', inspection)
    : cap(
        'T',
        `${says} depends on an issuer that has been revoked`,
        "install the CA's current chain",
        inspection,
      )
}

function trustCap(delivery: Delivery, says: string, policy: Policy, now: Date): Cap | null {
  if (!policy.checkChain) return null
  const trust = trustAt(delivery, policy.expect.spkiSha256, now)
  if (trust.trusted) return null
  const { obstacle } = trust
  if (obstacle.kind === 'self-signed')
    return cap('T', `${says} is self-signed`, 'install one from a CA, or pin its key', inspection)
  // Most browsers find it by themselves, which is why the guide is lenient
  if (obstacle.kind === 'issuer-missing' && obstacle.named !== null)
    return cap('B', `${says} comes without its intermediate`, 'send the whole chain', '2009i')
  return cap('T', `${says} leads to no trusted root`, 'send the chain that the CA delivered', inspection)
}

function name({ leaf }: Delivery, says: string, target: Target, policy: Policy): Cap | null {
  const host = expectedName(target)
  if (!policy.verifyHostname || host === null || matchHostname(leaf.alternativeNames, host).matches)
    return null
  return cap('M', `${says} is not good for ${host}`, `have one issued for ${host}`, inspection)
}

function sha1(delivery: Delivery, says: string, now: Date): Cap | null {
  if (!signedHashes(delivery, now).includes('SHA-1')) return null
  return cap(
    'T',
    `${says}, or an issuer of it, is signed with SHA-1`,
    'have it issued again with SHA-256',
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
          `${says}, or an issuer of it, is signed with MD5 or worse`,
          'have it issued again with SHA-256',
          '2009e',
        )
      : null,
    leaf.key.exponent === '1'
      ? cap('F', `${says} has an RSA key with exponent 1`, 'make a new key', '2009l')
      : null,
    size !== null && size < 1024
      ? cap('F', `${says} has a key weaker than RSA 1024`, 'make a new key of RSA 2048 or P-256', '2009e')
      : null,
    size !== null && size >= 1024 && size < 2048
      ? cap('B', `${says} has a key weaker than RSA 2048`, 'make a new key of RSA 2048 or P-256', '2009e')
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
