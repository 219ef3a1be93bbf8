#!/usr/bin/env node
import { keepHeapSmall } from './garbage.ts'

keepHeapSmall()
// The system resolver works on half of these threads: of the usual four, two names that do not answer hold up all.
process.env['UV_THREADPOOL_SIZE'] ??= '64'
// What the packages in our bundle should not do any more is no news for whoever runs it.
process.noDeprecation = true

/** What nobody caught is our own fault: Node's own 1 would say that there are findings. */
process.on('uncaughtException', (error) => {
  process.stderr.write(`certificate-monitor itself failed: ${error.stack ?? String(error)}\n`)
  process.exit(3)
})

const oldest = 24

/** Picks the door: a runner gives no arguments, a person does. */
async function main(): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < oldest) {
    process.stderr.write(
      `certificate-monitor needs Node ${oldest} or newer; this is Node ${process.versions.node}. After npm ci on Linux, npx certificate-monitor has the right one.\n`,
    )
    return 2
  }
  const inRunner = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length === 2
  const { open } = inRunner ? await import('./runner/door.ts') : await import('./terminal/door.ts')
  return open()
}

const code = await main()
// Not just exitCode: a DNS query that nobody waits for any more would keep the process alive.
process.stdout.write('', () => process.exit(code))
