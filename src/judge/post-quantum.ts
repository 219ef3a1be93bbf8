import type { TlsScan } from '../model/tls-scan.ts'
import { offerUnder, speaks } from './offered.ts'

/** Whether a post-quantum key exchange is offered, which only TLS 1.3 has; `null`: not established. */
export function postQuantum(scan: TlsScan): boolean | null {
  if (scan.offers.some(({ groups }) => groups.found.some((group) => group.postQuantum))) return true
  if (speaks(scan, 'TLSv1.3') === false) return false
  return offerUnder(scan, 'TLSv1.3')?.groups.cut === null ? false : null
}
