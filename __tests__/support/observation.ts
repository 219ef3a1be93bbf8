import { type IpAddress, parseAddress } from '../../src/model/address.ts'
import { type Answer, known, type Reason, unanswered } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import { type Hostname, parseHostname } from '../../src/model/hostname.ts'
import type {
  AddressAnswer,
  CipherSuite,
  Delivery,
  Obstacle,
  Observation,
  Sighting,
} from '../../src/model/observation.ts'
import type { Policy, Waiver } from '../../src/model/policy.ts'
import type { RuleId } from '../../src/model/rule-id.ts'
import { endpointId, type EndpointTarget, type FileTarget } from '../../src/model/target.ts'
import { certificate, intermediate, now, root } from './certificate.ts'
import { revocation } from './revocation.ts'
import { seenTransparency } from './transparency.ts'

export function hostname(text: string): Hostname {
  const host = parseHostname(text)
  if (host === undefined) throw new TypeError(`not a host name: ${text}`)
  return host
}

export function ip(text: string): IpAddress {
  const address = parseAddress(text)
  if (address === undefined) throw new TypeError(`not an address: ${text}`)
  return address
}

/** example.com:443, found in line 3 of the config. */
export function target(differs: Partial<EndpointTarget> = {}): EndpointTarget {
  const made: Omit<EndpointTarget, 'id' | 'name'> = {
    kind: 'endpoint',
    host: hostname('example.com'),
    port: 443,
    starttls: null,
    servername: null,
    connectTo: null,
    source: { file: '.github/certificates.yml', line: 3, column: 5 },
    tags: [],
    owner: null,
    runbook: null,
    trust: { anchors: [], public: true },
    addresses: 'first',
    ipVersion: 'any',
    timeoutMs: 10_000,
    retries: 2,
    clientCertificate: null,
    scan: 'certificate',
    probes: false,
    ...differs,
  }
  return { id: endpointId(made), name: made.host, ...made }
}

/** certs/signing.pem, watched without a domain. */
export function fileTarget(differs: Partial<FileTarget> = {}): FileTarget {
  const path = differs.path ?? 'certs/signing.pem'
  return {
    kind: 'file',
    id: `file:${path}`,
    name: path,
    path,
    source: { file: '.github/certificates.yml', line: 9, column: 5 },
    tags: [],
    owner: null,
    runbook: null,
    trust: { anchors: [], public: true },
    content: { kind: 'path', path: `/checkout/${path}` },
    password: null,
    domain: null,
    ...differs,
  }
}

/** What a config without a word about it gives. */
export function policy(differs: Partial<Policy> = {}): Policy {
  return {
    expiry: { warningDays: 'auto', criticalDays: 'auto' },
    checkChain: true,
    verifyHostname: true,
    expect: { issuer: null, spkiSha256: [] },
    severities: new Map<RuleId, never>(),
    waivers: [],
    ...differs,
  }
}

export function waiver(differs: Partial<Waiver> = {}): Waiver {
  return {
    rule: '*',
    domain: '*',
    reason: 'agreed with the owner',
    until: new Date('2026-12-31T00:00:00Z'),
    ...differs,
  }
}

export function suite(differs: Partial<CipherSuite> = {}): CipherSuite {
  return {
    id: 0x1301,
    name: 'TLS_AES_128_GCM_SHA256',
    openssl: 'TLS_AES_128_GCM_SHA256',
    bits: 128,
    forwardSecrecy: true,
    flags: [],
    ...differs,
  }
}

export function sighting(differs: Partial<Sighting> = {}): Sighting {
  return {
    address: ip('192.0.2.1'),
    asked: 'any',
    protocol: 'TLSv1.3',
    suite: suite(),
    clientCertificateDemanded: false,
    ...differs,
  }
}

/** A leaf and its intermediate as sent, with a path to a public root that the server did not send. */
export function delivery(differs: Partial<Delivery> = {}): Delivery {
  const leaf = differs.leaf ?? certificate()
  const issuer = differs.chain?.[1] ?? intermediate()
  return {
    leaf,
    chain: [leaf, issuer],
    unreadable: [],
    sightings: [sighting()],
    trust: { paths: [{ certificates: [leaf, issuer, root()], anchor: 'public' }], obstacle: null },
    staple: known(null),
    transparency: seenTransparency(),
    revocation: revocation(leaf, issuer),
    renewal: unanswered('not-asked', 'its CA does not speak ARI'),
    logged: unanswered('not-asked', 'nobody searched'),
    caa: [],
    dane: unanswered('not-asked', 'nobody looked'),
    ...differs,
  }
}

/** A chain that reaches no anchor, and why. */
export function untrusted(obstacle: Obstacle, differs: Partial<Delivery> = {}): Delivery {
  return delivery({ trust: { paths: [], obstacle }, ...differs })
}

/** What an address says that served these chains to an ordinary client, and has no other key type. */
export function addressAnswer(differs: Partial<AddressAnswer> = {}): AddressAnswer {
  return {
    address: ip('192.0.2.1'),
    leaf: known(certificate().sha256),
    otherLeaf: known(null),
    ...differs,
  }
}

/** A healthy answer of example.com:443 from one address. */
export function observation(differs: Partial<Observation> = {}): Observation {
  const deliveries: Answer<readonly Delivery[]> = differs.deliveries ?? known([delivery()])
  const leaf = deliveries.known ? known((deliveries.value[0] ?? delivery()).leaf.sha256) : deliveries
  return {
    target: target(),
    at: now,
    durationMs: 42,
    connections: 2,
    addresses: [addressAnswer({ leaf, otherLeaf: leaf.known ? known(null) : leaf })],
    deliveries,
    tls: unanswered('not-asked', 'only the certificate was asked for'),
    ...differs,
  }
}

/** An answer in which only the leaf differs from the healthy one. */
export function served(leaf: Partial<Certificate>): Observation {
  return serving(delivery({ leaf: certificate(leaf) }))
}

/** An answer that consists of these chains. */
export function serving(...deliveries: Delivery[]): Observation {
  return observation({ deliveries: known(deliveries) })
}

/** An endpoint that gave no certificate. */
export function silent(reason: Reason, detail = 'nobody answered'): Observation {
  return observation({ deliveries: unanswered(reason, detail) })
}
