import type { TlsaRecord } from '../../model/dns-evidence.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Observation } from '../../model/observation.ts'
import { counted, shortened } from '../../model/text.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** A TLSA record names what is served, where there are any that a client can use. */
export const dnsDane: Rule = {
  id: 'dns/dane',
  severity: 'error',
  title: 'The TLSA records name the certificate that is served',
  help: `The domain publishes TLSA records (DANE), and none of them names the certificate or the chain that is served.
Mail servers that verify DANE deliver nothing then. Records count for clients only where DNSSEC proves them: this is an
error where a resolver proved it that the config names, or that runs on this machine; otherwise that is not known, and
it is a notice. Records that no client can use are left aside. \`dns: { dane: false }\` asks nobody.

**What to do.** Publish a record for the new key, keep the old one until every cache has forgotten it, and only then
change the certificate. \`3 1 1\` survives renewals that keep the key. RFC 6698, RFC 7671, RFC 7672.`,

  judge(observation: Observation): Verdict | null {
    return aboutChains(observation, ({ leaf, dane }) => {
      if (!dane.known) return null
      const { name, records, proven } = dane.value
      const usable = records.filter(({ matches }) => matches !== null)
      if (usable.length === 0 || usable.some(({ matches }) => matches === true)) return null
      const own = `3 1 1 ${Buffer.from(leaf.spkiSha256, 'base64').toString('hex')}`
      const none = usable.length === 1 ? 'which does not match' : 'none of which matches'
      return {
        says: `is not what DNS names: ${name} has ${counted(usable.length, 'usable TLSA record')}, ${none}${proven ? '' : ' (whether DNSSEC proves them is not known)'}`,
        fix: `Publish \`${name} IN TLSA ${own}\`, or let the server send the certificate that the records name.`,
        evidence: {
          name,
          dnssec: proven ? 'proven' : 'unknown',
          records: usable.slice(0, shownLimits.evidenceTexts).map(written),
          wanted: own,
        },
        ...(proven ? {} : { raised: 'notice' as const }),
      }
    })
  },
}

function written({ usage, selector, matching, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matching} ${shortened(data, 140)}`
}
