import { parseAddress } from '../../../../src/model/address.ts'
import { known, unanswered } from '../../../../src/model/answer.ts'
import type { Answer } from '../../../../src/model/answer.ts'
import type { TlsVersion } from '../../../../src/model/observation.ts'
import type { Offer, ProbeResult } from '../../../../src/model/tls-scan.ts'
import { secureContexts } from '../../../../src/net/tls-context.ts'
import { budget } from '../../../../src/observe/budget.ts'
import { certificates } from '../../../../src/observe/certificates.ts'
import type { Probe, ScanSoFar } from '../../../../src/observe/scan/probes/probe.ts'
import { session } from '../../../../src/observe/scan/session.ts'
import { trustStores } from '../../../../src/observe/trust-store.ts'
import { turnstile } from '../../../../src/observe/turnstile.ts'
import { cipherSuite } from '../../../../src/wire/cipher-suite.ts'
import { served } from '../../../support/mint.ts'
import { hostname } from '../../../support/observation.ts'
import { leadingTo, network } from '../../observing.ts'

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
  const read = certificates()
  const address = parseAddress('127.0.0.1')
  if (address === undefined) throw new TypeError('an address')
  const through = session({
    door: { host: address, port, proxy: null, starttls: null, name: served },
    servername: hostname(served),
    timeoutMs,
    purse: budget(60_000),
    around: {
      network,
      lookup: leadingTo('127.0.0.1'),
      ipv6: false,
      retryPauseMs: 1,
      turnstile: turnstile(64, 4),
      contexts: secureContexts(),
      certificates: read,
      storeFor: trustStores(read),
      run: new AbortController().signal,
      clock: () => new Date(),
    },
  })
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
