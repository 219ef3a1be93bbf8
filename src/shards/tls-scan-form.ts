import { tlsVersions } from '../model/observation.ts'
import {
  type DhParameters,
  type Enumeration,
  type Features,
  type NamedGroup,
  type Offer,
  probeNames,
  type ProbeResult,
  type SignatureScheme,
  type TlsScan,
} from '../model/tls-scan.ts'
import { count, fields, flag, type Form, list, oneOf, orNull, record, text } from './form.ts'
import { answer, ip, octets, suite, unanswered, yesOrNo } from './words.ts'

function enumeration<T>(one: Form<T>): Form<Enumeration<T>> {
  return fields({ found: list(one), cut: orNull(unanswered) })
}

const group: Form<NamedGroup> = fields({ id: count, name: text, bits: orNull(count), postQuantum: flag })

const signatureScheme: Form<SignatureScheme> = fields({ id: count, name: text })

const offer: Form<Offer> = fields({
  version: oneOf(...tlsVersions),
  suites: enumeration(suite),
  serverPreference: yesOrNo,
  groups: enumeration(group),
  signatureSchemes: enumeration(signatureScheme),
})

const dhParameters: Form<DhParameters> = fields({
  bits: count,
  prime: text,
  known: orNull(text),
  rfc7919: flag,
  exportGrade: flag,
})

const features: Form<Features> = fields({
  secureRenegotiation: yesOrNo,
  extendedMasterSecret: yesOrNo,
  encryptThenMac: yesOrNo,
  fallbackScsv: yesOrNo,
  compression: yesOrNo,
  sessionTickets: yesOrNo,
  staple: answer(orNull(octets)),
  scts: answer(orNull(octets)),
  clientCertificateRequested: yesOrNo,
})

const probe: Form<ProbeResult> = fields({ vulnerable: flag, evidence: text })

export const tlsScanForm: Form<TlsScan> = fields({
  address: orNull(ip),
  versions: record(tlsVersions, yesOrNo),
  offers: list(offer),
  dh: list(dhParameters),
  alpn: answer(list(text)),
  features,
  probes: record(probeNames, answer(probe)),
  intolerances: list(text),
  hsts: answer(orNull(text)),
  sslv2Elsewhere: list(text),
})
