import type { IssuerHint, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { shortened } from '../../model/text.ts'
import { trustAt } from '../../model/trust.ts'
import { thenCheck } from '../command.ts'
import { quoted } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

const longestUrl = 200

/** The server leaves out an intermediate that some clients find by themselves and others do not. */
export const chainIncomplete: Rule = {
  id: 'chain/incomplete',
  severity: 'error',
  title: 'The server sends every certificate up to the root',
  help: `The last certificate sent has an issuer that is neither sent nor in the store, but that exists: the
certificate says where it is to be had, or another endpoint of the run sends it. Browsers often find it by
themselves; programs, mail servers and phones do not, so the fault hides from whoever looks with a browser.

**What to do.** Append the certificate named in the message to the file the server sends, after the leaf. With
certbot, configure \`fullchain.pem\` instead of \`cert.pem\`. RFC 8446 §4.4.2; RFC 5280 §4.2.2.1.`,

  judge(observation: Observation, policy: Policy, now: Date): Verdict | null {
    return aboutChains(observation, (delivery) => {
      const trust = trustAt(delivery, policy.expect.spkiSha256, now)
      if (trust.trusted || trust.obstacle.kind !== 'issuer-missing' || trust.obstacle.named === null)
        return null
      const { issuer, named } = trust.obstacle
      return {
        says: `comes without its issuer ${quoted(issuer)}, which ends the chain before a root`,
        fix: `Append the certificate ${quoted(issuer)} to the chain the server sends: ${whence(named)}. With certbot, serve \`fullchain.pem\` instead of \`cert.pem\`.${thenCheck(observation.target, 'chain')}`,
        evidence: { issuer: shortened(issuer), found: proof(named) },
      }
    })
  },
}

function whence(hint: IssuerHint): string {
  if (hint.kind === 'aia') return `it is to be had at ${shortened(hint.url, longestUrl)}`
  return `${shortened(hint.target)} sends it (SHA-256 ${hint.sha256})`
}

function proof(hint: IssuerHint): Record<string, string> {
  return hint.kind === 'aia'
    ? { source: 'aia', url: shortened(hint.url, longestUrl) }
    : { source: 'run', endpoint: shortened(hint.target), fingerprint_sha256: hint.sha256 }
}
