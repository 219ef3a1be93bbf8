import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readMemory } from '../../src/history/memory-file.ts'
import { dayMs } from '../../src/model/certificate.ts'
import { authority, leaf } from '../support/mint.ts'
import { start, workspace } from '../support/program.ts'
import { tcpServer } from '../support/servers.ts'
import { complaints } from '../support/valid-report.ts'
import { configPath, monitoring, watchedRepository } from '../support/watched-repository.ts'
import { watchedFolder } from './watched-folder.ts'

const preload = new URL('jumping-clock.ts', import.meta.url).href

/** The environment of a program whose clock jumps by so many days, so long after its start. */
function jumping(days: number, afterMs = 0): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${preload}`, CLOCK_JUMP: `${afterMs} ${days * dayMs}` }
}

test.each([-4000, -1, 1, 4000])(
  'a clock that jumps by %i days while a server is silent: the deadline is kept, and the report is valid',
  async (days) => {
    const silent = await tcpServer((peer) => peer.resume())
    const cwd = workspace()
    mkdirSync(join(cwd, '.github'))
    writeFileSync(
      join(cwd, '.github', 'certificates.yml'),
      `domains: [{ domain: 127.0.0.1, port: ${silent.port}, timeout: 3, retries: 0 }]\n`,
    )
    const { code, stdout } = await start({
      cwd,
      arguments: ['check', '--format', 'json'],
      env: jumping(days, 1500),
    })
    const report = JSON.parse(stdout)

    expect(code).toBe(1)
    expect(complaints(report)).toEqual([])
    expect(report.errors).toMatchObject([{ reason: 'timed-out' }])
    expect(report.summary.duration_seconds).toBeGreaterThan(2.9)
    expect(report.summary.duration_seconds).toBeLessThan(60)
  },
)

test('a clock that is set back by a day does not hold up the next check of a watch', async () => {
  const folder = watchedFolder(1)
  writeFileSync(
    join(folder.path, '.github', 'certificates.yml'),
    'check_interval: 4\ndomains: [{ file: certificates/0.pem }]\n',
  )
  let told = false
  const { code, stdout, stderr } = await folder.check({
    arguments: ['check', '--watch', '--format', 'json'],
    env: jumping(-1, 4000),
    meanwhile: (text, kill) => {
      if (told || text.split('\n').filter((line) => line.startsWith('{')).length < 3) return
      told = true
      kill('SIGTERM')
    },
  })
  const times = stdout
    .trim()
    .split('\n')
    .map((line) => Date.parse(JSON.parse(line).summary.timestamp))

  expect(code).toBe(143)
  expect(stderr).toContain('Next check at ')
  expect(Math.min(...times)).toBeLessThan(Math.max(...times) - dayMs / 2) // it was set back on the way
})

test('what a run wrote whose clock was ten years ahead is brought back by the next one', async () => {
  const folder = watchedFolder(2)
  const ahead = await folder.check({ env: jumping(3650) })
  const back = await folder.check()
  const memories = [...folder.files('certificate_history').values()].map(readMemory)
  const dates = memories
    .flatMap(({ states, certificates }) => [
      states.map(({ from }) => from),
      states.map(({ to }) => to),
      certificates.map(({ lastSeen }) => lastSeen),
    ])
    .flat()

  expect([ahead.code, back.code, back.stderr]).toEqual([1, 0, ''])
  expect(dates.filter((date) => date.getTime() > Date.now())).toEqual([])
  expect(await folder.faults()).toEqual([])
})

test('a clock that was once ahead does not hide for years that runs are late', async () => {
  const root = authority('Test Root', { organizationName: 'Test CA' })
  const config = `check_interval: 86400\n${monitoring('production')}`
  const here = await watchedRepository(leaf(root), [root], config)
  here.write(configPath, config)
  const late = [
    await here.run({ env: jumping(30) }),
    await here.run(),
    await here.run({ env: jumping(7) }),
  ].map(({ report }) => report.findings.map(({ rule }) => rule).filter((rule) => rule === 'monitor/late'))

  expect(late).toEqual([[], [], ['monitor/late']])
})

test.each(['2019-01-01', '2099-01-01'])('--now %s reads the history, and leaves it as it is', async (now) => {
  const folder = watchedFolder(2)
  await folder.check()
  const before = folder.files('certificate_history')
  const { stdout } = await folder.check({ arguments: ['check', '--format', 'json', '--now', now] })

  expect(complaints(JSON.parse(stdout))).toEqual([])
  expect(folder.files('certificate_history')).toEqual(before)
})
