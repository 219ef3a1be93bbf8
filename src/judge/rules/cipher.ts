import type { Severity } from '../../model/finding.ts'
import type { CipherSuite, Observation } from '../../model/observation.ts'
import type { RuleId } from '../../model/rule-id.ts'
import { listed } from '../../model/text.ts'
import { aboutNegotiated } from '../negotiated.ts'
import type { Rule, Verdict } from '../rule.ts'

interface Weakness {
  readonly title: string
  /** Ends the sentence `An ordinary client is given SUITE, which …`. */
  readonly flaw: string
  readonly help: string
  /** Answers `false` about a suite that the tables do not know. */
  readonly concerns: (suite: CipherSuite) => boolean
}

const leastBits = 112
const fix = 'Offer suites with ECDHE and AES-GCM or ChaCha20-Poly1305, and prefer them on the server.'

/** One rule for each reason not to negotiate a suite. */
function cipherRule(id: RuleId, severity: Severity, { title, flaw, help, concerns }: Weakness): Rule {
  return {
    id,
    severity,
    title,
    help,
    judge(observation: Observation): Verdict | null {
      return aboutNegotiated(
        observation,
        ({ suite }) => concerns(suite),
        ({ suite }) => `is given ${listed([suite.name])}, which ${flaw}`,
        fix,
      )
    },
  }
}

const flagged =
  (flag: string) =>
  ({ flags }: CipherSuite): boolean =>
    flags.includes(flag)

const cipherNull: Rule = cipherRule('cipher/null', 'error', {
  title: 'Connections are encrypted',
  flaw: 'encrypts nothing',
  help: `The negotiated suite has no encryption: everybody on the way reads along.

**What to do.** Remove NULL suites from the server. RFC 9325 §4.1.`,
  concerns: flagged('NULL-ENC'),
})

const cipherAnonymous: Rule = cipherRule('cipher/anonymous', 'error', {
  title: 'The server proves who it is',
  flaw: 'does without any proof of who answers',
  help: `The negotiated suite is anonymous: nobody can tell the server from an impostor.

**What to do.** Remove \`aNULL\` suites from the server. RFC 9325 §4.1.`,
  concerns: flagged('ANON'),
})

const cipherExport: Rule = cipherRule('cipher/export', 'error', {
  title: 'No export-grade suite is used',
  flaw: 'was weakened on purpose for export',
  help: `The negotiated suite was made weak for the export rules of the 1990s, and is broken within hours.

**What to do.** Remove EXPORT suites from the server. RFC 9325 §4.1.`,
  concerns: flagged('EXPORT'),
})

/** Suites without encryption and export suites have rules of their own. */
const cipherWeak: Rule = cipherRule('cipher/weak', 'error', {
  title: `Suites have at least ${leastBits} bits`,
  flaw: `has less than ${leastBits} bits of strength`,
  help: `The negotiated suite offers less than ${leastBits} bits of security, such as single DES.

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

const cipherNoForwardSecrecy: Rule = cipherRule('cipher/no-forward-secrecy', 'warning', {
  title: 'Connections have forward secrecy',
  flaw: 'has no forward secrecy',
  help: `The key exchange rests on the certificate's own key: whoever gets that key later can read everything
recorded before.

**What to do.** Prefer ECDHE suites, or TLS 1.3, where nothing else exists. RFC 9325 §4.1.`,
  concerns: ({ forwardSecrecy }) => forwardSecrecy === false,
})

/** By the suite's registered name; a number nobody registered proves nothing, and NULL has a rule of its own. */
const cipherNoAead: Rule = cipherRule('cipher/no-aead', 'warning', {
  title: 'Encryption and integrity are one (AEAD)',
  flaw: 'does not encrypt and authenticate in one (AEAD)',
  help: `The negotiated suite encrypts and authenticates in two steps, as in CBC mode, which has been attacked again
and again through padding and timing. AEAD suites do both at once.

**What to do.** Prefer AES-GCM or ChaCha20-Poly1305, or TLS 1.3. RFC 9325 §4.1; RFC 5116.`,
  concerns: ({ name, bits, flags }) =>
    bits !== null && !flags.includes('NULL-ENC') && !/GCM|CCM|POLY1305|AEGIS|MGM/.test(name),
})

/** What the negotiated suite says for itself. */
export const cipherRules: readonly Rule[] = [
  cipherNull,
  cipherAnonymous,
  cipherExport,
  cipherWeak,
  cipherRc4,
  cipherBlock64,
  cipherNoForwardSecrecy,
  cipherNoAead,
]
