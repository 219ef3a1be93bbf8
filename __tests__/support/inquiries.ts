import type { InquiryPolicy } from '../../src/model/policy.ts'

/** Nobody but the endpoints is asked anything. */
export const nobodyAsked: InquiryPolicy = {
  transparency: { logListUrl: null, lookup: false, searchUrl: null },
  revocation: { enabled: false, mostCrlBytes: 0 },
  renewal: { ari: false, directories: new Map() },
  dns: { caa: false, dane: false, resolver: null },
}
