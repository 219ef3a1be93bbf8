import { randomBytes, randomInt } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, deflateRawSync, zstdCompressSync } from 'node:zlib'

import { openMemories } from '../../src/memories.ts'
import { known, unanswered } from '../../src/model/answer.ts'
import { type Certificate, dayMs } from '../../src/model/certificate.ts'
import type { Memory } from '../../src/model/history.ts'
import type { Delivery, Observation } from '../../src/model/observation.ts'
import type { EndpointTarget, Target } from '../../src/model/target.ts'
import { check, remembered } from '../../src/monitor.ts'
import { notInquired } from '../../src/observe/inquiries.ts'
import { mint } from '../../src/terminal/lab/mint.ts'
import { cipherSuiteByName } from '../../src/wire/cipher-suite.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { watchlistOf, worldOf } from './engine.ts'
import { addressOf, nameOf, targets } from './fleet.ts'
import { octetsPerMb } from './measurement.ts'

/** What a year's history takes on disk, as one stream of zstd as in the cache, and file by file as in the artifact. */
export interface YearSize {
  readonly plainMb: number
  readonly zstdMb: number
  readonly deflateMb: number
}

const days = 365
const lifetimeDays = 47
const renewalDays = 30
/** Four days in the year nobody answers. */
const outages = [15, 105, 195, 285]
const begin = Date.UTC(2026, 0, 1, 6, 0, 41, 386)

/**
 * Writes what is remembered of `count` endpoints after a year of daily runs. The certificates are made up, the runs
 * are real but for the network. Of the days between events one is enough: all others would write the same.
 */
export async function rememberYear(folder: string, count: number): Promise<YearSize> {
  const watched = yearTargets(count)
  const watchlist = watchlistOf(watched, 1)
  const known = new Map<string, Memory>()
  const memories = {
    recall: (id: string) => known.get(id) ?? null,
    monitor: { undelivered: [], outages: [] },
    remember: keep,
    notes: [],
  }
  const leaves = new Map<string, Certificate>()
  for (const day of eventfulDays()) {
    const observe = (target: Target): Promise<Observation> =>
      Promise.resolve(observation(target as EndpointTarget, day, leaves))
    const world = worldOf({ observe, relate: (all) => all }, memories, dateOf(day))
    await memories.remember(remembered(await check(watchlist, world), watchlist))
  }
  await (await openMemories(folder, true)).remember([...known.values()])
  return sizeOf(folder)

  async function keep(all: readonly Memory[]): Promise<void> {
    for (const memory of all) known.set(memory.id, memory)
  }
}

/** Opens such a history; an endpoint of which nothing is known would make it a fast one. */
export async function loadYear(folder: string, count: number): Promise<void> {
  const memories = await openMemories(folder, false)
  for (const { id } of yearTargets(count)) {
    if (memories.recall(id)?.rotations.length !== Math.floor((days - 1) / renewalDays))
      throw new Error(`${id}: a year without its rotations`)
  }
}

function yearTargets(count: number): readonly EndpointTarget[] {
  const doors = Array.from({ length: count }, (_, index) => ({
    name: nameOf(index),
    address: addressOf(index),
    port: 443,
  }))
  return targets({ root: '', doors }, count)
}

/** The first day and the last, each renewal and the day before, each outage and the day after. */
function eventfulDays(): readonly number[] {
  const all = Array.from({ length: days }, (_, day) => day)
  return all.filter((day) => {
    const near = day % renewalDays === 0 || (day + 1) % renewalDays === 0
    return near || day === days - 1 || outages.includes(day) || outages.includes(day - 1)
  })
}

function dateOf(day: number): Date {
  return new Date(begin + day * dayMs)
}

function observation(target: EndpointTarget, day: number, leaves: Map<string, Certificate>): Observation {
  const address = target.connectTo
  const tls = unanswered('not-asked', 'only the certificate was asked for')
  const seen = { target, at: dateOf(day), durationMs: 20, connections: 2, tls }
  if (outages.includes(day)) {
    const silence = unanswered('timed-out', 'no answer within 10 s')
    return { ...seen, addresses: [{ address, leaf: silence, otherLeaf: silence }], deliveries: silence }
  }
  const leaf = day % renewalDays === 0 ? renewed(target, day) : leaves.get(target.id)
  if (leaf === undefined) throw new TypeError('the first day is one of renewal')
  leaves.set(target.id, leaf)
  const addresses = [{ address, leaf: known(leaf.sha256), otherLeaf: known(null) }]
  return { ...seen, addresses, deliveries: known([delivery(leaf, target)]) }
}

/** A new certificate with a new key, made sometime in the day before, and new digits wherever these make some. */
function renewed({ host }: EndpointTarget, day: number): Certificate {
  const madeAt = 1000 * Math.floor((begin + day * dayMs - randomInt(dayMs)) / 1000)
  return {
    ...template,
    sha256: randomBytes(32).toString('hex') as Certificate['sha256'],
    spkiSha256: randomBytes(32).toString('base64'),
    serial: randomBytes(16).toString('hex'),
    subject: { ...template.subject, attributes: [{ type: 'commonName', value: host }] },
    notBefore: new Date(madeAt),
    notAfter: new Date(madeAt + lifetimeDays * dayMs - 1000),
    alternativeNames: [host, `www.${host}`, `mail.${host}`].map((value) => ({ kind: 'dns', value })),
  }
}

/** A chain of one leaf, as an ordinary client saw it. */
export function delivery(leaf: Certificate, { connectTo: address }: EndpointTarget): Delivery {
  const suite = cipherSuiteByName('TLS_AES_128_GCM_SHA256')
  if (suite === undefined) throw new TypeError('a suite that everybody speaks')
  const sighting = {
    address,
    suite,
    asked: 'any',
    protocol: 'TLSv1.3',
    clientCertificateDemanded: null,
  } as const
  return {
    leaf,
    chain: [leaf, issuer],
    unreadable: [],
    sightings: [sighting],
    trust: { paths: [{ certificates: [leaf, issuer], anchor: 'custom' }], obstacle: null },
    staple: known(null),
    ...notInquired,
  }
}

const authority = mint({ commonName: 'Bench CA', organizationName: 'Bench', notAfter: dateOf(3650), ca: 0 })
const issuer = readCertificate(authority.der)
export const template: Certificate = readCertificate(
  mint({ commonName: nameOf(0), names: [nameOf(0)], notAfter: dateOf(lifetimeDays) }, authority).der,
)

async function sizeOf(folder: string): Promise<YearSize> {
  const names = await readdir(folder)
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))))
  const all = Buffer.concat(files.flatMap((file, index) => [Buffer.from(names[index] ?? ''), file]))
  const zstd = zstdCompressSync(all, { params: { [constants.ZSTD_c_windowLog]: 27 } })
  const deflated = files.reduce((sum, file) => sum + deflateRawSync(file).length, 0)
  return {
    plainMb: all.length / octetsPerMb,
    zstdMb: zstd.length / octetsPerMb,
    deflateMb: deflated / octetsPerMb,
  }
}
