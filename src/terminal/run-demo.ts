import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { parseArguments } from './arguments.ts'
import { demo } from './demo.ts'
import { runCheck } from './run-check.ts'

/** `demo`: the same check as any other, of a lab that lives as long as the checks; its history begins anew. */
export async function runDemo(reports: string): Promise<number> {
  const folder = join(reports, 'lab')
  const history = join(folder, 'history')
  await rm(history, { recursive: true, force: true })
  return demo({
    folder,
    now: new Date(),
    check: async (config, how) => {
      const brief = how === 'briefly' ? ['--quiet'] : []
      const places = ['--config', config, '--report', reports, '--history', history]
      const command = parseArguments(['check', ...places, '--no-notify', ...brief])
      if (command.kind !== 'check') throw new TypeError('check was parsed as something else')
      return runCheck(command)
    },
    print: (line) => process.stdout.write(`${line}\n\n`),
  })
}
