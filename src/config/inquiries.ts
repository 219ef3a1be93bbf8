import type { InquiryPolicy } from '../model/policy.ts'
import type { ConfigSettings, VouchedSettings } from './schema.ts'

const octetsPerMb = 1_000_000

/**
 * What is asked of others than the endpoints. In an untrusted gate the base decides, without one the defaults: the
 * addresses that stand here are contacted without the guard of foreign ones.
 */
export function readInquiries(
  settings: ConfigSettings,
  { untrusted, vouched }: { readonly untrusted: boolean; readonly vouched: VouchedSettings | null },
): InquiryPolicy {
  const decisive = untrusted ? (vouched ?? {}) : settings
  const { transparency = {}, revocation = {}, renewal = {}, dns = {} } = decisive
  return {
    transparency: {
      logListUrl: transparency.log_list_url ?? null,
      lookup: transparency.lookup ?? false,
      searchUrl: transparency.search_url ?? null,
    },
    revocation: {
      enabled: revocation.enabled ?? true,
      mostCrlBytes: (revocation.max_crl_mb ?? 25) * octetsPerMb,
    },
    renewal: {
      ari: renewal.ari ?? true,
      directories: new Map(Object.entries(renewal.directories ?? {})),
    },
    dns: { caa: dns.caa ?? true, dane: dns.dane ?? true, resolver: dns.resolver ?? null },
  }
}
