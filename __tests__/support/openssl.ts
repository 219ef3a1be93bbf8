import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Minted } from '../../src/terminal/lab/mint.ts'
import { pem } from './mint.ts'

/** Whether the `openssl` program is there to be asked. */
export const hasOpenssl: boolean = spawnSync('openssl', ['version']).status === 0

/**
 * What `openssl verify` says of the chain, dates aside: the independent second verdict on a path. Its exit code
 * is 0 for a good chain and 2 for a bad one; anything else is no verdict and throws.
 */
export function opensslTrusts([leaf, ...others]: readonly Minted[], anchors: readonly Minted[]): boolean {
  if (leaf === undefined) throw new TypeError('a chain has a leaf')
  const folder = mkdtempSync(join(tmpdir(), 'openssl-verify-'))
  try {
    const file = (name: string, certificates: readonly Minted[]): string => {
      writeFileSync(join(folder, name), pem(...certificates))
      return join(folder, name)
    }
    const untrusted = others.length === 0 ? [] : ['-untrusted', file('others.pem', others)]
    const store = ['-no-CApath', '-no-CAstore', '-partial_chain', '-CAfile', file('anchors.pem', anchors)]
    const lenient = ['-no_check_time', '-auth_level', '0', '-purpose', 'sslserver']
    const { status, stderr } = spawnSync('openssl', [
      'verify',
      ...lenient,
      ...store,
      ...untrusted,
      file('leaf.pem', [leaf]),
    ])
    if (status !== 0 && status !== 2) throw new Error(`openssl verify: ${stderr.toString()}`)
    return status === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}
