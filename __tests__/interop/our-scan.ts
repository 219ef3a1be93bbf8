import { unanswered } from '../../src/model/answer.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { scanTls } from '../../src/observe/scan/scan.ts'
import { sessionTo } from '../observe/scan/session-to.ts'

/** What our scan finds at that port of loopback. */
export async function ourScan(port: number, name: string): Promise<TlsScan> {
  const session = sessionTo(port, { name, timeoutMs: 10_000 })
  const askHsts = (): Promise<TlsScan['hsts']> => Promise.resolve(unanswered('not-asked', 'not in this test'))
  const { tls } = await scanTls(session, { probes: false, web: false, askHsts })
  if (!tls.known) throw new Error(`nothing was found: ${tls.reason}, ${tls.detail}`)
  return tls.value
}
