import { type Answer, type Unanswered, unanswered } from '../model/answer.ts'
import type { Observation } from '../model/observation.ts'
import type { EndpointTarget } from '../model/target.ts'
import type { ClientIdentity } from '../net/tls-context.ts'
import { askAddress, type Sight } from './address.ts'
import { ask } from './ask.ts'
import { deliveriesOf } from './deliveries.ts'
import { type Door, doorsOf } from './doors.ts'
import { identityOf } from './identity.ts'
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
  return {
    target,
    at,
    durationMs: Math.max(0, ...sights.map(({ durationMs }) => durationMs)),
    connections: sights.reduce((sum, { connections }) => sum + connections, 0),
    addresses: sights.map(({ answer }) => answer),
    deliveries: await understood(() => deliveriesOf(target, sights, around)),
    tls: notScanned,
  }
}

/** Anchors and paths are read here for the first time: what throws costs this endpoint its answer, not the run. */
async function understood<T>(make: () => Answer<T>): Promise<Answer<T>> {
  const made = await ask(async () => make())
  return made.known ? made.value : made
}

const notScanned = unanswered('not-asked', 'the scan was not asked for')

function nothingSeen(target: EndpointTarget, at: Date, deliveries: Unanswered): Observation {
  return { target, at, durationMs: 0, connections: 0, addresses: [], deliveries, tls: notScanned }
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
