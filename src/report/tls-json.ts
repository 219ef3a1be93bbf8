import type { Answer } from '../model/answer.ts'
import type { CipherSuite, TlsVersion } from '../model/observation.ts'
import { suiteStrength } from '../model/suite-strength.ts'
import type { Enumeration, Features, Offer, TlsScan } from '../model/tls-scan.ts'
import type { GradedScan } from './grades.ts'
import type { ByVersion, SuiteJson, TlsJson } from './report-json.ts'

/** A scan and its grade. A version that is missing from a list is one about which nothing is known. */
export function tlsJson({ scan, grade }: GradedScan): TlsJson {
  const { offers, dh, alpn, intolerances } = scan
  const { scores } = grade
  return {
    address: scan.address,
    versions: versionsJson(scan),
    cipher_suites: byVersion(offers, ({ suites, version }) =>
      listOf(suites, (suite) => suiteJson(suite, version)),
    ),
    server_preference: byVersion(offers, ({ serverPreference }) => valueOf(serverPreference)),
    groups: byVersion(offers, ({ groups }) => listOf(groups, ({ name }) => name)),
    signature_schemes: byVersion(offers, ({ signatureSchemes }) =>
      listOf(signatureSchemes, ({ name }) => name),
    ),
    dh_bits: dh[0]?.bits ?? null,
    dh_groups: dh.map(({ bits, known, rfc7919, exportGrade }) => {
      return { bits, name: known, rfc7919, export: exportGrade }
    }),
    post_quantum: grade.postQuantum,
    alpn: valueOf(alpn),
    features: featuresJson(scan),
    intolerances,
    incomplete: offers.flatMap(incompleteJson),
    vulnerabilities: grade.vulnerabilities,
    not_tested: grade.notTested,
    grade: grade.letter,
    grade_trust_ignored: grade.trustIgnored,
    grade_guide: grade.guide,
    security_score: grade.securityScore,
    scores: { protocol: scores.protocol, key_exchange: scores.keyExchange, cipher: scores.cipher },
    caps: grade.caps,
    security_issues: grade.securityIssues,
    mozilla_profile: grade.mozillaProfile,
    mozilla_version: grade.mozillaVersion,
    mozilla_obstacle: grade.mozillaObstacle,
  }
}

/** The number of a suite in hex: two octets, three in SSL 2.0. */
function suiteId(id: number, version: TlsVersion): string {
  return `0x${id.toString(16).padStart(version === 'SSLv2' ? 6 : 4, '0')}`
}

function valueOf<T>(answer: Answer<T>): T | null {
  return answer.known ? answer.value : null
}

function versionsJson({ versions }: TlsScan): TlsJson['versions'] {
  return {
    SSLv2: valueOf(versions.SSLv2),
    SSLv3: valueOf(versions.SSLv3),
    TLSv1: valueOf(versions.TLSv1),
    'TLSv1.1': valueOf(versions['TLSv1.1']),
    'TLSv1.2': valueOf(versions['TLSv1.2']),
    'TLSv1.3': valueOf(versions['TLSv1.3']),
  }
}

function byVersion<T>(
  offers: readonly Offer[],
  told: (offer: Offer) => T | undefined,
): ByVersion<NonNullable<T> | Extract<T, null>> {
  return Object.fromEntries(
    offers.map((offer) => [offer.version, told(offer)]).filter(([, value]) => value !== undefined),
  )
}

/** What was found is certain; of a search that ended before it found anything nothing can be said. */
function listOf<T, J>({ found, cut }: Enumeration<T>, told: (item: T) => J): readonly J[] | undefined {
  return found.length === 0 && cut !== null ? undefined : found.map(told)
}

function suiteJson(suite: CipherSuite, version: TlsVersion): SuiteJson {
  const { id, name, openssl, bits } = suite
  return { id: suiteId(id, version), name, openssl, bits, strength: suiteStrength(suite) }
}

/** The lists that may go on beyond what was found, and why. */
function incompleteJson({ version, suites, groups, signatureSchemes }: Offer): TlsJson['incomplete'] {
  const lists = { cipher_suites: suites, groups, signature_schemes: signatureSchemes }
  return Object.entries(lists).flatMap(([list, { cut }]) => {
    if (cut === null || cut.reason === 'not-asked') return []
    return [{ list, version, reason: cut.reason, message: cut.detail }]
  })
}

function featuresJson({ features, probes, hsts }: TlsScan): TlsJson['features'] {
  const { staple, scts } = features
  const sent = (answer: Features['staple']): boolean | null => (answer.known ? answer.value !== null : null)
  return {
    secure_renegotiation: valueOf(features.secureRenegotiation),
    insecure_renegotiation: probes['insecure-renegotiation'].known
      ? probes['insecure-renegotiation'].value.vulnerable
      : null,
    extended_master_secret: valueOf(features.extendedMasterSecret),
    encrypt_then_mac: valueOf(features.encryptThenMac),
    fallback_scsv: valueOf(features.fallbackScsv),
    compression: valueOf(features.compression),
    session_tickets: valueOf(features.sessionTickets),
    ocsp_staple: sent(staple),
    signed_certificate_timestamps: sent(scts),
    client_certificate_requested: valueOf(features.clientCertificateRequested),
    hsts: hsts.known ? hsts.value !== null : null,
    hsts_header: valueOf(hsts),
  }
}
