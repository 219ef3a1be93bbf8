import { join } from 'node:path'

import { writeWhole } from '../deliver/whole-file.ts'
import { listed } from '../model/text.ts'
import { exitCodes } from '../report/outcome.ts'
import { caFile } from './lab/lab-config.ts'
import { startLab } from './lab/lab.ts'

export interface DemoOptions {
  /** Where the lab's config, files and history are written, as in `certificate_reports/lab`. */
  readonly folder: string
  readonly now: Date
  /** `check --config PATH`, first in one line, then in full; answers its exit code. */
  readonly check: (configPath: string, how: 'briefly' | 'in full') => Promise<number>
  /** One line for people. */
  readonly print: (line: string) => void
}

/**
 * Checks a lab of servers on this machine as `check` would check any others, lets one of them renew its certificate
 * and checks again. Answers 0 when the checks ran, since their findings are the point, 3 when one failed, and the
 * code of a signal that ended it. Throws when the lab cannot be opened or the folder not be written.
 */
export async function demo({ folder, now, check, print }: DemoOptions): Promise<number> {
  const lab = await startLab(now)
  try {
    const configPath = join(folder, 'certificates.yml')
    await writeWhole(join(folder, caFile), [lab.caPem])
    await writeWhole(join(folder, lab.file.path), [lab.file.pem])
    await writeWhole(configPath, [lab.configYaml])
    print(`A lab of ${lab.servers.length} servers, good and bad, is open here; ${configPath} watches it.`)
    const first = await check(configPath, 'briefly')
    if (!ran(first)) return failed(first)
    print(`Now ${listed(lab.rotate())} gets a new certificate, and the lab is checked again.`)
    const second = await check(configPath, 'in full')
    if (!ran(second)) return failed(second)
    print('To look at a host of yours in depth: npx certificate-monitor check example.com')
    return exitCodes.fine
  } finally {
    await lab.close()
  }
}

function ran(code: number): boolean {
  return code === exitCodes.fine || code === exitCodes.findings
}

function failed(code: number): number {
  return code === exitCodes.interrupted || code === exitCodes.terminated ? code : exitCodes.bug
}
