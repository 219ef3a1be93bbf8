import { join } from 'node:path'

import { parseArguments } from './arguments.ts'
import { demo } from './demo.ts'
import { runCheck } from './run-check.ts'

/** `demo`: the same check as any other, of a lab that lives as long as the check. */
export function runDemo(reports: string): Promise<number> {
  return demo({
    folder: join(reports, 'lab'),
    now: new Date(),
    check: async (config) => {
      const command = parseArguments(['check', '--config', config, '--report', reports, '--no-notify'])
      if (command.kind !== 'check') throw new TypeError('check was parsed as something else')
      return runCheck(command)
    },
    print: (line) => process.stdout.write(`${line}\n\n`),
  })
}
