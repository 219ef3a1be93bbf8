import type { Certificate } from '../../src/model/certificate.ts'
import type { Rotation } from '../../src/model/change.ts'
import type { Memory, RememberedCertificate } from '../../src/model/history.ts'
import { rememberedCertificate } from '../../src/model/remembered-certificate.ts'
import type { Assessment, Report } from '../../src/model/report.ts'
import { certificate, fingerprint, name } from './certificate.ts'
import { chainFor, dozen, endpoint, report } from './report.ts'

const may = new Date('2026-05-03T05:17:00Z')
const yesterday = new Date('2026-11-21T05:17:00Z')

/** A leaf that was served from May to yesterday. */
export function rememberedLeaf(
  differs: Partial<Certificate> = {},
  seen: Partial<Pick<RememberedCertificate, 'firstSeen' | 'lastSeen'>> = {},
): RememberedCertificate {
  const { firstSeen = may, lastSeen = yesterday } = seen
  return rememberedCertificate(certificate(differs), firstSeen, lastSeen)
}

/** An endpoint that has been healthy since May, and served these leaves only. */
export function memory(
  certificates: readonly RememberedCertificate[],
  differs: Partial<Memory> = {},
): Memory {
  return {
    id: 'example.com:443',
    certificates,
    settled: certificates.map(({ sha256 }) => sha256),
    rotations: [],
    states: [{ status: 'success', from: may, to: yesterday, message: 'healthy' }],
    troubles: [],
    lastAnswer: null,
    lastScan: null,
    told: [],
    issue: null,
    heard: { issuers: null, windows: [] },
    ...differs,
  }
}

export function rotation(differs: Partial<Rotation> = {}): Rotation {
  return {
    kind: 'renewed',
    at: new Date('2026-11-22T12:00:00Z'),
    previous: fingerprint('before'),
    current: certificate().sha256,
    daysBeforeExpiry: 21.4,
    ...differs,
  }
}

/** An endpoint with a memory of the leaves it serves: nothing has changed. */
export function unchanged(seen: Assessment, differs: Partial<Memory> = {}): Assessment {
  const { deliveries, target } = seen.observation
  const leaves = deliveries.known ? deliveries.value.map(({ leaf }) => leaf) : [certificate()]
  const remembered = leaves.map((leaf) => rememberedCertificate(leaf, may, yesterday))
  const states = [{ status: seen.status, from: may, to: yesterday, message: 'as it is' }]
  const before = memory(remembered, { id: target.id, states, ...differs })
  return { ...seen, comparison: { changes: [], rotations: [], before } }
}

/** An endpoint that was in trouble since May, and is well with the same certificate. */
export function wellAgain(host: string): Assessment {
  const states = [{ status: 'error', from: may, to: yesterday, message: 'no answer' }] as const
  const { comparison, ...seen } = unchanged(endpoint(host), { states })
  return {
    ...seen,
    comparison: { ...comparison, changes: [{ type: 'status', old: 'error', new: 'success' }] },
  }
}

/** An endpoint whose leaf took the place of one that differs from it so. */
export function rotated(
  host: string,
  previous: Partial<Certificate>,
  differs: Partial<Rotation> = {},
  seen: Parameters<typeof endpoint>[1] = {},
): Assessment {
  const found = endpoint(host, {
    findings: [['change/rotated', 'notice', 'The certificate was renewed', 'Nothing is left to do.']],
    ...seen,
  })
  const { leaf } = seen.deliveries?.[0] ?? chainFor(host)
  const old = rememberedLeaf({ ...leaf, sha256: fingerprint(`${host} before`), ...previous })
  const happened = rotation({ previous: old.sha256, current: leaf.sha256, ...differs })
  return {
    ...found,
    comparison: {
      changes: [{ type: 'certificate', old: happened.previous, new: happened.current }],
      rotations: [happened],
      before: memory([old], { id: found.observation.target.id }),
    },
  }
}

const otherIssuer = 'The certificate now comes from "Example Trust"; the one before came from "Other Trust"'

/** The dozen a day later: everybody is remembered, three got another certificate, one is well again. */
export function dozenAgain(): Report {
  const wildcard = { kind: 'renewed', daysBeforeExpiry: 30.2, current: fingerprint('wildcard') } as const
  const shared = { deliveries: [chainFor('shop.example.com', { sha256: fingerprint('wildcard') })] }
  const moved = { findings: [['change/issuer', 'warning', otherIssuer, 'Find out who ordered it.']] } as const
  return report({
    ...dozen(),
    assessments: [
      ...dozen().assessments.map((seen) => unchanged(seen)),
      rotated('shop.example.com', {}, wildcard, shared),
      rotated('www.example.com', {}, wildcard, shared),
      rotated('mail.example.com', { issuer: name('R11', 'Other Trust') }, { kind: 'reissued' }, moved),
      wellAgain('back.example.com'),
    ],
  })
}
