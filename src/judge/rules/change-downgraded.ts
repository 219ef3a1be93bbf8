import type { Change } from '../../model/change.ts'
import type { Comparison } from '../../model/history.ts'
import { type CipherSuite, tlsVersions } from '../../model/observation.ts'
import { listed } from '../../model/text.ts'
import { cipherSuiteByName } from '../../wire/cipher-suite.ts'
import { protocolNames } from '../protocol-names.ts'
import type { ChangeRule, Verdict } from '../rule.ts'
import { isAead } from '../suites.ts'

/** Strength counts, not size: AES-128 in place of AES-256 is no downgrade. */
export const changeDowngraded: ChangeRule = {
  id: 'change/downgraded',
  severity: 'warning',
  title: 'Connections are as strong as before',
  help: `An ordinary client, which offers everything, is answered with an older protocol version than in the last run,
or with a suite that has a weakness the last one had not: no forward secrecy, no authenticated encryption (AEAD), or
a broken or short cipher. AES-128 in place of AES-256 is no weakness.

**What to do.** Find out what changed on the server or on what stands before it, such as a load balancer or a
content delivery network, and switch the stronger version or suite on again. RFC 9325 §3.1, §4.1.`,

  judge({ changes }: Comparison): Verdict | null {
    const downgrades = changes.flatMap((change) => {
      const words = wordsFor(change)
      return words === null ? [] : [{ change, words }]
    })
    const [worst] = downgrades
    if (worst === undefined) return null
    return {
      message: `An ordinary client is now answered with ${worst.words}`,
      fix: 'Find out what changed on the server, or on what stands before it, and switch the stronger version or suite on again.',
      evidence: {
        changes: downgrades.map(({ change }) => ({ type: change.type, old: change.old, new: change.new })),
      },
    }
  },
}

/** What got worse, in words; `null` when nothing did. */
function wordsFor(change: Change): string | null {
  if (change.type === 'protocol') {
    const [then, now] = [change.old, change.new].map((value) => tlsVersions.find((one) => one === value))
    if (then === undefined || now === undefined || tlsVersions.indexOf(now) > tlsVersions.indexOf(then))
      return null
    return `${protocolNames[now]} instead of ${protocolNames[then]}`
  }
  if (change.type !== 'cipher_suites') return null
  const lost = lostStrength(change)
  if (lost.length === 0) return null
  return `${listed([change.new].flat())} instead of ${listed([change.old].flat())}: ${listed(lost)}`
}

/** What the new suites lack that none of the old ones lacked. A number nobody registered proves nothing. */
function lostStrength({ old, new: now }: Change): readonly string[] {
  const [then, today] = [old, now].map(
    (value) => new Set([value].flat().flatMap((name) => weaknesses(cipherSuiteByName(name)))),
  )
  return [...(today ?? [])].filter((weakness) => !then?.has(weakness))
}

const leastBits = 112

function weaknesses(suite: CipherSuite | undefined): readonly string[] {
  if (suite === undefined) return []
  const { bits, forwardSecrecy, flags } = suite
  return [
    ...(flags.includes('NULL-ENC') ? ['no encryption'] : []),
    ...(flags.includes('ANON') ? ['no proof of who answers'] : []),
    ...(flags.includes('RC4') || flags.includes('BLOCK64') || (bits !== null && bits < leastBits)
      ? ['a broken or short cipher']
      : []),
    ...(forwardSecrecy === false ? ['no forward secrecy'] : []),
    ...(isAead(suite) ? [] : ['no authenticated encryption (AEAD)']),
  ]
}
