import { timeLimits } from '../model/limits.ts'
import { type Delivery, insist, type Ways } from './insist.ts'
import { userAgent } from './webhook.ts'

/** Pings an address that expects to hear from every healthy run, and tells people when it does not. Never throws. */
export function sendHeartbeat(url: URL, ways: Ways): Promise<Delivery> {
  const end = ways.elapsedMs() + timeLimits.heartbeatMs
  return insist({ method: 'GET', url, headers: { 'user-agent': userAgent }, body: null }, ways, end)
}
