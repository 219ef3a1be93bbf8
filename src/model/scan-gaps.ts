import type { Answer, Unanswered } from './answer.ts'
import { type TlsVersion, tlsVersions } from './observation.ts'
import { probeNames, type TlsScan } from './tls-scan.ts'

/** A question of a scan that was put and not answered. */
export interface Gap {
  /** `whether TLSv1 is spoken`, `all suites of TLSv1.2`. */
  readonly what: string
  readonly answer: Unanswered
  /** What it leaves open; `null`: a feature or a probe. */
  readonly about: TlsVersion | 'HSTS' | null
}

type Asked = Unanswered | Answer<unknown> | null

/** What a scan asked in vain; what our own settings left out, or what does not apply, is no gap. */
export function scanGaps(scan: TlsScan): readonly Gap[] {
  return [
    ...tlsVersions.flatMap((version) => gap(`whether ${version} is spoken`, scan.versions[version], version)),
    ...scan.offers.flatMap(({ version, suites, groups, serverPreference }) => [
      ...gap(`all suites of ${version}`, suites.cut, version),
      ...gap(`all groups of ${version}`, groups.cut, version),
      ...gap(`who chooses the suite of ${version}`, serverPreference, version),
    ]),
    ...gap('secure renegotiation', scan.features.secureRenegotiation),
    ...gap('the extended master secret', scan.features.extendedMasterSecret),
    ...gap('compression', scan.features.compression),
    ...gap('HSTS', scan.hsts, 'HSTS'),
    ...probeNames.flatMap((name) => gap(`the probe for ${name}`, scan.probes[name])),
  ]
}

function gap(what: string, answer: Asked, about: Gap['about'] = null): readonly Gap[] {
  return answer === null || answer.known || answer.reason === 'not-asked' ? [] : [{ what, answer, about }]
}

/** Whether the scan says nothing at all about versions: then it is as good as none. */
export function sawNoVersion({ versions }: TlsScan): boolean {
  return tlsVersions.every((version) => !versions[version].known)
}
