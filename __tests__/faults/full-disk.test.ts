import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { memoryFileName, readMemory, writeMemory } from '../../src/history/memory-file.ts'
import { historyFolder } from '../../src/runner/history-folder.ts'
import { fingerprint } from '../support/certificate.ts'
import { authority, inDays, leaf } from '../support/mint.ts'
import { rememberedLeaf } from '../support/remembered.ts'
import { tcpServer } from '../support/servers.ts'
import { complaints } from '../support/valid-report.ts'
import { monitoring, watchedRepository, watching } from '../support/watched-repository.ts'
import { unfinished, watchedFolder } from './watched-folder.ts'

/** No file becomes larger: a write that begins below takes a part, like on a disk that is nearly full; the next fails. */
function atMost(kibibytes: number): readonly string[] {
  return ['bash', '-c', `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$@"`, 'bash']
}

describe('where the report does not fit', () => {
  test.each([['table'], ['json']])('the verdict is told all the same, as %s', async (format) => {
    const folder = watchedFolder(3)
    await folder.check()
    const before = folder.files('certificate_history')
    const reports = folder.files('certificate_reports')
    const ended = await folder.check({ arguments: ['check', '--format', format], through: atMost(2) })

    expect(ended.code).toBe(3)
    expect(ended.stderr).toMatch(/^certificate_reports\S+\.json cannot be written: EFBIG/)
    if (format === 'json') expect(complaints(JSON.parse(ended.stdout))).toEqual([])
    else expect(ended.stdout).toContain('certificates/2.pem')
    expect(ended.stdout).not.toContain('The whole report')
    // Whoever was told once is not told again, for each run until somebody makes room.
    expect([...folder.files('certificate_history').keys()]).toEqual([...before.keys()])
    for (const text of folder.files('certificate_history').values())
      expect(readMemory(text).states).toHaveLength(1)
    expect(folder.files('certificate_reports')).toEqual(reports)
  })

  test('a run in a workflow tells it in log, annotations and summary, and remembers what it has told', async () => {
    const root = authority('Test Root', { organizationName: 'Test CA' })
    const here = await watchedRepository(leaf(root), [root])
    await here.run()
    const cached = here.cached()
    const asked = here.services.requests.length
    here.server.serve(leaf(root, { notBefore: inDays(-90), notAfter: inDays(-1) }))
    const ended = await here.start({ through: atMost(8) })

    expect(ended.code).toBe(3)
    expect(ended.stdout).toMatch(/::error::\S+\.json cannot be written: EFBIG/)
    expect(ended.stdout).toContain('service.example')
    expect(ended.commands).toContainEqual(expect.stringMatching(/^::error .*expired/))
    expect(ended.outputs).toMatchObject({ status: 'error', 'report-json': '', 'report-xlsx': '' })
    expect(here.services.requests.slice(asked)).toContain('CreateCacheEntry')
    expect(here.cached()).not.toEqual(cached)
  })

  test('not even the outputs of the step: the log and the annotations remain', async () => {
    const root = authority('Test Root')
    const here = await watchedRepository(leaf(root, { notBefore: inDays(-90), notAfter: inDays(-1) }), [root])
    const ended = await here.start({ through: atMost(0) })

    expect(ended.code).toBe(3)
    expect(ended.commands).toContainEqual(expect.stringMatching(/^::error .*expired/))
    expect(ended.stdout).toMatch(/::error::.* cannot be written: EFBIG/)
    expect(ended.stdout + ended.stderr).not.toContain('Please report')
  })
})

test('a history that does not fit stays as it was, and the run says so', async () => {
  const folder = watchedFolder(1)
  await folder.check()
  const history = join(folder.path, 'certificate_history')
  const [name = '', text = ''] = [...folder.files('certificate_history')][0] ?? []
  const memory = readMemory(text)
  const many = Array.from({ length: 49 }, (_, index) =>
    rememberedLeaf({ sha256: fingerprint(`former ${index}`) }),
  )
  writeFileSync(
    join(history, name),
    writeMemory({ ...memory, certificates: [...many, ...memory.certificates] }),
  )
  const before = folder.files('certificate_history')
  const sizes = [...before.values()].map(({ length }) => length)
  const ended = await folder.check({ arguments: ['check'], through: atMost(20) })

  expect(memoryFileName(memory.id)).toBe(name)
  expect(Math.min(...sizes)).toBeGreaterThan(20 * 1024)
  expect(ended.code).toBe(3)
  expect(ended.stdout).toContain('The whole report')
  expect(ended.stderr).toMatch(/^certificate_history\S+ cannot be written: EFBIG/)
  expect(folder.files('certificate_history')).toEqual(before)
  expect(unfinished(folder.files('certificate_reports'))).toEqual([])
})

test('where a workflow cannot write the history the rest is told and uploaded, and no history is saved', async () => {
  let spoil = (): void => {}
  const { port } = await tcpServer((peer) => {
    spoil()
    peer.end()
  })
  const root = authority('Test Root', { organizationName: 'Test CA' })
  const config = monitoring('production', watching(), `{ domain: 127.0.0.1, port: ${port} }`)
  const here = await watchedRepository(leaf(root), [root], config)
  const first = await here.run()
  const temporary = join(first.outputs['report-json'] ?? '', '..', '..')
  const memory = join(historyFolder(temporary, 'production'), memoryFileName(first.result.id))
  spoil = () => {
    rmSync(memory, { recursive: true, force: true })
    mkdirSync(join(memory, 'taken'), { recursive: true })
  }
  const ended = await here.run()

  expect([first.code, ended.code]).toEqual([1, 3])
  expect(ended.stdout).toMatch(/::error::\S+\.json cannot be written: /)
  expect(ended.summary).toContain('service.example')
  expect(ended.outputs['artifact-id']).toMatch(/^\d+$/)
  expect(ended.requests).not.toContain('CreateCacheEntry')
  expect(here.attached()).toEqual({})
})

test('a log that cannot be written ends the run with its path and cause, after the verdict', async () => {
  const ended = await watchedFolder(1).check({ arguments: ['check', '--log', '/dev/full'] })

  expect(ended.code).toBe(3)
  expect(ended.stdout).toContain('certificates/0.pem')
  expect(ended.stderr).toMatch(/^\/dev\/full cannot be written: ENOSPC/)
})

test('a standard output that is full is said on standard error, and the history is left to the next run', async () => {
  const folder = watchedFolder(1)
  await folder.check()
  const before = folder.files('certificate_history')
  const ended = await folder.check({
    arguments: ['check', '--format', 'json'],
    through: ['bash', '-c', 'exec "$@" > /dev/full', 'bash'],
  })

  expect(ended.code).toBe(3)
  expect(ended.stderr).toMatch(/^The standard output cannot be written: .*ENOSPC/)
  expect(folder.files('certificate_history')).toEqual(before)
})
