import type { TlsVersion } from '../../model/observation.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import {
  offered,
  type Offered,
  offerUnder,
  speaks,
  speaksAny,
  spokenVersions,
  someSuites,
  versionList,
} from '../offered.ts'
import { pickedBlock64, picksToday } from '../picked.ts'
import { protocolNames } from '../protocol-names.ts'
import { flagged, isAead } from '../suites.ts'
import { cap, type Cap } from './cap.ts'

/** The guide's rules about versions and suites, the strictest first. Silent about what is not known. */
export function offerCaps(scan: TlsScan): readonly Cap[] {
  return [
    ssl2(scan),
    bestIsSsl3(scan),
    weakSuites(scan),
    onlyRc4(scan),
    noCurrentVersion(scan),
    rc4WithCurrent(scan),
    block64Picked(scan),
    ssl3(scan),
    tls1(scan),
    rc4(scan),
    noForwardSecrecy(scan),
    noAead(scan),
    weakDh(scan),
    noTls13(scan),
  ].filter((one) => one !== null)
}

function ssl2(scan: TlsScan): Cap | null {
  if (speaks(scan, 'SSLv2') !== true) return null
  const empty = offerUnder(scan, 'SSLv2')?.suites
  const bare = empty?.cut === null && empty.found.length === 0
  const what = bare ? 'it is spoken, though without a suite' : 'it is spoken'
  return cap('F', 'Switch SSL 2.0 off', what, bare ? '2009l' : '2009c')
}

function bestIsSsl3(scan: TlsScan): Cap | null {
  const best = spokenVersions(scan).at(-1)
  if (best !== 'SSLv3' || speaksAny(scan, ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']) !== false) return null
  return cap('F', 'Switch on TLS 1.2 and TLS 1.3', 'nothing better than SSL 3.0 is spoken', '2009i')
}

const leastBits = 112

function weakSuites(scan: TlsScan): Cap | null {
  const { suites } = offered(scan, ({ bits }) => bits !== null && bits < leastBits)
  if (suites.length === 0) return null
  return cap('F', 'Remove the suites below 112 bits', `the server accepts ${someSuites(suites)}`, '2009n')
}

function onlyRc4(scan: TlsScan): Cap | null {
  const all = offered(scan)
  const rc4 = offered(scan, flagged('RC4')).suites
  if (rc4.length === 0 || all.cut !== null || rc4.length < all.suites.length) return null
  return cap('F', 'Offer AES-GCM and ChaCha20-Poly1305', 'nothing but RC4 is accepted', '2009k')
}

function noCurrentVersion(scan: TlsScan): Cap | null {
  if (speaksAny(scan, ['TLSv1.2', 'TLSv1.3']) !== false || spokenVersions(scan).length === 0) return null
  return cap('C', 'Switch on TLS 1.2 and TLS 1.3', 'neither is spoken', '2009j')
}

const current: readonly TlsVersion[] = ['TLSv1.1', 'TLSv1.2', 'TLSv1.3']

function rc4WithCurrent(scan: TlsScan): Cap | null {
  const { suites } = offered(scan, flagged('RC4'), current)
  if (suites.length === 0) return null
  return cap('C', 'Remove RC4', `with TLS 1.1 or later the server accepts ${someSuites(suites)}`, '2009j')
}

/** A 64-bit suite at the end of the server's list never meets a client of today, and costs nothing. */
function block64Picked(scan: TlsScan): Cap | null {
  const picked = current.flatMap((version) => {
    const suite = pickedBlock64(scan, version)
    return suite === null ? [] : [`${suite.name} (${protocolNames[version]})`]
  })
  if (picked.length === 0) return null
  return cap(
    'C',
    'Remove the suites with 64-bit blocks, or move them behind AES and let the server choose',
    `although AES is offered, ${picked.join(', ')} is picked (SWEET32)`,
    '2009n',
  )
}

function ssl3(scan: TlsScan): Cap | null {
  return speaks(scan, 'SSLv3') === true ? cap('B', 'Switch SSL 3.0 off', 'it is spoken', '2009h') : null
}

function tls1(scan: TlsScan): Cap | null {
  const old = spokenVersions(scan).filter((version) => version === 'TLSv1' || version === 'TLSv1.1')
  if (old.length === 0) return null
  return cap(
    'B',
    `Switch ${versionList(old)} off`,
    old.length > 1 ? 'they are spoken' : 'it is spoken',
    '2009q',
  )
}

function rc4(scan: TlsScan): Cap | null {
  const { suites } = offered(scan, flagged('RC4'))
  return suites.length === 0
    ? null
    : cap('B', 'Remove RC4', `the server accepts ${someSuites(suites)}`, '2009i')
}

/** What clients of today get: those suites that only old clients need cost nothing here. TLS 1.3 has nothing else. */
function noForwardSecrecy(scan: TlsScan): Cap | null {
  if (speaks(scan, 'TLSv1.3') !== false) return null
  const best = spokenVersions(scan).at(-1)
  const given = best === undefined ? [] : picksToday(scan, best)
  if (
    best === undefined ||
    given.length === 0 ||
    given.some(({ forwardSecrecy }) => forwardSecrecy !== false)
  )
    return null
  const names = someSuites(given.map((suite) => ({ suite, versions: [best] })))
  return cap(
    'B',
    'Offer and prefer ECDHE suites',
    `clients of today get ${names} without forward secrecy`,
    '2009o',
  )
}

function noAead(scan: TlsScan): Cap | null {
  const { suites, cut }: Offered = offered(scan)
  // A number nobody registered may be one
  if (cut !== null || suites.length === 0 || suites.some(({ suite }) => suite.bits === null || isAead(suite)))
    return null
  return cap('B', 'Offer AES-GCM', 'no suite with authenticated encryption (AEAD) is accepted', '2009o')
}

function weakDh({ dh }: TlsScan): Cap | null {
  const smallest = dh.find(({ bits }) => bits < 2048)
  if (smallest === undefined) return null
  return cap(
    'B',
    'Use ECDHE only, or DH of 2,048 bits or more',
    `DH parameters of ${smallest.bits} bits are used`,
    '2009j',
  )
}

function noTls13(scan: TlsScan): Cap | null {
  if (speaks(scan, 'TLSv1.3') !== false || spokenVersions(scan).length === 0) return null
  return cap('A-', 'Switch TLS 1.3 on', 'it is not spoken', '2009r')
}
