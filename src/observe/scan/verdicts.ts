import { type Answer, known, type Unanswered, unanswered } from '../../model/answer.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { refusalText } from './first-hello.ts'
import type { GroupSearch } from './old-curves.ts'
import { isDefinite, type Refusal } from './reply.ts'
import type { Session } from './session.ts'
import { searchSsl2, type Ssl2Asked, unproved } from './ssl2.ts'
import type { OldSearch, VersionSearch } from './versions.ts'

/**
 * What a refusal is worth that no later answer confirms: the last of them is made sure of by a hello that was answered
 * before. `null`: all refusals count. Lists that ended with a definite alert need no such proof.
 */
export async function doubtOf(
  found: VersionSearch,
  groups: readonly GroupSearch[],
  session: Session,
): Promise<Unanswered | null> {
  const ofVersions = found.old.flatMap(({ first }) => (first.kind === 'refused' ? [first.refusal] : []))
  const ofTls13 = found.tls13.kind === 'refused' ? [found.tls13.refusal] : []
  const ofLists = [
    ...found.old.flatMap(({ suites }) => suites?.refusals ?? []),
    ...(found.tls13.kind === 'offered' ? found.tls13.refusals : []),
    ...groups.flatMap(({ refusals }) => refusals),
  ].filter((refusal) => !isDefinite(refusal))
  const ofSsl2 = found.ssl2.known && found.ssl2.value === null ? [{ at: found.ssl2At }] : []
  const all = [...ofVersions, ...ofTls13, ...ofLists, ...ofSsl2].filter((refusal) => refusal !== null)
  const last = all.toSorted((a, b) => b.at - a.at)[0]
  if (last === undefined) return null
  const sure = onlySsl2(found, session) ? await stillSsl2(session) : await session.confirms(last)
  return sure.known ? null : sure
}

/** Nothing of SSL 3.0 or TLS was answered: then the hello of SSL 2.0 is the one to ask again. */
function onlySsl2({ ssl2 }: VersionSearch, session: Session): boolean {
  return ssl2.known && ssl2.value !== null && !session.answeredSince(-1)
}

async function stillSsl2(session: Session): Promise<Answer<true>> {
  const again = await searchSsl2(session)
  if (!again.known) return again
  return again.value === null
    ? unanswered('closed', 'the server refuses what it has answered before, too')
    : known(true)
}

/** Whether the server agrees to each version. */
export function verdicts(
  { ssl2, ssl2At, old, tls13 }: VersionSearch,
  session: Session,
  doubt: Unanswered | null,
): TlsScan['versions'] {
  const no = (refusal: Refusal | null): Answer<boolean> =>
    refusal === null || doubt === null || session.answeredSince(refusal.at) ? known(false) : doubt
  const of = (search: OldSearch['first'] | VersionSearch['tls13']): Answer<boolean> => {
    if (search.kind === 'offered') return known(true)
    return search.kind === 'refused' ? no(search.refusal) : search.why
  }
  const firsts = new Map(old.map(({ version, first }) => [version, of(first)]))
  const unasked = unanswered('not-asked', 'this version was not asked for')
  return {
    SSLv2: ssl2Verdict({ ssl2, ssl2At }, session, doubt),
    SSLv3: firsts.get('SSLv3') ?? unasked,
    TLSv1: firsts.get('TLSv1') ?? unasked,
    'TLSv1.1': firsts.get('TLSv1.1') ?? unasked,
    'TLSv1.2': firsts.get('TLSv1.2') ?? unasked,
    'TLSv1.3': of(tls13),
  }
}

/** To hang up is a "no" to SSL 2.0 from a server that answers other hellos, before it and after it. */
function ssl2Verdict(
  { ssl2, ssl2At }: Ssl2Asked,
  session: Session,
  doubt: Unanswered | null,
): Answer<boolean> {
  if (!ssl2.known) return ssl2
  if (ssl2.value !== null) return known(true)
  if (!session.answeredSince(-1)) return unproved()
  return doubt === null || session.answeredSince(ssl2At) ? known(false) : doubt
}

/** Nothing was answered: why not, a refusal that proves nothing last. */
export function nothing(versions: TlsScan['versions']): Unanswered {
  const all = Object.values(versions).flatMap((verdict) => (verdict.known ? [] : [verdict]))
  const telling = all.find(({ reason }) => reason !== 'not-asked' && reason !== 'refused-handshake')
  return telling ?? all[0] ?? unproved()
}

/** RFC 5246 §E.1: a server answers a newer hello in the newest version that it has; some refuse it instead. */
export function versionIntolerances({ old }: VersionSearch): readonly string[] {
  const best = old.findLastIndex(({ suites }) => suites !== null)
  if (best < 0) return []
  return old.slice(best + 1).flatMap(({ version, first }) => {
    if (first.kind !== 'refused' || first.refusal === null) return []
    const what = refusalText(first.refusal)
    return [`A ${version} hello is refused (${what}) instead of answered in ${old[best]?.version}.`]
  })
}
