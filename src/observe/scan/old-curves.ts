import { type Unanswered, unanswered } from '../../model/answer.ts'
import type { Enumeration, NamedGroup } from '../../model/tls-scan.ts'
import { suiteTraits } from '../../wire/cipher-suite.ts'
import { dhParameters } from '../../wire/dh-parameters.ts'
import { namedGroup } from '../../wire/named-group.ts'
import { fieldGroups, helloShape, oldCurves } from './candidates.ts'
import type { RecordVersion } from './hello.ts'
import type { Ledger } from './ledger.ts'
import type { Refusal } from './reply.ts'
import type { Session } from './session.ts'

/** What one search among the groups of a version up to TLS 1.2 came to. */
export interface GroupSearch {
  readonly groups: Enumeration<NamedGroup>
  readonly refusals: readonly Refusal[]
}

/** The server agreed, and which group it took did not come. */
const cutOff: Unanswered = unanswered('malformed', 'a flight without the ServerKeyExchange of its suite')

/**
 * The curves of a version up to TLS 1.2. Many have shown themselves while suites were asked for; the rest is asked
 * for alone. A server refuses, too, when the curve of its ECDSA certificate is missing (RFC 8422 §5.1): RSA suites are
 * asked with where there are any, else the curves found stay at the end of the list.
 */
export async function searchCurves(
  version: RecordVersion,
  suites: readonly number[],
  session: Session,
  ledger: Ledger,
): Promise<GroupSearch> {
  const ecdhe = suites.filter((suite) => suiteTraits(suite).exchangeKind === 'ecdhe')
  const free = ecdhe.filter((suite) => suiteTraits(suite).authentication !== 'ECDSA')
  const seen = (): readonly number[] => [...(ledger.curves.get(version) ?? [])]
  const refusals: Refusal[] = []
  let cut: Unanswered | null = null
  // With nothing but ECDSA, what was found stays in the list until we know which of it the certificate needs.
  let kept = free.length > 0 ? [] : seen()
  while (ecdhe.length > 0) {
    const before = seen()
    const left = oldCurves.filter((curve) => !before.includes(curve))
    const groups = [...left, ...kept]
    const shape = helloShape(version, free.length > 0 ? free : ecdhe, { groups })
    const reply = await session.ask(shape)
    if (reply.kind === 'silence') cut = reply.why
    if (reply.kind === 'refusal') refusals.push(reply)
    if (reply.kind !== 'flight' || reply.version !== version) break
    ledger.note(reply, shape)
    if (reply.exchange === null) {
      cut = cutOff
      break
    }
    if (seen().length > before.length) {
      if (free.length === 0) kept = kept.concat(seen().slice(before.length))
      continue
    }
    // One that came before: the server prefers it, or has no other. Without it in the list we shall see.
    const again: number | undefined =
      reply.exchange?.kind === 'named-curve' ? reply.exchange.group : undefined
    if (again === undefined || !kept.includes(again)) break
    kept = kept.filter((curve) => curve !== again)
  }
  const explicit = [...ledger.explicitCurves].flatMap(([key, group]) =>
    key.startsWith(`${version} `) ? [group] : [],
  )
  return { groups: { found: [...seen().map(namedGroup), ...explicit], cut }, refusals }
}

/** What was seen on the way, where another version was asked in full. */
export function curvesSeen(
  version: RecordVersion,
  suites: readonly number[],
  asked: RecordVersion,
  ledger: Ledger,
): Enumeration<NamedGroup> {
  const kinds = suites.map((suite) => suiteTraits(suite).exchangeKind)
  if (!kinds.includes('ecdhe') && !kinds.includes('dhe')) return { found: [], cut: null }
  const found = [...(ledger.curves.get(version) ?? [])].map(namedGroup)
  return { found, cut: unanswered('not-asked', `groups are asked for under ${asked}`) }
}

/**
 * The Diffie-Hellman groups of RFC 7919, which a server may take from the client's list or keep as its own. Each that
 * it takes is left out of the next hello, because some servers go by the client's order.
 */
export async function searchFieldGroups(
  version: RecordVersion,
  suites: readonly number[],
  session: Session,
  ledger: Ledger,
): Promise<GroupSearch> {
  const dhe = suites.filter((suite) => suiteTraits(suite).exchangeKind === 'dhe')
  const found: number[] = []
  const refusals: Refusal[] = []
  let cut: Unanswered | null = null
  for (let left = dhe.length > 0 ? fieldGroups : []; left.length > 0;) {
    const shape = helloShape(version, dhe, { groups: left })
    const reply = await session.ask(shape)
    if (reply.kind === 'silence') cut = reply.why
    if (reply.kind === 'refusal') refusals.push(reply)
    if (reply.kind !== 'flight' || reply.version !== version) break
    ledger.note(reply, shape)
    if (reply.exchange?.kind !== 'dh') {
      cut = cutOff
      break
    }
    const { bits, rfc7919 } = dhParameters(reply.exchange.prime, false)
    const taken = fieldGroups.find((group) => rfc7919 && namedGroup(group).bits === bits)
    if (taken !== undefined && !found.includes(taken)) found.push(taken)
    // One of its own, or one that we did not offer: the server does not find any of our list.
    if (taken === undefined || !left.includes(taken)) break
    left = left.filter((group) => group !== taken)
  }
  return { groups: { found: found.map(namedGroup), cut }, refusals }
}
