import type { Observation } from '../../model/observation.ts'
import { counted, listed } from '../../model/text.ts'
import type { DhParameters } from '../../model/tls-scan.ts'
import { asDirective } from '../directives.ts'
import { speaks } from '../offered.ts'
import { postQuantum } from '../post-quantum.ts'
import type { Rule, Verdict } from '../rule.ts'

const goodBits = 2048
const brokenBits = 1024

const ownParameters =
  'Offer ECDHE only, or use a group of RFC 7919: `openssl genpkey -genparam -algorithm DH -pkeyopt group:ffdhe2048 -out dh.pem`.'

/** Ephemeral Diffie-Hellman in groups that are too small. */
const weakDh: Rule = {
  id: 'key-exchange/weak-dh',
  severity: 'error',
  title: 'Diffie-Hellman parameters have 2,048 bits or more',
  help: `Suites with DHE are accepted, and their group is small: below 1,024 bits a single person can break it, which
is an error; up to 2,048 bits a rich attacker can, which is a warning.

**What to do.** Offer ECDHE suites only, which are faster, too; or give the server a group of RFC 7919. RFC 9325 §4;
RFC 7919; CVE-2015-4000.`,

  judge({ tls, target }: Observation): Verdict | null {
    const small = tls.known ? tls.value.dh.filter(({ bits }) => bits < goodBits) : []
    if (small.length === 0) return null
    return {
      message: `Diffie-Hellman is done with ${listed(small.map(called), small.length)}; ${goodBits} are the least`,
      fix: ownParameters + asDirective(target, 'dh'),
      evidence: { dh: small.map(proof) },
      ...(small.some(({ bits }) => bits < brokenBits) ? {} : { raised: 'warning' }),
    }
  },
}

/** Subgroups of these are small enough to leak bits of a reused key: RFC 5114 §2. */
const unsafe = /RFC 5114/

/** Primes that many servers share, and that therefore repay the work of breaking them. */
const commonPrime: Rule = {
  id: 'key-exchange/common-prime',
  severity: 'warning',
  title: 'No small prime is shared with others',
  help: `The prime of the Diffie-Hellman group comes with software or a standard, so that very many servers use it: the
work of breaking it is done once and opens all of them. From 2,048 bits on that work is out of reach, and a shared
prime is fine, as those of RFC 7919 and RFC 3526 are; but the groups of RFC 5114 have small subgroups at any size.

**What to do.** Offer ECDHE suites only, or give the server a group of RFC 7919. CVE-2015-4000; RFC 7919 §1.`,

  judge({ tls, target }: Observation): Verdict | null {
    const shared = tls.known ? tls.value.dh.filter(isHarmfullyShared) : []
    if (shared.length === 0) return null
    return {
      message: `Diffie-Hellman uses the prime of ${listed(
        shared.map(({ known, bits }) => `${known} (${bits} bits)`),
        shared.length,
      )}, which many servers share`,
      fix: ownParameters + asDirective(target, 'dh'),
      evidence: { dh: shared.map(proof) },
    }
  },
}

function isHarmfullyShared({ known, rfc7919, bits }: DhParameters): boolean {
  return known !== null && !rfc7919 && (bits < goodBits || unsafe.test(known))
}

/** Off unless somebody asks: most servers of 2026 cannot help it. */
const noPostQuantum: Rule = {
  id: 'key-exchange/no-post-quantum',
  severity: 'notice',
  offByDefault: true,
  title: 'A post-quantum key exchange is offered',
  help: `What is recorded today can be read once a large quantum computer exists, unless the keys were agreed on in a
post-quantum way as well. Browsers offer X25519MLKEM768 in TLS 1.3; this server takes no group of that kind.

**What to do.** Update the TLS library (OpenSSL 3.5 and later have it) and put X25519MLKEM768 first among the groups.
draft-ietf-tls-ecdhe-mlkem; FIPS 203.`,

  judge({ tls, target }: Observation): Verdict | null {
    if (!tls.known || postQuantum(tls.value) !== false) return null
    const why = speaks(tls.value, 'TLSv1.3') === false ? ': TLS 1.3, which alone has one, is not spoken' : ''
    return {
      message: `No post-quantum key exchange is offered${why}`,
      fix: `Update the TLS library to one with X25519MLKEM768, such as OpenSSL 3.5, and put that group first.${asDirective(target, 'groups')}`,
      evidence: {
        groups: [...new Set(tls.value.offers.flatMap(({ groups }) => groups.found.map(({ name }) => name)))],
      },
    }
  },
}

function called({ bits, known, exportGrade }: DhParameters): string {
  const grade = exportGrade ? ' of export grade' : ''
  return `${counted(bits, 'bit')}${grade}${known === null ? '' : ` (${known})`}`
}

function proof({
  bits,
  known,
  rfc7919,
  exportGrade,
}: DhParameters): Record<string, string | number | boolean | null> {
  return { bits, known_as: known, rfc7919, export_grade: exportGrade }
}

/** What the parameters of the key exchange say for themselves. */
export const keyExchangeRules: readonly Rule[] = [weakDh, commonPrime, noPostQuantum]
