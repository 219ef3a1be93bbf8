import type { CipherSuite, Observation, TlsVersion } from '../../model/observation.ts'
import type { RuleId } from '../../model/rule-id.ts'
import { listed } from '../../model/text.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { suiteProof } from '../about-offered.ts'
import { asDirective } from '../directives.ts'
import { aboutNegotiated } from '../negotiated.ts'
import { belowTls13, speaks, spokenVersions } from '../offered.ts'
import { picksToday } from '../picked.ts'
import { protocolNames } from '../protocol-names.ts'
import type { Rule, Verdict } from '../rule.ts'
import { isAead } from '../suites.ts'

interface Lack {
  readonly id: RuleId
  readonly title: string
  /** Ends the sentence `Clients of today get no …`. */
  readonly virtue: string
  /** Ends the sentence `An ordinary client is given SUITE, which …`. */
  readonly flaw: string
  readonly help: string
  readonly lacks: (suite: CipherSuite) => boolean
}

/**
 * Rules about what clients of today do not get. A suite that only old clients pick is no fault of theirs: what counts
 * is the negotiated suite, and with a scan also what a client without TLS 1.3 is given.
 */
function lackRule({ id, title, virtue, flaw, help, lacks }: Lack): Rule {
  return {
    id,
    severity: 'warning',
    title,
    help,
    judge(observation: Observation): Verdict | null {
      const { tls, target } = observation
      const fix = `Offer suites with ECDHE and AES-GCM or ChaCha20-Poly1305, and prefer them on the server.${asDirective(target, 'suites')}`
      const version = tls.known ? latestOlder(tls.value) : null
      const given = tls.known && version !== null ? picksToday(tls.value, version) : []
      if (version === null || given.length === 0 || !given.every(lacks))
        return aboutNegotiated(
          observation,
          ({ suite }) => lacks(suite),
          ({ suite }) => `is given ${listed([suite.name])}, which ${flaw}`,
          fix,
        )
      return {
        message: `Under ${protocolNames[version]} clients of today get no ${virtue}: ${listed(
          given.map(({ name }) => name),
          given.length,
        )}`,
        fix,
        evidence: { offered: given.map((suite) => suiteProof({ suite, versions: [version] })) },
      }
    },
  }
}

/** What a client without TLS 1.3 gets: TLS 1.2 beside it, else the best there is. */
function latestOlder(scan: TlsScan): TlsVersion | null {
  if (speaks(scan, 'TLSv1.3') === true) return speaks(scan, 'TLSv1.2') === true ? 'TLSv1.2' : null
  return spokenVersions(scan).findLast((version) => belowTls13.includes(version)) ?? null
}

/** What suites leave out, for clients of today. */
export const cipherLackRules: readonly Rule[] = [
  lackRule({
    id: 'cipher/no-forward-secrecy',
    title: 'Connections have forward secrecy',
    virtue: 'forward secrecy',
    flaw: 'has no forward secrecy',
    help: `The key exchange rests on the certificate's own key: whoever gets that key later can read everything
recorded before. With a scan this rule also tells what clients without TLS 1.3 get; a suite at the end of the list,
for old clients, is not meant.

**What to do.** Prefer ECDHE suites, or TLS 1.3, where nothing else exists. RFC 9325 §4.1.`,
    lacks: ({ forwardSecrecy }) => forwardSecrecy === false,
  }),
  // A number nobody registered proves nothing, and NULL has a rule of its own
  lackRule({
    id: 'cipher/no-aead',
    title: 'Encryption and integrity are one (AEAD)',
    virtue: 'authenticated encryption (AEAD)',
    flaw: 'does not encrypt and authenticate in one (AEAD)',
    help: `The suite encrypts and authenticates in two steps, as in CBC mode, which has been attacked again and again
through padding and timing. AEAD suites do both at once. With a scan this rule also tells what clients without
TLS 1.3 get.

**What to do.** Prefer AES-GCM or ChaCha20-Poly1305, or TLS 1.3. RFC 9325 §4.1; RFC 5116.`,
    lacks: (suite) => suite.bits !== null && !suite.flags.includes('NULL-ENC') && !isAead(suite),
  }),
]
