#!/usr/bin/env node
/** Picks the door: a runner gives no arguments, a person does. */
const inRunner = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length === 2
const { open } = inRunner ? await import('./runner/door.ts') : await import('./terminal/door.ts')
const code = await open()
// Not just exitCode: a DNS query that nobody waits for any more would keep the process alive.
process.stdout.write('', () => process.exit(code))
