import { type FirstAnswer, firstHello, type Patience } from './first-hello.ts'
import type { RecordVersion } from './hello.ts'
import type { Ledger } from './ledger.ts'
import { searchSuites, type SuiteSearch } from './old-suites.ts'
import type { Session } from './session.ts'
import { askSsl2, type Ssl2Asked } from './ssl2.ts'
import type { Tls13Search } from './tls13-search.ts'
import { searchTls13 } from './tls13.ts'

export type OldVersion = Exclude<RecordVersion, 'TLSv1.3'>

/** One version up to TLS 1.2: whether it is agreed to, and with which suites. */
export interface OldSearch {
  readonly version: OldVersion
  readonly first: FirstAnswer
  /** `null` where the version is not agreed to, or not known to be. */
  readonly suites: SuiteSearch | null
}

export interface VersionSearch extends Ssl2Asked {
  readonly old: readonly OldSearch[]
  readonly tls13: Tls13Search
}

/**
 * All versions, side by side as far as the turnstile lets them: those of today first, because a refusal of an old one
 * counts only with a hello that was answered before and another after.
 */
export async function searchVersions(
  session: Session,
  ledger: Ledger,
  patience: Patience,
  protocols: readonly string[],
): Promise<VersionSearch> {
  const one = async (version: OldVersion): Promise<OldSearch> => {
    const first = await firstHello(version, session, ledger, patience)
    return { version, first, suites: null }
  }
  const withSuites = async (search: OldSearch): Promise<OldSearch> => {
    if (search.first.kind !== 'offered') return search
    return { ...search, suites: await searchSuites(search.version, search.first, session, ledger) }
  }
  const current = searchTls13(session, protocols)
  const tls12 = await one('TLSv1.2')
  if (tls12.first.kind !== 'offered') await current
  const [ssl2, ssl3, tls1, tls11, asked12, tls13] = await Promise.all([
    askSsl2(session),
    one('SSLv3').then(withSuites),
    one('TLSv1').then(withSuites),
    one('TLSv1.1').then(withSuites),
    withSuites(await askedAgain(tls12, session, one)),
    current,
  ])
  return { ...ssl2, old: [ssl3, tls1, tls11, asked12], tls13 }
}

/** A refusal of the very first hello proves nothing: it is asked again once something else was answered. */
async function askedAgain(
  tls12: OldSearch,
  session: Session,
  one: (version: OldVersion) => Promise<OldSearch>,
): Promise<OldSearch> {
  const { first } = tls12
  if (first.kind !== 'refused' || first.refusal === null) return tls12
  return session.answeredSince(first.refusal.at) ? one('TLSv1.2') : tls12
}
