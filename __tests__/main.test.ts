import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Throws outside of everything, as an event that nobody listens to does. */
const fault = `process.on('newListener', (name) => {
  if (name === 'uncaughtException') setImmediate(() => { throw new Error('nobody caught this') })
})`

test('what nobody caught ends with 3, because 1 would mean findings', () => {
  const preload = `data:text/javascript,${encodeURIComponent(fault)}`
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, main, 'check', '192.0.2.1'], {
    encoding: 'utf8',
  })

  expect(status).toBe(3)
  expect(stderr).toContain('certificate-monitor itself failed: Error: nobody caught this')
})
