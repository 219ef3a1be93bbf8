import { type Answer, known, unanswered } from '../../../../src/model/answer.ts'
import type { TlsVersion } from '../../../../src/model/observation.ts'
import type { Offer, ProbeResult } from '../../../../src/model/tls-scan.ts'
import type { Probe, ScanSoFar } from '../../../../src/observe/scan/probes/probe.ts'
import { cipherSuite } from '../../../../src/wire/cipher-suite.ts'
import { sessionTo } from '../session-to.ts'

export interface Probed {
  readonly answer: Answer<ProbeResult>
  readonly connections: number
}

/** Sends the probe to that port of loopback, where the enumeration found these offers. */
export async function probed(
  probe: Probe,
  port: number,
  differs: Partial<ScanSoFar>,
  timeoutMs = 2000,
): Promise<Probed> {
  const through = sessionTo(port, { timeoutMs })
  const answer = await probe(through, { ...nothingSeen, ...differs })
  return { answer, connections: through.connections }
}

/** What was found of one version. */
export function offer(version: TlsVersion, ...suites: readonly number[]): Offer {
  return {
    version,
    suites: { found: suites.map(cipherSuite), cut: null },
    serverPreference: known(true),
    groups: { found: [], cut: null },
    signatureSchemes: { found: [], cut: null },
  }
}

const unasked = unanswered('not-asked', 'not in this test')

const nothingSeen: ScanSoFar = {
  versions: {
    SSLv2: unasked,
    SSLv3: unasked,
    TLSv1: unasked,
    'TLSv1.1': unasked,
    'TLSv1.2': unasked,
    'TLSv1.3': unasked,
  },
  offers: [],
  dh: [],
  alpn: unasked,
  address: null,
  features: {
    secureRenegotiation: unasked,
    extendedMasterSecret: unasked,
    encryptThenMac: unasked,
    fallbackScsv: unasked,
    compression: unasked,
    sessionTickets: unasked,
    staple: unasked,
    scts: unasked,
    clientCertificateRequested: unasked,
  },
  intolerances: [],
  hsts: unasked,
  sslv2Elsewhere: [],
}
