import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { onTestFinished } from 'vitest'

import { ConfigError } from '../../src/config/complaint.ts'
import { type ConfigRequest, readConfig } from '../../src/config/read-config.ts'
import type { Watchlist } from '../../src/config/watchlist.ts'

/** A folder of its own, with these files; it goes when the test ends. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'config-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A trusted run in a terminal that sends nothing; a test states what differs. */
export function request(changes: Partial<ConfigRequest> = {}): ConfigRequest {
  return {
    path: null,
    hosts: [],
    scan: null,
    probes: false,
    anchors: [],
    root: null,
    secrets: new Map(),
    environment: {},
    resolve: { targets: true, notifications: false },
    untrusted: false,
    vouched: null,
    ...changes,
  }
}

/** Reads one config, with other files beside it. */
export async function read(
  config: string | Uint8Array,
  changes: Partial<ConfigRequest> = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
  name = 'certificates.yml',
): Promise<Watchlist> {
  const folder = workspace({ ...files, [name]: config })
  return readConfig(request({ path: join(folder, name), ...changes }))
}

/** The complaints as lines, the folder left out; an empty list when there are none. */
export async function complaints(reading: Promise<unknown>): Promise<readonly string[]> {
  try {
    await reading
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.split('\n').map((line) => line.replace(/^\/\S*\//, ''))
  }
}
