import { join } from 'node:path'

import { writeWhole } from '../deliver/whole-file.ts'
import { exitCodes } from '../report/outcome.ts'
import { caFile } from './lab/lab-config.ts'
import { startLab } from './lab/lab.ts'

export interface DemoOptions {
  /** Where the lab's config and files are written, as in `certificate_reports/lab`. */
  readonly folder: string
  readonly now: Date
  /** `check --config PATH`; answers its exit code. */
  readonly check: (configPath: string) => Promise<number>
  /** One line for people. */
  readonly print: (line: string) => void
}

/**
 * Checks a lab of servers on this machine as `check` would check any others. Answers 0 when the check ran, since its
 * findings are the point, 3 when it failed, and the code of a signal that ended it. Throws when the lab cannot be
 * opened or the folder not be written.
 */
export async function demo({ folder, now, check, print }: DemoOptions): Promise<number> {
  const lab = await startLab(now)
  try {
    const configPath = join(folder, 'certificates.yml')
    await writeWhole(join(folder, caFile), [lab.caPem])
    await writeWhole(join(folder, lab.file.path), [lab.file.pem])
    await writeWhole(configPath, [lab.configYaml])
    print(
      `A lab of ${lab.servers.length} servers, good and bad, is open on this machine; ${configPath} watches it.`,
    )
    const code = await check(configPath)
    if (code === exitCodes.interrupted || code === exitCodes.terminated) return code
    if (code !== exitCodes.fine && code !== exitCodes.findings) return exitCodes.bug
    print('To look at a host of yours in depth: node dist/index.js check example.com')
    return exitCodes.fine
  } finally {
    await lab.close()
  }
}
