import type { Severity } from '../../model/finding.ts'
import type { CipherSuite, Observation } from '../../model/observation.ts'
import type { RuleId } from '../../model/rule-id.ts'
import { listed } from '../../model/text.ts'
import { aboutOffered } from '../about-offered.ts'
import { asDirective } from '../directives.ts'
import { aboutNegotiated } from '../negotiated.ts'
import type { Rule, Verdict } from '../rule.ts'
import { flagged } from '../suites.ts'

interface Weakness {
  readonly title: string
  /** Ends the sentences `A suite is accepted that …` and `An ordinary client is given SUITE, which …`. */
  readonly flaw: string
  readonly help: string
  /** Answers `false` about a suite that the tables do not know. */
  readonly concerns: (suite: CipherSuite) => boolean
}

const leastBits = 112

/** One rule for each reason not to accept a suite: of all that a scan found, else of what was negotiated. */
function cipherRule(id: RuleId, severity: Severity, { title, flaw, help, concerns }: Weakness): Rule {
  return {
    id,
    severity,
    title,
    help,
    judge(observation: Observation): Verdict | null {
      const fix = `Offer suites with ECDHE and AES-GCM or ChaCha20-Poly1305, and no others.${asDirective(observation.target, 'suites')}`
      return (
        aboutOffered(observation, concerns, flaw, fix) ??
        aboutNegotiated(
          observation,
          ({ suite }) => concerns(suite),
          ({ suite }) => `is given ${listed([suite.name])}, which ${flaw}`,
          fix,
        )
      )
    },
  }
}

const cipherNull: Rule = cipherRule('cipher/null', 'error', {
  title: 'Connections are encrypted',
  flaw: 'encrypts nothing',
  help: `A suite without encryption is accepted: with it, everybody on the way reads along.

**What to do.** Remove NULL suites from the server. RFC 9325 §4.1.`,
  concerns: flagged('NULL-ENC'),
})

const cipherAnonymous: Rule = cipherRule('cipher/anonymous', 'error', {
  title: 'The server proves who it is',
  flaw: 'does without any proof of who answers',
  help: `An anonymous suite is accepted: with it, nobody can tell the server from an impostor.

**What to do.** Remove \`aNULL\` suites from the server. RFC 9325 §4.1.`,
  concerns: flagged('ANON'),
})

const cipherExport: Rule = cipherRule('cipher/export', 'error', {
  title: 'No export-grade suite is used',
  flaw: 'was weakened on purpose for export',
  help: `A suite that was made weak for the export rules of the 1990s is accepted. Such suites are broken within hours.

**What to do.** Remove EXPORT suites from the server. RFC 9325 §4.1.`,
  concerns: flagged('EXPORT'),
})

/** Suites without encryption and export suites have rules of their own. */
const cipherWeak: Rule = cipherRule('cipher/weak', 'error', {
  title: `Suites have at least ${leastBits} bits`,
  flaw: `has less than ${leastBits} bits of strength`,
  help: `A suite with less than ${leastBits} bits of security is accepted, such as single DES.

**What to do.** Offer AES-GCM or ChaCha20-Poly1305. RFC 9325 §4.1.`,
  concerns: ({ bits, flags }) =>
    bits !== null && bits < leastBits && !flags.includes('NULL-ENC') && !flags.includes('EXPORT'),
})

const cipherRc4: Rule = cipherRule('cipher/rc4', 'error', {
  title: 'RC4 is not used',
  flaw: 'uses the broken stream cipher RC4',
  help: `RC4 leaks what it encrypts, and is forbidden in every version of TLS.

**What to do.** Remove RC4 from the server. RFC 7465.`,
  concerns: flagged('RC4'),
})

const cipherBlock64: Rule = cipherRule('cipher/block64', 'warning', {
  title: 'Block ciphers have blocks of 128 bits',
  flaw: 'uses a cipher with blocks of 64 bits',
  help: `Ciphers with 64-bit blocks, such as 3DES, begin to repeat after some gigabytes under one key (SWEET32).

**What to do.** Remove 3DES, DES, IDEA and RC2 from the server. RFC 9325 §4.1; CVE-2016-2183.`,
  concerns: flagged('BLOCK64'),
})

/** What suites say for themselves. */
export const cipherRules: readonly Rule[] = [
  cipherNull,
  cipherAnonymous,
  cipherExport,
  cipherWeak,
  cipherRc4,
  cipherBlock64,
]
