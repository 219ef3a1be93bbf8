import { createHash } from 'node:crypto'

import type { Watchlist } from './config/watchlist.ts'
import { productVersion } from './model/product.ts'
import type { Generator } from './model/report.ts'
import type { Eyes, World } from './monitor.ts'
import { publicRoots } from './net/public-roots.ts'
import { systemResolver } from './net/resolve.ts'
import { observer } from './observe/observe.ts'

export interface WorldOptions extends Pick<World, 'now' | 'run' | 'scheduled' | 'progress' | 'memories'> {
  readonly watchlist: Watchlist
  /** Where what was fetched is kept between runs; `null`: nowhere. */
  readonly cacheFolder: string | null
  /** Ends the run. */
  readonly signal: AbortSignal
}

/** The real world, as both doors hand it to the monitor. */
export function realWorld({ watchlist, signal, cacheFolder, progress, ...rest }: WorldOptions): World {
  return { ...rest, ...realEyes({ watchlist, signal, cacheFolder, progress }), generator: generator() }
}

/** What it takes to observe, and no more. */
export function realEyes({
  watchlist,
  signal,
  cacheFolder,
  progress,
}: Pick<WorldOptions, 'watchlist' | 'signal' | 'cacheFolder' | 'progress'>): Eyes {
  const clock = (): Date => new Date()
  const { network } = watchlist
  const inquiries = { policy: watchlist.inquiries, cacheFolder }
  return {
    observer: observer({ network, lookup: systemResolver, run: signal, clock, inquiries }),
    clock,
    progress,
  }
}

/** Who makes the report, and whose roots it trusts: a runner's Node update can change verdicts. */
function generator(): Generator {
  const { der } = publicRoots()
  const digests = der.map((root) => createHash('sha256').update(root).digest('hex')).toSorted()
  return {
    version: productVersion,
    node: process.versions.node,
    openssl: process.versions.openssl,
    trustStore: {
      name: `Mozilla, as bundled with Node ${process.versions.node}`,
      roots: der.length,
      sha256: createHash('sha256').update(digests.join('\n')).digest('hex'),
    },
  }
}
