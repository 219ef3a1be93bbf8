import { serverLimits } from '../../model/limits.ts'
import type { TlsVersion } from '../../model/observation.ts'
import type { DhParameters, NamedGroup } from '../../model/tls-scan.ts'
import { cipherSuite, suiteTraits } from '../../wire/cipher-suite.ts'
import { dhParameters } from '../../wire/dh-parameters.ts'
import { extensionType } from '../../wire/extensions.ts'
import { Malformed } from '../../wire/malformed.ts'
import { namedGroup } from '../../wire/named-group.ts'
import { downgradeSentinel } from '../../wire/server-hello.ts'
import type { HelloShape } from './hello.ts'
import type { Flight } from './reply.ts'

/** A chain as one flight showed it. Nobody has proved yet that the server holds its key. */
export interface ShownChain {
  readonly chain: readonly Uint8Array[]
  readonly version: TlsVersion
  readonly suite: number
}

const unclear = 'nobody knows which servers were asked'

/** What flights show beside what they were asked for: read from every one, because it costs nothing. */
export class Ledger {
  readonly chains: ShownChain[] = []
  readonly primes: Map<string, DhParameters> = new Map()
  readonly curves: Map<TlsVersion, Set<number>> = new Map()
  readonly explicitCurves: Map<string, NamedGroup> = new Map()
  readonly schemes: Set<number> = new Set()
  /** The version that a server admitted to know beyond what it negotiated. */
  sentinel: TlsVersion | null = null
  secureRenegotiation: boolean | null = null
  extendedMasterSecret: boolean | null = null
  encryptThenMac: boolean | null = null
  compression: boolean | null = null
  sessionTickets: boolean | null = null
  staple: Uint8Array | null = null
  scts: Uint8Array | null = null
  certificateRequested: boolean | null = null
  #chainBytes = 0
  /** Flights that showed a certificate and came to their end. */
  wholeFlights: number = 0

  /** Throws `Malformed` where more is shown than is kept. */
  note(flight: Flight, shape: HelloShape): void {
    const { version, suite, chain, hello } = flight
    this.sentinel ??= version === shape.version ? null : downgradeSentinel(hello)
    if (chain !== null && chain.length > 0) this.#noteChain({ chain, version, suite })
    if (version !== 'TLSv1.3' && version !== 'SSLv2') this.#noteFeatures(flight, shape)
    if (flight.exchange !== null) this.#noteExchange(flight)
    if (flight.staple !== null) this.staple = flight.staple
    if (flight.complete) {
      this.certificateRequested = this.certificateRequested === true || flight.certificateRequested
      if (chain !== null) this.wholeFlights++
    }
  }

  #noteChain(shown: ShownChain): void {
    const same = (one: ShownChain): boolean =>
      one.version === shown.version &&
      one.chain.length === shown.chain.length &&
      one.chain.every((der, index) => Buffer.compare(der, shown.chain[index] ?? der.subarray(0, 0)) === 0)
    if (this.chains.some(same)) return
    this.chains.push(shown)
    this.#chainBytes += shown.chain.reduce((sum, { length }) => sum + length, 0)
    if (this.chains.length > serverLimits.scanChains)
      throw new Malformed(`more than ${serverLimits.scanChains} different chains: ${unclear}`)
    if (this.#chainBytes > serverLimits.scanChainBytes)
      throw new Malformed(`different chains of more than ${serverLimits.scanChainBytes} octets: ${unclear}`)
  }

  #noteFeatures({ suite, hello }: Flight, shape: HelloShape): void {
    const has = (type: number): boolean => hello.extensions.has(type)
    this.secureRenegotiation = this.secureRenegotiation === true || has(extensionType.renegotiationInfo)
    if (shape.compression) this.compression = this.compression === true || hello.compressionMethod === 1
    this.scts ??= hello.extensions.get(extensionType.signedCertificateTimestamp) ?? null
    if (shape.bare || shape.version === 'SSLv3') return
    this.extendedMasterSecret = this.extendedMasterSecret === true || has(extensionType.extendedMasterSecret)
    this.sessionTickets = this.sessionTickets === true || has(extensionType.sessionTicket)
    if (suiteTraits(suite).mode === 'CBC')
      this.encryptThenMac = this.encryptThenMac === true || has(extensionType.encryptThenMac)
  }

  #noteExchange({ exchange, suite, version }: Flight): void {
    switch (exchange?.kind) {
      case 'named-curve':
        this.#curvesOf(version).add(exchange.group)
        break
      case 'explicit-curve':
        this.explicitCurves.set(`${version} ${exchange.field} ${exchange.bits}`, explicitGroup(exchange))
        break
      case 'dh': {
        const made = dhParameters(exchange.prime, cipherSuite(suite).flags.includes('EXPORT'))
        const before = this.primes.get(made.prime)
        this.primes.set(made.prime, {
          ...made,
          exportGrade: made.exportGrade || before?.exportGrade === true,
        })
        break
      }
      case 'rsa':
      case undefined:
        return
    }
    if (exchange.signature?.scheme != null) this.schemes.add(exchange.signature.scheme)
  }

  #curvesOf(version: TlsVersion): Set<number> {
    const curves = this.curves.get(version) ?? new Set()
    this.curves.set(version, curves)
    return curves
  }
}

/** IANA's numbers for a curve that the server spells out (RFC 4492 §5.1.1). */
function explicitGroup({
  field,
  bits,
}: {
  readonly field: 'prime' | 'char2'
  readonly bits: number
}): NamedGroup {
  const id = field === 'prime' ? 0xff01 : 0xff02
  return { ...namedGroup(id), name: `arbitrary_explicit_${field}_curves`, bits }
}
