import { type Answer, known, type Unanswered, unanswered } from '../../model/answer.ts'
import { currentGroups, helloShape, suiteCandidates } from './candidates.ts'
import { computableGroups } from './key-pair.ts'
import { goOn, type ProtectedFlight } from './protected-flight.ts'
import type { Refusal, Reply } from './reply.ts'
import type { Session } from './session.ts'
import type { Tls13Search } from './tls13-search.ts'
import { withShares } from './tls13-shares.ts'

/** Alerts by which a server may dislike an empty key_share, which RFC 8446 §4.2.8 allows. */
const perhapsTheShare: readonly (number | null)[] = [40, 47, 50, 80, 109, 110, null]

/**
 * Suites and groups of TLS 1.3 together: an empty key_share makes the server name both in a HelloRetryRequest, in clear
 * (RFC 8446 §4.1.4). What it names is taken off both lists, until it refuses.
 */
export async function searchTls13(session: Session, protocols: readonly string[]): Promise<Tls13Search> {
  const search = new Search(session, protocols)
  const first = await search.ask(search.suites, search.groups)
  switch (first.kind) {
    case 'silence':
      return { kind: 'unknown', why: first.why }
    case 'refusal':
      return perhapsTheShare.includes(first.alert)
        ? withShares(session, first)
        : { kind: 'refused', refusal: first }
    case 'flight':
      if (first.version !== 'TLSv1.3') return { kind: 'refused', refusal: null }
      return {
        kind: 'unknown',
        why: unanswered('malformed', 'ServerHello without a share of ours to answer'),
      }
    case 'retry':
      return search.toTheEnd()
  }
}

class Search {
  suites: readonly number[] = suiteCandidates('TLSv1.3')
  groups: readonly number[] = currentGroups
  readonly #session: Session
  /** Offered next: all, then what was not chosen first, then none. */
  #protocols: readonly string[]
  /** Chosen so far; `null` while nothing was shown. */
  #chosen: readonly string[] | null = null
  readonly #foundSuites: number[] = []
  readonly #foundGroups: number[] = []
  readonly #steps: { readonly offered: readonly number[]; readonly picked: number }[] = []
  readonly #refusals: Refusal[] = []
  #cut: Unanswered | null = null
  readonly #shown: ProtectedFlight[] = []
  #stated = false

  constructor(session: Session, protocols: readonly string[]) {
    this.#session = session
    this.#protocols = protocols
  }

  /** One hello; what the server names is written down and taken off the lists. */
  async ask(suites: readonly number[], groups: readonly number[]): Promise<Reply> {
    const shape = helloShape('TLSv1.3', suites, { groups, protocols: this.#protocols })
    const wanted = this.#shown.length === 0 || !this.#stated || this.#protocols.length > 0
    const reply = await this.#session.ask(shape, wanted ? goOn : undefined)
    if (reply.kind === 'refusal' && reply.alert === 120 && this.#protocols.length === 1) {
      this.#protocols = [] // it was the protocol that was refused
      return this.ask(suites, groups)
    }
    if (reply.kind === 'silence') this.#cut = reply.why
    if (reply.kind === 'refusal') this.#refusals.push(reply)
    if (reply.kind !== 'retry') return reply
    const { suite, group, shown } = reply
    if (!this.#foundSuites.includes(suite)) this.#steps.push({ offered: suites, picked: suite })
    if (!this.#foundSuites.includes(suite)) this.#foundSuites.push(suite)
    if (!this.#foundGroups.includes(group)) this.#foundGroups.push(group)
    this.suites = this.suites.filter((left) => left !== suite)
    this.groups = this.groups.filter((left) => left !== group)
    if (shown !== null) this.#shown.push(shown)
    this.#choose(shown, reply.turnedAway)
    if (shown !== null && shown.groups.length > 0) this.#state(shown.groups)
    return reply
  }

  /** What ALPN comes to (RFC 7301 §3.2): an alert in place of a choice is a "no" to all that was offered. */
  #choose(shown: ProtectedFlight | null, turnedAway: boolean): void {
    const offered = this.#protocols
    const chosen = shown?.protocol ?? null
    if (offered.length === 0 || (shown === null && !turnedAway)) return
    if (this.#chosen === null && turnedAway) return
    this.#chosen = [...(this.#chosen ?? []), ...(chosen !== null && offered.includes(chosen) ? [chosen] : [])]
    this.#protocols = chosen === null || offered.length === 1 ? [] : offered.filter((name) => name !== chosen)
  }

  /** The server's own list: what it states needs no asking, and whatever it leaves out is asked for all the same. */
  #state(groups: readonly number[]): void {
    this.#stated = true
    for (const group of groups)
      if (currentGroups.includes(group) && !this.#foundGroups.includes(group)) this.#foundGroups.push(group)
    this.groups = this.groups.filter((left) => !groups.includes(left))
  }

  async toTheEnd(): Promise<Tls13Search> {
    const [suite = 0] = this.#foundSuites
    let suitesOpen = true
    let groupsOpen = true
    while (this.#cut === null && (suitesOpen || groupsOpen)) {
      // A list that came to its end is kept open by one entry that the server takes.
      const group = this.#anyGroup()
      const suites = suitesOpen && this.suites.length > 0 ? this.suites : [suite]
      const groups = groupsOpen && this.groups.length > 0 ? this.groups : [group]
      const both = suitesOpen && this.suites.length > 0 && groupsOpen && this.groups.length > 0
      suitesOpen &&= this.suites.length > 0
      groupsOpen &&= this.groups.length > 0
      if (!suitesOpen && !groupsOpen) break
      const reply = await this.ask(suites, groups)
      if (reply.kind === 'retry') continue
      if (reply.kind === 'flight') {
        this.#cut = unanswered('malformed', 'the server went on where it was asked for a group')
      } else if (!both) {
        if (suitesOpen) suitesOpen = false
        else groupsOpen = false
      } else {
        const over = await this.#whichIsOver(suite, suites, groups)
        if (over === 'suites') suitesOpen = false
        if (over === 'groups') groupsOpen = false
      }
    }
    return {
      kind: 'offered',
      suites: this.#foundSuites,
      suitesCut: suitesOpen ? this.#cut : null,
      groups: this.#foundGroups,
      groupsCut: groupsOpen ? this.#cut : null,
      serverPreference: await this.#preference(this.#anyGroup()),
      shown: this.#shown,
      protocols: this.#protocols.length === 0 ? this.#chosen : null,
      refusals: this.#refusals,
      intolerances: [],
    }
  }

  /**
   * Of two lists one has nothing left: with something that works in place of the one, the other answers for itself. The
   * likelier is asked for first: a server that has stated its groups has hardly more.
   */
  async #whichIsOver(
    suite: number,
    suites: readonly number[],
    groups: readonly number[],
  ): Promise<'suites' | 'groups' | 'unknown'> {
    const groupsFirst = this.#stated
    const again = await (groupsFirst ? this.ask(suites, [this.#anyGroup()]) : this.ask([suite], groups))
    if (again.kind === 'retry') return groupsFirst ? 'groups' : 'suites'
    if (again.kind === 'refusal') return groupsFirst ? 'suites' : 'groups'
    this.#cut ??= unanswered('malformed', 'the server went on where it was asked for a group')
    return 'unknown'
  }

  /** One that the server takes, and with which we can go on, if there is such a one. */
  #anyGroup(): number {
    const found = this.#foundGroups
    return found.find((group) => computableGroups.includes(group)) ?? found[0] ?? 0
  }

  /** As up to TLS 1.2: a server that goes by our order always picks the first that it accepts. */
  async #preference(group: number): Promise<Answer<boolean>> {
    const found = this.#foundSuites
    if (found.length < 2) return unanswered('not-asked', 'a single suite leaves nothing to pick')
    const own = this.#steps.some(
      ({ offered, picked }) => offered.find((suite) => found.includes(suite)) !== picked,
    )
    if (own) return known(true)
    if (this.#cut !== null) return this.#cut
    const turned = found.toReversed()
    const reply = await this.#session.ask(helloShape('TLSv1.3', turned, { groups: [group] }))
    if (reply.kind === 'retry') return known(reply.suite !== turned[0])
    return reply.kind === 'silence'
      ? reply.why
      : unanswered('malformed', 'the server refuses what it accepted before')
  }
}
