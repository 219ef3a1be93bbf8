import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { workspace } from '../support/program.ts'
import { tcpServer } from '../support/servers.ts'

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

test.each(['table', 'json'])(
  'a reader that goes away before the %s is printed does not turn findings into success',
  async (format) => {
    const { port } = await tcpServer((peer) => peer.resume().write('SSH-2.0-OpenSSH_9.6\r\n'))
    const child = spawn(process.execPath, [main, 'check', `127.0.0.1:${port}`, '--format', format], {
      cwd: workspace(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    child.stderr.destroy()

    const [code] = await once(child, 'exit')

    expect(code).toBe(1)
  },
)
