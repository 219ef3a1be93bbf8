import type { Vulnerability, VulnerabilityName } from '../model/grade.ts'
import type { CipherSuite } from '../model/observation.ts'
import { listed, shortened } from '../model/text.ts'
import type { DhParameters, ProbeName, TlsScan } from '../model/tls-scan.ts'
import { belowTls13, offered, type Offered, speaks, speaksAny, suiteList } from './offered.ts'
import { flagged, usesDh } from './suites.ts'
import { detail } from './unanswered.ts'

type Vulnerabilities = Readonly<Record<VulnerabilityName, Vulnerability>>

/**
 * What a server is open to, as far as its versions, suites and parameters tell, and what the probes saw. True on
 * positive evidence only, false only where the search came to its end.
 */
export function vulnerabilitiesOf(scan: TlsScan): Vulnerabilities {
  return {
    heartbleed: probed(scan, 'heartbleed'),
    'ccs-injection': probed(scan, 'ccs-injection'),
    robot: robot(scan),
    poodle: poodle(scan),
    drown: drown(scan),
    freak: bySuites(
      offered(scan, ({ name }) => name.startsWith('TLS_RSA_EXPORT_'), belowTls13),
      'No suite with RSA keys of export grade is accepted',
    ),
    logjam: logjam(scan),
    crime: crime(scan),
    sweet32: bySuites(offered(scan, flagged('BLOCK64')), 'No suite with blocks of 64 bits is accepted'),
    beast: bySuites(
      offered(scan, flagged('CBC'), ['SSLv3', 'TLSv1']),
      'No suite in CBC mode is accepted under SSL 3.0 or TLS 1.0',
    ),
    rc4: bySuites(offered(scan, flagged('RC4')), 'No suite with RC4 is accepted'),
  }
}

const yes = (evidence: string): Vulnerability => ({ vulnerable: true, evidence })
const no = (evidence: string): Vulnerability => ({ vulnerable: false, evidence })
const open = (evidence: string): Vulnerability => ({ vulnerable: null, evidence })

function bySuites({ suites, cut }: Offered, none: string): Vulnerability {
  if (suites.length > 0) return yes(`The server accepts ${suiteList(suites)}`)
  return cut === null ? no(none) : open(`Not established: ${detail(cut)}`)
}

const longestEvidence = 300

/** Neither Heartbeat's flaw nor early ChangeCipherSpec exists where only TLS 1.3 is spoken. */
function probed(scan: TlsScan, name: ProbeName): Vulnerability {
  const answer = scan.probes[name]
  if (answer.known)
    return {
      vulnerable: answer.value.vulnerable,
      evidence: shortened(answer.value.evidence, longestEvidence),
    }
  if (speaksAny(scan, belowTls13) === false)
    return no('It exists below TLS 1.3 only, and nothing older is spoken')
  if (answer.reason === 'not-asked') return open(`Not probed: ${detail(answer)}`)
  return open(`The probe gave no answer: ${detail(answer)}`)
}

/** CVE-2017-13099 and its family: an oracle needs RSA key exchange to be there at all. */
function robot(scan: TlsScan): Vulnerability {
  if (scan.probes.robot.known) return probed(scan, 'robot')
  const { suites, cut } = offered(scan, flagged('STATIC-RSA'), belowTls13)
  if (suites.length === 0 && cut === null) return no('No suite with RSA key exchange is accepted')
  return probed(scan, 'robot')
}

/** CVE-2014-3566. */
function poodle(scan: TlsScan): Vulnerability {
  if (speaks(scan, 'SSLv3') === false) return no('SSL 3.0 is not spoken')
  return bySuites(
    offered(scan, flagged('CBC'), ['SSLv3']),
    'SSL 3.0 is spoken, but accepts no suite in CBC mode',
  )
}

/** CVE-2016-0800; SSL 2.0 without a single suite counts (CVE-2015-3197), and so does another server with this key. */
function drown(scan: TlsScan): Vulnerability {
  const here = scan.versions.SSLv2
  if (here.known && here.value) return yes('SSL 2.0 is spoken here')
  if (scan.sslv2Elsewhere.length > 0)
    return yes(`SSL 2.0 is spoken with the same RSA key at ${listed(scan.sslv2Elsewhere, 20)}`)
  if (!here.known) return open(`Not established: ${detail(here)}`)
  return no('SSL 2.0 is spoken neither here nor, with this key, at another endpoint of this run')
}

/** CVE-2015-4000: export-grade DH, or a prime that many share and that a few can afford to break. */
function logjam(scan: TlsScan): Vulnerability {
  const exported = offered(scan, isDhExport, belowTls13)
  if (exported.suites.length > 0) return yes(`The server accepts ${suiteList(exported.suites)}`)
  const shared = scan.dh.find(isBreakable)
  if (shared !== undefined)
    return yes(
      shared.exportGrade
        ? `The server uses export-grade DH of ${shared.bits} bits`
        : `The server uses DH of ${shared.bits} bits with the prime of ${shared.known}`,
    )
  if (exported.cut !== null) return open(`Not established: ${detail(exported.cut)}`)
  if (scan.dh.length === 0 && offered(scan, usesDh, belowTls13).suites.length > 0)
    return open('Not established: suites with DH are accepted, but their parameters were not seen')
  return no('Neither export-grade DH nor a common prime of 1,024 bits or less is used')
}

function isDhExport({ name }: CipherSuite): boolean {
  return /_DHE_.*EXPORT_|_DH_anon_EXPORT_/.test(name)
}

const breakableBits = 1024

function isBreakable({ bits, known, exportGrade }: DhParameters): boolean {
  return exportGrade || (bits <= breakableBits && known !== null)
}

/** CVE-2012-4929: TLS 1.3 has no compression (RFC 8446 §4.1.2). */
function crime(scan: TlsScan): Vulnerability {
  const { compression } = scan.features
  if (compression.known)
    return compression.value ? yes('The server compresses with DEFLATE') : no('Compression is not agreed to')
  if (speaksAny(scan, belowTls13) === false) return no('TLS 1.3 has no compression')
  return open(`Not established: ${detail(compression)}`)
}
