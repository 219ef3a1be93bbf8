import type { ChildProcess } from 'node:child_process'

import { expect, test, vi } from 'vitest'

import { authority, leaf, pem } from './support/mint.ts'
import { connectProxy, tcpServer } from './support/servers.ts'
import {
  configPath,
  monitoring,
  textOf,
  watchedRepository,
  type WatchedRepository,
  watching,
} from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })

function repository(config?: string): Promise<WatchedRepository> {
  return watchedRepository(leaf(root), [root], config)
}

const denied =
  /^ℹ️ The history could not be saved to the cache: .*cache write denied: the token is read-only\.$/

test('a cache that was always read-only is a note, and the artifact remembers', async () => {
  const here = await repository()
  here.services.faults.cache = 'write-denied'
  const first = await here.run()
  here.server.serve(leaf(root))
  const runs = [first, await here.run(), await here.run()]

  expect(runs.map(({ code, outputs }) => [code, outputs['changed'], outputs['artifact-id']])).toEqual([
    [0, '', '1000'],
    [0, '1', '1001'],
    [0, '0', '1002'],
  ])
  for (const { notes } of runs) expect(notes).toContainEqual(expect.stringMatching(denied))
  expect(runs.map(({ annotations }) => annotations.length)).toEqual([0, 1, 0]) // the rotation's
  expect(here.services.caches).toEqual([])
})

test('while a cache refuses to be written, a rotation is told again rather than lost', async () => {
  const here = await repository()
  await here.run()
  here.services.faults.cache = 'write-denied'
  here.server.serve(leaf(root))
  const denied = [await here.run(), await here.run()]
  here.services.faults.cache = null
  const saved = [await here.run(), await here.run()]

  expect([...denied, ...saved].map(({ outputs }) => outputs['changed'])).toEqual(['1', '1', '1', '0'])
})

test('a history that could not be read is neither overwritten nor called a first run’s', async () => {
  const here = await repository()
  await here.run()
  Object.assign(here.services.faults, { cache: 'read-denied', rest: 403 })
  here.server.serve(leaf(root))
  const blind = await here.run()
  Object.assign(here.services.faults, { cache: null, rest: null })
  const seeing = await here.run()

  expect([blind.code, blind.outputs['changed'], blind.annotations]).toEqual([0, '', []])
  expect(blind.notes).toEqual([
    expect.stringMatching(/^ℹ️ The history in the cache could not be read: .*cache read denied/),
    'ℹ️ Earlier reports were not looked at for their history: the token lacks the permission actions: read.',
  ])
  expect(blind.requests).not.toContain('CreateCacheEntry')
  expect([seeing.outputs['changed'], seeing.result.rotation?.kind]).toEqual(['1', 'rekeyed'])
})

test('a cache that cannot be read is healed by the artifact', async () => {
  const here = await repository()
  await here.run()
  here.services.faults.cache = 'read-denied'
  here.server.serve(leaf(root))
  const healed = await here.run()

  expect([healed.code, healed.outputs['changed'], healed.result.rotation?.kind]).toEqual([0, '1', 'rekeyed'])
  expect(healed.notes).toHaveLength(2)
})

test('services that refuse everything cost notes and nothing else', async () => {
  const here = await repository()
  Object.assign(here.services.faults, { cache: 403, rest: 403, artifacts: 403 })
  const run = await here.run()

  expect([run.code, run.outputs['status'], run.outputs['artifact-id'], run.outputs['artifact-url']]).toEqual([
    0,
    'success',
    '',
    '',
  ])
  expect(run.result.status).toBe('success')
  expect(run.annotations).toEqual([])
  expect(run.notes).toHaveLength(3)
  expect(run.notes.at(-1)).toMatch(/^ℹ️ The report was not uploaded as an artifact: /)
})

test('a corrupt entry is noted, healed by the artifact, and followed by a sound one', async () => {
  const here = await repository()
  await here.run()
  here.services.replace('caches', Buffer.from('this is no archive'))
  here.server.serve(leaf(root))
  const healed = await here.run()
  const next = await here.run()

  expect([healed.code, healed.outputs['changed'], healed.annotations.length]).toEqual([0, '1', 1])
  expect(healed.notes).toEqual([
    expect.stringMatching(/^ℹ️ The history in the cache could not be read: .*tar/),
    'ℹ️ The history comes from the report of an earlier run; the cache had none.',
  ])
  expect([next.outputs['changed'], next.notes, next.result.rotations.length]).toEqual(['0', [], 1])
})

test('a corrupt entry and no artifact make a first run, which saves', async () => {
  const here = await repository()
  await here.run()
  here.services.replace('caches', Buffer.from('this is no archive'))
  here.services.artifacts.splice(0)
  const first = await here.run()
  const second = await here.run()

  expect([first.code, first.result.history.words, first.outputs['changed']]).toEqual([0, 'first seen', ''])
  expect([second.outputs['changed'], second.notes]).toEqual(['0', []])
})

const two = monitoring('production', watching(), watching(', name: other, servername: other.example'))

test('a damaged history file is set aside and saved again with the rest, which is believed', async () => {
  const here = await repository(two)
  await here.run()
  const files = here.cached()
  const [damaged = '', sound = ''] = Object.keys(files).toSorted()
  const torn = files[damaged]?.slice(0, 200) ?? ''
  here.replaceCached({ ...files, [damaged]: torn })
  const gate = await here.run({ event: 'merge_group', branch: 'queue' })
  const second = await here.run()
  const saved = here.cached()
  const third = await here.run()

  expect(second.report.results.map(({ history }) => history.words).toSorted()).toEqual([
    'first seen',
    expect.stringMatching(/^unchanged since /),
  ])
  expect(second.notes).toEqual([`ℹ️ 1 history file could not be read: ${damaged}; kept beside as *.damaged`])
  expect(gate.notes).toContain(`ℹ️ 1 history file could not be read: ${damaged}`)
  expect(Object.keys(saved).toSorted()).toEqual([damaged, sound, `${damaged}.damaged`].toSorted())
  expect(saved[`${damaged}.damaged`]).toBe(torn)
  expect([third.notes, third.outputs['changed']]).toEqual([[], '0'])
  expect(Object.keys(here.cached())).toContain(`${damaged}.damaged`)
})

test('what a newer version wrote is left as it is', async () => {
  const here = await repository()
  await here.run()
  const [[name, text] = ['', '']] = Object.entries(here.cached())
  const newer = text.replace(/"schema_version": "[\d.]+"/, '"schema_version": "9.0"')
  here.replaceCached({ [name]: newer })
  const run = await here.run()

  expect([run.code, run.result.history.words]).toEqual([0, 'first seen'])
  expect(run.notes).toEqual(['ℹ️ 1 history file of a newer version of certificate-monitor left as they are'])
  expect(here.cached()).toEqual({ [name]: newer })
})

/** Ends the run as a runner does, once the services were asked for this. */
function endedOn(request: string, requests: readonly string[]): (child: ChildProcess) => void {
  const asked = requests.length
  return (child) =>
    void vi
      .waitFor(() => expect(requests.slice(asked)).toContain(request), 30_000)
      .finally(() => child.kill('SIGTERM'))
}

test('a run that is ended while a service hangs ends at once, and leaves the history alone', async () => {
  const here = await repository()
  await here.run()
  const asked = here.services.requests.length
  here.services.faults.cache = 'hanging'
  const child = endedOn('GetCacheEntryDownloadURL', here.services.requests)
  const ended = await here.start({ child })

  expect(ended.code).toBe(143)
  expect(here.services.requests.slice(asked)).toEqual(['GetCacheEntryDownloadURL'])
})

test('a run that is ended while it looks leaves a report of what it saw, and the history alone', async () => {
  let end = (): void => {}
  const silent = await tcpServer(() => end())
  const here = await repository(
    monitoring('production', watching(), `{ domain: 127.0.0.1, port: ${silent.port}, timeout: 60 }`),
  )
  const asked = here.services.requests.length
  const ended = await here.start({ child: (child) => void (end = () => child.kill('SIGTERM')) })

  expect(ended.code).toBe(143)
  expect(here.everything()).toMatch(/"reason": ?"not-observed"/)
  expect(writes(here.services.requests.slice(asked))).toEqual([])
})

/** What changes something at a service. */
function writes(requests: readonly string[]): readonly string[] {
  return requests.filter((request) => /^(?:Create|Finalize|PUT)/.test(request))
}

test('secrets of the env input appear in nothing that a run leaves behind', async () => {
  const secrets = {
    right: 'pr0xy-S&cret',
    wrong: 'not-The-S&cret',
    phrase: 'key-Phrase-77',
    store: 'st0re-Word',
  }
  const here = await repository()
  const credentials = `monitor:${secrets.right}`
  const { port } = await connectProxy({ credentials, to: { port: here.server.port } })
  const client = leaf(root, { commonName: 'client' })
  const protection = { cipher: 'aes-256-cbc', passphrase: secrets.phrase } as const
  here.write('.github/client.pem', pem(client))
  here.write(
    '.github/client.key',
    client.privateKey.export({ type: 'pkcs8', format: 'pem', ...protection }).toString(),
  )
  here.write('.github/store.p12', 'this is no PKCS#12')
  const shown = ', client_certificate: { cert: client.pem, key: client.key, passphrase: "${PHRASE}" }'
  const network = `network: { proxy: "http://monitor:\${PROXY}@127.0.0.1:${port}" }\n`
  const store = '{ file: store.p12, password: "${STORE}" }'
  here.write(configPath, `${monitoring('production', watching(shown), store)}${network}`)
  const left = []
  for (const password of [secrets.right, secrets.wrong]) {
    const env = `PROXY=${encodeURIComponent(password)}\nPHRASE=${secrets.phrase}\nSTORE<<END\n${secrets.store}\n2nd\nEND\n`
    const run = await here.run({ inputs: { env } })
    left.push({
      reasons: run.report.errors.map(({ reason }) => reason),
      text: textOf(run) + here.everything(),
    })
  }

  expect(left.map(({ reasons }) => reasons)).toEqual([['malformed'], ['malformed', 'proxy-refused']])
  for (const { text } of left) {
    expect(text).toContain('service.example')
    for (const secret of Object.values(secrets)) {
      const basic = Buffer.from(`monitor:${secret}`).toString('base64')
      for (const form of [secret, encodeURIComponent(secret), basic]) expect(text).not.toContain(form)
    }
  }
})

test('a run that is ended while its report is uploaded has kept everything else', async () => {
  const here = await repository()
  here.services.faults.artifacts = 'hanging'
  const ended = await here.run({ child: endedOn('CreateArtifact', here.services.requests) })

  expect([ended.code, ended.outputs['status'], ended.outputs['artifact-id']]).toEqual([0, 'success', ''])
  expect(ended.notes).toEqual(['ℹ️ The report was not uploaded as an artifact: the run was ended.'])
  expect(Object.keys(here.cached())).toHaveLength(1)
})
