import type { TlsScan } from '../../src/model/tls-scan.ts'
import { at, observe } from '../observe/observing.ts'
import { hostname } from '../support/observation.ts'

/** What our scan finds at that port of loopback, probes included. */
export async function ourScan(port: number, name: string): Promise<TlsScan> {
  const target = at(port, { host: hostname(name), scan: 'tls', probes: true, timeoutMs: 10_000 })
  const { tls } = await observe(target)
  if (!tls.known) throw new Error(`nothing was found: ${tls.reason}, ${tls.detail}`)
  return tls.value
}
