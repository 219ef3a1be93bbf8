import { parseAddress } from '../../src/model/address.ts'
import { parseHostname } from '../../src/model/hostname.ts'
import { endpointId, type EndpointTarget, type Trust } from '../../src/model/target.ts'

/** Where the servers of a benchmark listen, one for each endpoint, and the root above all their certificates. */
export interface Fleet {
  /** DER in base64. */
  readonly root: string
  readonly doors: readonly Listening[]
}

export interface Listening {
  readonly name: string
  readonly address: string
  readonly port: number
}

/** Over so many loopback addresses the endpoints are spread: with few, connections_per_host would be measured. */
const addresses = 250

/** Neighbours in the list are at different addresses. */
export function addressOf(index: number): string {
  return `127.0.1.${(index % addresses) + 1}`
}

export function nameOf(index: number): string {
  return `host-${index}.fleet.example`
}

/** The first `count` endpoints as a config would name them, under the public store and the fleet's own root. */
export function targets(fleet: Fleet, count: number): readonly EndpointTarget[] {
  const trust: Trust = { anchors: [Buffer.from(fleet.root, 'base64')], public: true }
  return fleet.doors.slice(0, count).map((door, index) => target(door, index + 1, trust))
}

function target({ name, address, port }: Listening, line: number, trust: Trust): EndpointTarget {
  const [host, connectTo] = [parseHostname(name), parseAddress(address)]
  if (host === undefined || connectTo === undefined) throw new TypeError(`no endpoint: ${name} ${address}`)
  const place = { host, port, starttls: null, servername: null, connectTo }
  return {
    ...place,
    kind: 'endpoint',
    id: endpointId(place),
    name: host,
    source: { file: 'certificates.yml', line, column: 3 },
    tags: ['bench'],
    owner: null,
    runbook: null,
    trust,
    addresses: 'first',
    ipVersion: 'any',
    timeoutMs: 10_000,
    retries: 0,
    clientCertificate: null,
    scan: 'certificate',
    probes: false,
  }
}
