import { type Answer, known, type Unanswered, unanswered } from '../model/answer.ts'
import type { Observation } from '../model/observation.ts'
import type { EndpointTarget } from '../model/target.ts'
import type { TlsScan } from '../model/tls-scan.ts'
import type { ClientIdentity } from '../net/tls-context.ts'
import { askAddress, type Sight } from './address.ts'
import { ask } from './ask.ts'
import type { Meeting } from './converse.ts'
import { deliveriesOf } from './deliveries.ts'
import { type Door, doorsOf } from './doors.ts'
import { identityOf } from './identity.ts'
import { newMeetings } from './scan/meetings.ts'
import { scanEndpoint, unscannable } from './scan/scan-endpoint.ts'
import type { Surroundings } from './surroundings.ts'

/** Asks one endpoint: for its addresses first, then what certificates they serve. */
export async function observeEndpoint(target: EndpointTarget, around: Surroundings): Promise<Observation> {
  const at = around.clock()
  const identity = await ask(() => identityOf(target.clientCertificate))
  if (!identity.known) return nothingSeen(target, at, identity)
  const doors = await doorsOf(target, around)
  if (!doors.known) return nothingSeen(target, at, doors)

  const sights = await (target.addresses === 'all' ? askAll : askInTurn)(
    target,
    doors.value,
    identity.value,
    around,
  )
  const scan = await scanned(target, doors.value, sights, identity.value, around)
  const all = sights.map((sight) => (sight === scan.sight ? withLeaf(sight, scan.meetings) : sight))
  return {
    target,
    at,
    durationMs: Math.max(0, ...sights.map(({ durationMs }) => durationMs)),
    connections: sights.reduce((sum, { connections }) => sum + connections, scan.connections),
    addresses: all.map(({ answer }) => answer),
    deliveries: await understood(() => deliveriesOf(target, all, around)),
    tls: scan.tls,
  }
}

interface Scan {
  readonly tls: Answer<TlsScan>
  /** Handshakes of ours that showed a leaf that no ordinary one had. */
  readonly meetings: readonly Meeting[]
  /** Where it was scanned. */
  readonly sight: Sight | null
  readonly connections: number
}

/** Scans the first address that answered: all of them are one service, and a scan is long. */
async function scanned(
  target: EndpointTarget,
  doors: readonly Door[],
  sights: readonly Sight[],
  identity: ClientIdentity | null,
  around: Surroundings,
): Promise<Scan> {
  const none = { meetings: [], sight: null, connections: 0 }
  if (target.scan === 'certificate') return { ...none, tls: notScanned }
  const opened = sights
    .map((sight, index) => ({ sight, door: doors[index] }))
    .filter(({ sight }) => sight.tcpOpened)
  const best = opened.find(({ sight }) => sight.answer.leaf.known) ?? opened[0]
  if (best?.door === undefined) {
    const failure = sights.find(({ answer }) => !answer.leaf.known)?.answer.leaf
    const why = failure?.known === false ? failure : unanswered('not-asked', 'no address was asked')
    return { ...none, tls: why }
  }
  const { sight, door } = best
  const why = unscannable(sight.answer.leaf)
  if (why !== null) return { ...none, tls: why }
  const { tls, chains, connections } = await scanEndpoint(target, door, identity, around)
  const known = new Set(sights.flatMap(({ meetings }) => meetings.map(({ chain }) => chain[0].sha256)))
  return { tls, meetings: newMeetings(chains, known, door.address, around), sight, connections }
}

/** What the scan showed counts like any other handshake, also for whether the address has answered at all. */
function withLeaf(sight: Sight, meetings: readonly Meeting[]): Sight {
  const [first] = meetings
  const leaf =
    sight.answer.leaf.known || first === undefined ? sight.answer.leaf : known(first.chain[0].sha256)
  return { ...sight, answer: { ...sight.answer, leaf }, meetings: [...sight.meetings, ...meetings] }
}

/** Anchors and paths are read here for the first time: what throws costs this endpoint its answer, not the run. */
async function understood<T>(make: () => Answer<T>): Promise<Answer<T>> {
  const made = await ask(async () => make())
  return made.known ? made.value : made
}

const notScanned = unanswered('not-asked', 'scan: certificate')

function nothingSeen(target: EndpointTarget, at: Date, deliveries: Unanswered): Observation {
  const tls = target.scan === 'certificate' ? notScanned : deliveries
  return { target, at, durationMs: 0, connections: 0, addresses: [], deliveries, tls }
}

function askAll(
  target: EndpointTarget,
  doors: readonly Door[],
  identity: ClientIdentity | null,
  around: Surroundings,
): Promise<readonly Sight[]> {
  return Promise.all(doors.map((door) => askAddress(target, door, identity, false, around)))
}

/** The resolver's order; the next address when TCP fails. */
async function askInTurn(
  target: EndpointTarget,
  doors: readonly Door[],
  identity: ClientIdentity | null,
  around: Surroundings,
): Promise<readonly Sight[]> {
  const sights: Sight[] = []
  const last = doors.findLast(({ shut }) => shut === null)
  for (const door of doors) {
    const sight = await askAddress(target, door, identity, door !== last, around)
    sights.push(sight)
    if (sight.tcpOpened) break
  }
  return sights
}
