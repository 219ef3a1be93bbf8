import type { Answer } from '../../model/answer.ts'
import type { CipherSuite, Delivery, TlsVersion } from '../../model/observation.ts'
import { tlsVersions } from '../../model/observation.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { offered, spokenVersions, someSuites } from '../offered.ts'
import { protocolNames } from '../protocol-names.ts'
import { flagged } from '../suites.ts'
import { keyExchanges } from './key-exchanges.ts'

/** One of the three categories of the guide, measured. */
export interface Category {
  /** 0 to 100; halves are cut off. */
  readonly score: number
  /** What lowers it most, for a sentence. */
  readonly weakest: string
  /** What would raise it. */
  readonly change: string
}

export interface Scores {
  readonly protocol: Category | null
  readonly keyExchange: Category | null
  readonly cipher: Category | null
}

/** The categories of the guide; one is `null` when anything that could change it went unanswered. */
export function scoresOf(scan: TlsScan, deliveries: Answer<readonly Delivery[]>): Scores {
  return {
    protocol: protocolCategory(scan),
    keyExchange: keyExchangeCategory(scan, deliveries),
    cipher: cipherCategory(scan),
  }
}

/** TLS 1.3 is not in the guide's table; it counts like TLS 1.2. */
const versionScores: Readonly<Record<TlsVersion, number>> = {
  SSLv2: 0,
  SSLv3: 80,
  TLSv1: 90,
  'TLSv1.1': 95,
  'TLSv1.2': 100,
  'TLSv1.3': 100,
}

function protocolCategory(scan: TlsScan): Category | null {
  if (tlsVersions.some((version) => !scan.versions[version].known)) return null
  const spoken = spokenVersions(scan)
  const [worst, best] = [spoken[0], spoken.at(-1)]
  if (worst === undefined || best === undefined) return null
  return {
    score: middle(versionScores[worst], versionScores[best]),
    weakest: protocolNames[worst],
    change: 'Switch the oldest version off',
  }
}

function cipherCategory(scan: TlsScan): Category | null {
  const { suites, cut } = offered(scan)
  const scored = suites.map((one) => ({ ...one, score: suiteScore(one.suite) }))
  const scores = scored.flatMap(({ score }) => score ?? [])
  if (cut !== null || suites.length === 0 || scores.length < suites.length) return null
  const worst = Math.min(...scores)
  return {
    score: middle(worst, Math.max(...scores)),
    weakest: someSuites(scored.filter(({ score }) => score === worst)),
    change: 'Remove the suites below 128 bits',
  }
}

/** By the length of the key. 3DES counts with the 168 bits that it has, not with the 112 that it is worth. */
export function suiteScore(suite: CipherSuite): number | null {
  const { bits } = suite
  if (bits === null) return null
  if (bits === 0) return 0
  if (bits < 128 && !isTripleDes(suite)) return 20
  return bits < 256 ? 80 : 100
}

function isTripleDes(suite: CipherSuite): boolean {
  return suite.bits === 112 && flagged('BLOCK64')(suite)
}

function keyExchangeCategory(scan: TlsScan, deliveries: Answer<readonly Delivery[]>): Category | null {
  const exchanges = keyExchanges(scan, deliveries)
  const [first, ...others] = exchanges ?? []
  if (first === undefined) return null
  const weakest = others.reduce((worst, one) => (one.score < worst.score ? one : worst), first)
  return { score: weakest.score, weakest: weakest.says, change: weakest.change }
}

/** Cut, not rounded: then the total can be reckoned again from what is shown. */
function middle(one: number, other: number): number {
  return Math.floor((one + other) / 2)
}
