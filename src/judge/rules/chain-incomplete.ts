import type { Certificate } from '../../model/certificate.ts'
import type { Evidence } from '../../model/finding.ts'
import { shownLimits } from '../../model/limits.ts'
import type { IssuerHint, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { shortened } from '../../model/text.ts'
import { trustAt } from '../../model/trust.ts'
import { writePem } from '../../wire/pem.ts'
import { thenCheck } from '../command.ts'
import { called, nameOf, quoted } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** The server leaves out an intermediate that some clients find by themselves and others do not. */
export const chainIncomplete: Rule = {
  id: 'chain/incomplete',
  severity: 'error',
  title: 'The server sends every certificate up to the root',
  help: `The last certificate sent has an issuer that is neither sent nor in the store, but that exists: the
certificate says where it is to be had, or another endpoint of the run sends it. Browsers often find it by
themselves; programs, mail servers and phones do not, so the fault hides from whoever looks with a browser.

Where the missing certificate could be fetched from the address that the certificate names, it was proved: with it
the chain leads to a root. The evidence holds it, as PEM.

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
        fix: `Append ${what(issuer, named)}. With certbot, serve \`fullchain.pem\` instead of \`cert.pem\`.${thenCheck(observation.target, 'chain')}`,
        evidence: { issuer: shortened(issuer), found: proof(named) },
      }
    })
  },
}

function what(issuer: string, hint: IssuerHint): string {
  const one = `the certificate ${quoted(issuer)} to the chain the server sends`
  if (hint.kind === 'run') return `${one}: ${shortened(hint.target)} sends it (SHA-256 ${hint.sha256})`
  const url = shortened(hint.url, shownLimits.urlCharacters)
  if (hint.proved.length === 0) return `${one}: it is to be had at ${url}`
  const named = hint.proved.map((certificate) => `${called(certificate)} (SHA-256 ${certificate.sha256})`)
  return `${named.join(', then ')} to the chain the server sends: it is to be had at ${url}, and with it the chain leads to a root`
}

function proof(hint: IssuerHint): Evidence {
  return hint.kind === 'aia'
    ? {
        source: 'aia',
        url: shortened(hint.url, shownLimits.urlCharacters),
        certificates: hint.proved.map(missing),
      }
    : { source: 'run', endpoint: shortened(hint.target), fingerprint_sha256: hint.sha256 }
}

/** What to append, ready to paste. */
function missing(certificate: Certificate): Evidence {
  return {
    name: nameOf(certificate),
    fingerprint_sha256: certificate.sha256,
    pem: writePem('CERTIFICATE', certificate.der),
  }
}
