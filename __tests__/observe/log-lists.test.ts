import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { cacheFolder, noCache } from '../../src/net/cache-folder.ts'
import { guardedHttp } from '../../src/net/guarded-http.ts'
import { logLists, type LogLists, logListSources } from '../../src/observe/log-lists.ts'
import { testLog } from '../support/ct-log.ts'
import { logListText } from '../support/log-list.ts'
import { receiver } from '../support/receiver.ts'

const never = new AbortController().signal
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const log = testLog()
const today = new Date('2026-11-22T12:00:00Z')
const list = Buffer.from(logListText([log], new Date('2026-11-21T13:35:00Z')))

interface Publisher {
  readonly port: number
  /** Paths asked for, with the If-None-Match of each. */
  readonly asked: () => readonly string[]
}

/** A server of lists, with ETags, that may be told what to answer. */
async function publisher(
  body: () => Buffer = () => list,
  signature: () => Buffer = () => sign('sha256', body(), privateKey),
): Promise<Publisher> {
  const server = await receiver((response, _, { path, headers }) => {
    if (path === '/list.sig') return response.end(signature())
    if (headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
    return response.writeHead(200, { etag: '"v1"' }).end(body())
  })
  return {
    port: server.port,
    asked: () => server.received.map(({ path, headers }) => `${path} ${headers['if-none-match'] ?? '-'}`),
  }
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'fetched-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

function fetched(port: number, now = today, kept: string | null = null): Promise<LogLists> {
  const lookup = async (): Promise<readonly { address: string }[]> => [{ address: '127.0.0.1' }]
  const at = (path: string): string => `http://lists.example:${port}${path}`
  return logLists({
    sources: {
      chrome: { url: at('/list.json'), signature: { url: at('/list.sig'), key }, allowPrivate: true },
      apple: { url: at('/apple.json'), signature: null, allowPrivate: true },
    },
    http: guardedHttp({ lookup, ipv6: false, proxy: null, signal: never }),
    cache: kept === null ? noCache : cacheFolder(kept),
    clock: () => now,
  })()
}

const held = { known: true, value: { madeAt: new Date('2026-11-21T13:35:00Z') } }

test('both lists are fetched, and the signature of the one that has one is proved', async () => {
  const server = await publisher()
  const { chrome, apple } = await fetched(server.port)
  expect([chrome, apple]).toMatchObject([held, held])
  expect(chrome.known && [...chrome.value.logs.keys()]).toEqual([log.id.toString('base64')])
  expect(server.asked().toSorted()).toEqual(['/apple.json -', '/list.json -', '/list.sig -'])
})

test('a list whose signature does not verify is not known', async () => {
  const server = await publisher(
    () => list,
    () => sign('sha256', Buffer.from('another list'), privateKey),
  )
  const { chrome, apple } = await fetched(server.port)
  expect(chrome).toEqual({
    known: false,
    reason: 'malformed',
    detail: 'log list: its signature does not verify',
  })
  expect(apple).toMatchObject(held)
})

test('once in a run, and not again within a day', async () => {
  const server = await publisher()
  const kept = folder()
  await fetched(server.port, today, kept)
  expect(await fetched(server.port, new Date('2026-11-23T11:59:00Z'), kept)).toMatchObject({ chrome: held })
  expect(server.asked()).toHaveLength(3)
})

test('after a day the server is asked whether there is a newer one', async () => {
  const server = await publisher()
  const kept = folder()
  await fetched(server.port, today, kept)
  expect(await fetched(server.port, new Date('2026-11-23T12:01:00Z'), kept)).toMatchObject({ chrome: held })
  expect(server.asked().slice(3).toSorted()).toEqual(['/apple.json "v1"', '/list.json "v1"'])
  await fetched(server.port, new Date('2026-11-24T12:00:00Z'), kept)
  expect(server.asked()).toHaveLength(5)
})

test('when the server is gone, the list of before stands in, as old as it is', async () => {
  const answers = [list, Buffer.from('<html>maintenance</html>')]
  const server = await publisher(() => answers[Number(later)] ?? list)
  let later = false
  const kept = folder()
  await fetched(server.port, today, kept)
  for (const name of readdirSync(kept)) {
    const path = join(kept, name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(String.raw`"etag":"\"v1\""`, '"etag":null'))
  }
  later = true
  expect(await fetched(server.port, new Date('2027-01-10T00:00:00Z'), kept)).toMatchObject({
    chrome: held,
    apple: held,
  })
  expect(await fetched(server.port, new Date('2027-01-10T00:00:00Z'))).toMatchObject({
    chrome: { known: false, reason: 'malformed' },
    apple: { known: false, detail: 'log list: not JSON' },
  })
})

test('a list that somebody planted in the cache is not believed', async () => {
  const server = await publisher()
  const kept = folder()
  await fetched(server.port, today, kept)
  const forged = Buffer.from(logListText([testLog()], today)).toString('base64')
  for (const name of readdirSync(kept)) {
    const path = join(kept, name)
    const entry: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof entry === 'object' && entry !== null && 'signature' in entry && entry.signature !== null) {
      writeFileSync(path, JSON.stringify({ ...entry, body: forged }))
    }
  }
  const { chrome } = await fetched(server.port, today, kept)
  expect(chrome.known && [...chrome.value.logs.keys()]).toEqual([log.id.toString('base64')])
})

test.each([
  ['404', 404],
  ['503', 503],
] as const)('an answer of %s is no list', async (_, status) => {
  const server = await receiver((response) => response.writeHead(status).end(list))
  expect(await fetched(server.port)).toMatchObject({
    chrome: {
      known: false,
      detail: `lists.example:${server.port} answered ${status} instead of the list of logs`,
    },
  })
})

test('the official addresses are asked over HTTPS, and may not lead to private addresses', () => {
  for (const { url, allowPrivate } of Object.values(logListSources)) {
    expect([new URL(url).protocol, allowPrivate]).toEqual(['https:', false])
  }
})
