import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { demo, type DemoOptions } from '../../src/terminal/demo.ts'

let folder: string
let printed: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'))
  printed = []
})

afterEach(() => rm(folder, { recursive: true }))

const run = (check: DemoOptions['check']): Promise<number> =>
  demo({
    folder: join(folder, 'certificate_reports', 'lab'),
    now: new Date(),
    check,
    print: (line) => printed.push(line),
  })

test.each([
  ['nothing is found', 0, 0],
  ['findings are the point', 1, 0],
  ['the config is refused', 2, 3],
  ['the check fails', 3, 3],
  ['Ctrl-C ends it', 130, 130],
  ['SIGTERM ends it', 143, 143],
])('the exit code when %s', async (_, checked, answered) => {
  await expect(run(() => Promise.resolve(checked))).resolves.toBe(answered)
})

test('config, CA and file lie in the folder, and the servers answer while the check runs', async () => {
  const seen: string[] = []

  await run(async (path, how) => {
    if (how === 'in full') return 0
    for (const name of ['certificates.yml', 'lab-ca.pem', 'signing.pem'])
      seen.push(await readFile(join(dirname(path), name), 'utf8'))
    await once(connect(portIn(seen[0]), '127.0.0.1').resume(), 'connect')
    return 0
  })

  expect(seen).toEqual([
    expect.stringContaining('ca_files: [lab-ca.pem]'),
    expect.stringMatching(/^-----BEGIN CERTIFICATE-----/),
    expect.stringMatching(/^-----BEGIN CERTIFICATE-----/),
  ])
})

test('the lab is closed again when the check throws', async () => {
  let port = 0
  const failing = run(async (path) => {
    port = portIn(await readFile(path, 'utf8'))
    throw new Error('the check broke')
  })

  await expect(failing).rejects.toThrow('the check broke')
  await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a folder that cannot be written is named, and nothing is checked', async () => {
  await writeFile(join(folder, 'certificate_reports'), 'in the way')
  const checked: string[] = []

  const failing = run((path) => Promise.resolve(checked.push(path)))

  await expect(failing).rejects.toMatchObject({
    name: 'Unusable',
    message: expect.stringContaining(join(folder, 'certificate_reports', 'lab')),
  })
  expect(checked).toEqual([])
})

test('two checks with a rotation between them, a sentence before each', async () => {
  await run((path, how) => {
    printed.push(`check ${path} ${how}`)
    return Promise.resolve(1)
  })

  const path = join(folder, 'certificate_reports', 'lab', 'certificates.yml')
  expect(printed).toEqual([
    `A lab of 35 servers, good and bad, is open here; ${path} watches it.`,
    `check ${path} briefly`,
    'Now expiring soon gets a new certificate, and the lab is checked again.',
    `check ${path} in full`,
    'To look at a host of yours in depth: npx certificate-monitor check example.com',
  ])
})

test('where the check failed, nothing is said of a report', async () => {
  await run(() => Promise.resolve(3))

  expect(printed).toHaveLength(1)
})

function portIn(config = ''): number {
  return Number(/healthy-ecdsa\.lab\.example:(\d+)/.exec(config)?.[1])
}
