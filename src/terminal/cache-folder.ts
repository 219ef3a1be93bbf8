import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

import { productName } from '../model/product.ts'

/** Where lists of logs, CRLs and OCSP answers wait for the next run: XDG Base Directory, on every system. */
export function cacheFolder(): string {
  const written = process.env['XDG_CACHE_HOME'] ?? ''
  // A relative path is to be ignored, as the specification says.
  return join(isAbsolute(written) ? written : join(homedir(), '.cache'), productName)
}
