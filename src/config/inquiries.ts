import type { InquiryPolicy } from '../model/policy.ts'
import type { ConfigSettings } from './schema.ts'

const octetsPerMb = 1_000_000

/** What is asked of others than the endpoints. */
export function readInquiries({ transparency = {}, revocation = {} }: ConfigSettings): InquiryPolicy {
  return {
    transparency: { logListUrl: transparency.log_list_url ?? null },
    revocation: {
      enabled: revocation.enabled ?? true,
      mostCrlBytes: (revocation.max_crl_mb ?? 25) * octetsPerMb,
    },
  }
}
