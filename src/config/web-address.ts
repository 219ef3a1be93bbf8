import type { ConfigPath } from './document.ts'
import { complain, type Reading, resolved } from './reading.ts'

/** The address of a web server in a setting; `null` when it is unset, withheld, or complained about. */
export function readWebAddress(reading: Reading, written: string | undefined, spot: ConfigPath): URL | null {
  const value = resolved(reading, written, spot)
  if (value === undefined || !('text' in value)) return null
  const url = URL.parse(value.text.trim())
  if (url !== null && /^https?:$/u.test(url.protocol)) return url
  // The value may hold a secret: it is not repeated.
  const message = `"${spot.at(-1)}" is not the address of a web server.`
  complain(reading, spot, 'value', message, 'Write one that begins with https:// or http://.')
  return null
}
