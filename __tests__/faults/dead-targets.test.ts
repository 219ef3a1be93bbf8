import { type ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { ReportJson } from '../../src/report/report-json.ts'
import { hierarchy, pem, served } from '../support/mint.ts'
import { start, workspace } from '../support/program.ts'
import { closedPort, serving, tcpServer, tlsServer } from '../support/servers.ts'
import { complaints } from '../support/valid-report.ts'

const { root, intermediate, leaf } = hierarchy()
const [silent, refusing, healthy] = [100, 100, 10]

/** Each at an address of its own: connections are also limited host by host. */
function entry(name: string, index: number, port: number): string {
  const address = `127.${port % 200}.1.${index + 1}`
  return `  - { name: ${name} ${index}, domain: ${served}, port: ${port}, connect_to: ${address}, trust: { ca_files: [ca.pem], public: false } }\n`
}

/** A config of servers that are dead in two ways, and the healthy ones last. */
async function config(settings = ''): Promise<string> {
  const cwd = workspace()
  const anywhere = { address: '0.0.0.0' }
  const [deaf, open] = [
    await tcpServer((peer) => peer.pause(), anywhere),
    await tlsServer(serving([leaf, intermediate]), anywhere),
  ]
  const closed = await closedPort()
  const all = [
    ...Array.from({ length: silent }, (_, index) => entry('silent', index, deaf.port)),
    ...Array.from({ length: refusing }, (_, index) => entry('refusing', index, closed)),
    ...Array.from({ length: healthy }, (_, index) => entry('healthy', index, open.port)),
  ]
  mkdirSync(join(cwd, '.github'))
  writeFileSync(join(cwd, '.github', 'ca.pem'), pem(root))
  writeFileSync(
    join(cwd, '.github', 'certificates.yml'),
    `${settings}defaults: { timeout: 1, retries: 0, scan: certificate }\ndomains:\n${all.join('')}`,
  )
  return cwd
}

function counted(report: ReportJson): Readonly<Record<string, number>> {
  const outcomes = report.results.map(({ name, domain, port, status }) => {
    const error = report.errors.find((one) => one.domain === domain && one.port === port)
    return `${name.split(' ')[0]}: ${error?.reason ?? status}`
  })
  return Object.fromEntries(
    [...Map.groupBy(outcomes, (one) => one)].map(([one, { length }]) => [one, length]),
  )
}

const seen = { 'silent: timed-out': silent, 'refusing: refused': refusing, 'healthy: success': healthy }

test('two hundred dead targets at once, silent and refusing: the healthy ones behind them are seen', async () => {
  const cwd = await config()
  const ended = await start({ cwd, arguments: ['check', '--format', 'json'] })
  const report: ReportJson = JSON.parse(ended.stdout)

  expect([ended.code, ended.stderr]).toEqual([1, ''])
  expect(complaints(report)).toEqual([])
  expect(counted(report)).toEqual(seen)
})

test('descriptors for half as many are enough: none is kept by what is dead', async () => {
  const cwd = await config()
  const through = ['bash', '-c', 'ulimit -n 110; exec "$@"', 'bash']
  const ended = await start({ cwd, arguments: ['check', '--format', 'json'], through })

  expect([ended.code, ended.stderr]).toEqual([1, ''])
  expect(counted(JSON.parse(ended.stdout))).toEqual(seen)
})

test('a watch over them leaves no socket and no file open between its checks', async () => {
  const cwd = await config('check_interval: 2\n')
  let running: ChildProcess | undefined
  const open: number[] = []
  const { code } = await start({
    cwd,
    arguments: ['check', '--watch', '--format', 'json'],
    child: (child) => (running = child),
    meanwhile: (text, kill) => {
      const checks = text.split('\n').filter((line) => line.startsWith('Next check at ')).length
      if (checks <= open.length) return
      open.push(readdirSync(`/proc/${running?.pid}/fd`).length)
      if (checks === 3) kill('SIGTERM')
    },
  })

  expect(code).toBe(143)
  expect(open).toHaveLength(3)
  expect(Math.max(...open) - Math.min(...open)).toBeLessThan(healthy)
})
