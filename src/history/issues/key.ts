import { createHash } from 'node:crypto'

import type { RememberedCertificate } from '../../model/history.ts'
import type { IssueMode } from '../../model/issue.ts'
import type { Assessment } from '../../model/report.ts'
import { servedLeaves } from '../answered.ts'

export const digestKey = 'digest'
/** The marker has room for no more; paths of files may be longer. */
const longestId = 1000

/** What an issue about an endpoint is about: the endpoint, the certificate it shares with others, or all that is new. */
export function keyFor(assessment: Assessment, mode: IssueMode, now: Date): string {
  const { id } = assessment.observation.target
  if (mode === 'digest') return digestKey
  const own = id.length > longestId ? `sha256 ${createHash('sha256').update(id).digest('hex')}` : id
  return mode === 'per-domain' ? own : (certificateKey(assessment, now) ?? own)
}

/** By the leaf that is served, the first to expire, else by the one last known; `null` before any was seen. */
export function certificateKey({ observation, comparison }: Assessment, now: Date): string | null {
  const served = servedLeaves(observation, now)
  const { certificates = [], settled = [] } = comparison.before ?? {}
  const last = certificates.filter(({ sha256 }) => settled.includes(sha256))
  const [leaf] = (served.length > 0 ? served : last).toSorted(bySoonestEnd)
  return leaf === undefined ? null : `certificate ${leaf.sha256}`
}

function bySoonestEnd(one: RememberedCertificate, other: RememberedCertificate): number {
  const [first, second] = [one, other].map(({ notAfter }) => notAfter?.getTime() ?? Number.MAX_SAFE_INTEGER)
  return (first ?? 0) - (second ?? 0) || (one.sha256 < other.sha256 ? -1 : 1)
}
