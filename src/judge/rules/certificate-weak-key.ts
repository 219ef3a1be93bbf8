import type { PublicKey } from '../../model/certificate.ts'
import type { Observation } from '../../model/observation.ts'
import { shortened } from '../../model/text.ts'
import { endsInPublicRoot } from '../../model/trust.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

const leastRsaBits = 2048
/** 112 bits of security (NIST SP 800-57 part 1, table 2): nobody's own CA may go below that. */
const leastEcBits = 224
/** P-256 is the smallest curve a public CA may sign (BR 6.1.5). */
const leastPublicEcBits = 256

/** The key is strong enough that nobody can compute its private half. */
export const certificateWeakKey: Rule = {
  id: 'certificate/weak-key',
  severity: 'error',
  title: 'The key of the certificate is strong',
  help: `The public key is too weak, or its form is unsafe: RSA below 2,048 bits; an RSA exponent that is 1 or even;
a curve below 224 bits, or below 256 bits where the chain ends in a public root; DSA, which no current client
accepts. Clients refuse such keys, and the weakest can be broken.

**What to do.** Make a new key, P-256 or RSA 2,048, and have a certificate issued for it: renewing with the old key
does not help. Key types this program does not know are not judged. CA/Browser Forum Baseline Requirements 6.1.5,
6.1.6; NIST SP 800-57 part 1.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, (delivery) => {
      const { key } = delivery.leaf
      const weakness = weaknessOf(key, endsInPublicRoot(delivery))
      if (weakness === null) return null
      return {
        says: weakness,
        fix: `Make a new key, have a certificate issued for it and ${install(target)}. One way to make a key is \`openssl ecparam -genkey -name prime256v1 -out new.key\`.`,
        evidence: {
          key_type: shortened(key.type),
          key_bits: key.bits,
          curve: key.curve === null ? null : shortened(key.curve),
          exponent: key.exponent === null ? null : shortened(key.exponent, 40),
        },
      }
    })
  },
}

function weaknessOf({ type, bits, curve, exponent }: PublicKey, isPublic: boolean): string | null {
  if (type === 'DSA') return 'has a DSA key'
  if (type === 'RSA' || type === 'RSA-PSS') {
    if (bits !== null && bits < leastRsaBits)
      return `has an RSA key of ${bits} bits; ${leastRsaBits} are the least`
    if (exponent !== null && isUnsafeExponent(exponent))
      return `has an RSA key with the unsafe exponent ${shortened(exponent, 40)}`
  }
  if (type !== 'EC' || bits === null) return null
  const least = isPublic ? leastPublicEcBits : leastEcBits
  return bits < least
    ? `has a key on a curve of ${bits} bits${curve === null ? '' : ` (${shortened(curve, 40)})`}; ${least} are the least`
    : null
}

/** One encrypts nothing, and an even exponent has no inverse (RFC 8017 §3.1). */
function isUnsafeExponent(exponent: string): boolean {
  return exponent === '1' || /[02468]$/.test(exponent)
}
