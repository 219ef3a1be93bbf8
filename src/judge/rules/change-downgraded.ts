import type { Change } from '../../model/change.ts'
import type { Comparison, LastScan } from '../../model/history.ts'
import { type CipherSuite, type TlsVersion, tlsVersions } from '../../model/observation.ts'
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
a broken or short cipher. AES-128 in place of AES-256 is no weakness. Where both runs scanned, everything the server
agrees to is compared: an old version or a weak suite that came back, a new version that went.

**What to do.** Find out what changed on the server or on what stands before it, such as a load balancer or a
content delivery network, and switch the stronger version or suite on again, the weaker one off. RFC 9325 §3.1, §4.1.`,

  judge({ changes, before }: Comparison): Verdict | null {
    const downgrades = changes.flatMap((change) => {
      const words = isScanned(change, before?.lastScan ?? null) ? scanWords(change) : answerWords(change)
      return words === null ? [] : [{ change, words }]
    })
    const [worst] = downgrades
    if (worst === undefined) return null
    return {
      message: worst.words,
      fix: 'Find out what changed on the server, or on what stands before it; switch the stronger version or suite on again, and the weaker one off.',
      evidence: {
        changes: downgrades.map(({ change }) => ({ type: change.type, old: change.old, new: change.new })),
      },
    }
  },
}

/** Whether the change is one of all that the server agrees to, not of what one client was answered with. */
function isScanned({ type, old }: Change, lastScan: LastScan | null): boolean {
  if (lastScan === null) return false
  return type === 'cipher_suites' ? old === lastScan.suites : old === lastScan.versions.join(', ')
}

/** What got worse for an ordinary client, in words; `null` when nothing did. */
function answerWords(change: Change): string | null {
  const says = 'An ordinary client is now answered with'
  if (change.type === 'protocol') {
    const [[then], [now]] = [versionsIn(change.old), versionsIn(change.new)]
    if (then === undefined || now === undefined || tlsVersions.indexOf(now) > tlsVersions.indexOf(then))
      return null
    return `${says} ${protocolNames[now]} instead of ${protocolNames[then]}`
  }
  if (change.type !== 'cipher_suites') return null
  const lost = lostStrength(change)
  if (lost.length === 0) return null
  return `${says} ${listed([change.new].flat())} instead of ${listed([change.old].flat())}: ${listed(lost)}`
}

/** The same of everything that the server agrees to. */
function scanWords(change: Change): string | null {
  if (change.type === 'protocol') return versionWords(versionsIn(change.old), versionsIn(change.new))
  if (change.type !== 'cipher_suites') return null
  const lost = new Set(lostStrength(change))
  const old = new Set([change.old].flat())
  const weaker = [change.new]
    .flat()
    .filter((name) => !old.has(name) && weaknesses(cipherSuiteByName(name)).some((one) => lost.has(one)))
  if (weaker.length === 0) return null
  return `The server now agrees to ${listed(weaker)}: ${listed([...lost])}`
}

function versionWords(then: readonly TlsVersion[], now: readonly TlsVersion[]): string | null {
  const names = (versions: readonly TlsVersion[]): string =>
    listed(versions.map((version) => protocolNames[version]))
  const back = now.filter((version) => !then.includes(version) && outdated.includes(version))
  if (back.length > 0) return `The server now agrees to ${names(back)}, which it had refused`
  const gone = then.filter((version) => !now.includes(version) && !outdated.includes(version))
  return gone.length === 0 ? null : `The server no longer agrees to ${names(gone)}`
}

/** RFC 8996, RFC 7568, RFC 6176. */
const outdated: readonly TlsVersion[] = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1']

function versionsIn(value: Change['old']): readonly TlsVersion[] {
  const said = [value].flat().flatMap((text) => text.split(', '))
  return tlsVersions.filter((version) => said.includes(version))
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
