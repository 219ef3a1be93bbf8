import type { Certificate } from '../model/certificate.ts'
import {
  type AddressAnswer,
  type Delivery,
  type IssuerHint,
  type Observation,
  type Obstacle,
  type Sighting,
  tlsVersions,
  type TrustEvidence,
  type TrustPath,
} from '../model/observation.ts'
import { amount, count, fields, flag, type Form, tagged, list, oneOf, orNull, text } from './form.ts'
import { caaCheck, dane, logged, renewal } from './inquiry-form.ts'
import { revocationForm } from './revocation-form.ts'
import { tlsScanForm } from './tls-scan-form.ts'
import { transparency } from './transparency-form.ts'
import {
  answer,
  certificateOf,
  type CertificateNumbers,
  instant,
  ip,
  octets,
  sha256,
  suite,
} from './words.ts'

/** What a shard says of one target, whose id stands for it: what the target is, the config alone says. */
export interface ShardObservation extends Omit<Observation, 'target'> {
  readonly id: string
}

const addressAnswer: Form<AddressAnswer> = fields({
  address: orNull(ip),
  leaf: answer(sha256),
  otherLeaf: answer(orNull(sha256)),
})

const sighting: Form<Sighting> = fields({
  address: orNull(ip),
  asked: oneOf('any', 'rsa', 'ecdsa', 'scan'),
  protocol: oneOf(...tlsVersions),
  suite,
  clientCertificateDemanded: orNull(flag),
})

function obstacleForm(certificate: Form<Certificate>): Form<Obstacle> {
  const issuerHint: Form<IssuerHint> = tagged<IssuerHint, 'kind'>('kind', {
    aia: { url: text, proved: list(certificate) },
    run: { target: text, sha256 },
  })
  return tagged<Obstacle, 'kind'>('kind', {
    'self-signed': {},
    'unknown-root': { root: text },
    'issuer-missing': { issuer: text, named: orNull(issuerHint) },
    invalid: { detail: text },
  })
}

/** One observation; its certificates stand elsewhere in the file, by number. */
export function observationForm(numbers: CertificateNumbers): Form<ShardObservation> {
  const certificate = certificateOf(numbers)
  const path: Form<TrustPath> = fields({
    certificates: list(certificate, 1),
    anchor: oneOf('public', 'custom'),
  })
  const trust: Form<TrustEvidence> = fields({
    paths: list(path),
    obstacle: orNull(obstacleForm(certificate)),
  })
  const delivery: Form<Delivery> = fields({
    leaf: certificate,
    chain: list(certificate, 1),
    unreadable: list(text),
    sightings: list(sighting),
    trust,
    staple: answer(orNull(octets)),
    transparency,
    revocation: revocationForm(certificate),
    renewal: answer(renewal),
    logged: answer(logged),
    caa: list(caaCheck),
    dane: answer(dane),
  })
  return fields({
    id: text,
    at: instant,
    durationMs: amount,
    connections: count,
    addresses: list(addressAnswer),
    deliveries: answer(list(delivery, 1)),
    tls: answer(tlsScanForm),
  })
}
