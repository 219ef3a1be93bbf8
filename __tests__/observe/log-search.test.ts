import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import type { LogEntryFound } from '../../src/model/logged.ts'
import type { Observation } from '../../src/model/observation.ts'
import { cacheFolder, noCache } from '../../src/net/cache-folder.ts'
import { guardedHttp } from '../../src/net/guarded-http.ts'
import { logSearch, type LogSearchWays } from '../../src/observe/log-search.ts'
import { unwatchedNames } from '../../src/observe/unwatched-names.ts'
import { writeLogSearch } from '../../src/wire/log-search.ts'
import { certificate, name, now } from '../support/certificate.ts'
import { folder } from '../support/folder.ts'
import { logEntry, logged } from '../support/logged.ts'
import { delivery, hostname, observation, target } from '../support/observation.ts'
import { type Answering, receiver } from '../support/receiver.ts'
import { flood, tcpServer } from '../support/servers.ts'

const run = new AbortController().signal
const leaf = certificate({ serial: '00abc123', issuer: name('Example Intermediate', 'Example Trust') })
const served = delivery({ leaf })
const host = hostname('www.example.com')

function rows(...entries: readonly LogEntryFound[]): string {
  return JSON.stringify(writeLogSearch(entries))
}

const json = (body: string): Answering => {
  return (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body)
}

interface Service {
  readonly port: number
  readonly asked: () => readonly string[]
}

/** A stand-in for crt.sh. */
async function service(answer: Answering): Promise<Service> {
  const server = await receiver(answer)
  return { port: server.port, asked: () => server.received.map(({ path }) => path) }
}

function ways(port: number, differs: Partial<LogSearchWays> = {}): LogSearchWays {
  const lookup = async (): Promise<readonly { address: string }[]> => [{ address: '127.0.0.1' }]
  return {
    http: guardedHttp({ lookup, ipv6: false, proxy: null, signal: run }),
    cache: noCache,
    clock: () => now,
    run,
    url: `http://search.example:${port}/`,
    allowPrivate: true,
    deadlineMs: 500,
    pausesMs: [1, 1],
    budgetMs: 60_000,
    mostAllRows: 1000,
    ...differs,
  }
}

describe('a search', () => {
  test('finds certificate and precertificate by issuer and serial number', async () => {
    const { port, asked } = await service(
      json(rows(logEntry({ id: 8 }), logEntry({ id: 7 }), logEntry({ id: 9, serial: 'fff' }))),
    )
    expect(await logSearch(ways(port))(served, host)).toMatchObject({
      known: true,
      value: { own: [{ id: 8 }, { id: 7 }], searchedAt: now },
    })
    expect(asked()).toEqual(['/?q=example.com&exclude=expired&output=json'])
  })

  test('does not take the same serial number of another CA for it', async () => {
    const other = logEntry({ issuerName: 'O=Other Trust, CN=Other Intermediate', issuer: 'Other Trust' })
    const { port } = await service(json(rows(other)))
    expect(await logSearch(ways(port))(served, host)).toMatchObject({ known: true, value: { own: [] } })
  })

  test('asks by serial number before it says that there is nothing', async () => {
    const { port, asked } = await service((response, count, request) =>
      json(count === 1 ? '[]' : rows(logEntry()))(response, count, request),
    )
    expect(await logSearch(ways(port))(served, host)).toMatchObject({ value: { own: [{ id: 1000 }] } })
    expect(asked()[1]).toBe('/?serial=abc123&output=json')
  })

  test('is unknown where the second question fails', async () => {
    const { port } = await service((response, count, request) =>
      count === 1 ? json('[]')(response, count, request) : void response.writeHead(503).end(),
    )
    expect(await logSearch(ways(port))(served, host)).toMatchObject({ known: false })
  })

  test('gives what is in force for the host, the newest first, and other names of the domain', async () => {
    const { port } = await service(
      json(
        rows(
          logEntry({ serial: '1', names: ['www.example.com'], notBefore: new Date('2026-11-02T00:00:00Z') }),
          logEntry({ serial: '2', names: ['*.example.com'], notBefore: new Date('2026-11-03T00:00:00Z') }),
          logEntry({ serial: '3', names: ['shop.example.com', 'www.another.test', '<script>.example.com'] }),
          logEntry({ serial: '4', names: ['www.example.com'], notAfter: new Date('2026-11-04T00:00:00Z') }),
          logEntry({ serial: '5', names: ['notexample.com'] }),
        ),
      ),
    )
    const found = await logSearch(ways(port))(served, host)
    expect(found.known && found.value.others.map(({ serial }) => serial)).toEqual(['2', '1'])
    expect(found.known && found.value.otherNames).toEqual(['*.example.com', 'shop.example.com'])
  })

  test('is made once for all endpoints of a domain, and once a day', async () => {
    const { port, asked } = await service(json(rows(logEntry())))
    const kept = cacheFolder(folder())
    const at = (hours: number): LogSearchWays =>
      ways(port, { cache: kept, clock: () => new Date(now.getTime() + hours * 3_600_000) })
    const search = logSearch(at(0))
    await Promise.all(
      ['www.example.com', 'example.com', 'a.b.example.com'].map((one) => search(served, hostname(one))),
    )
    await logSearch(at(23))(served, host)
    expect(asked()).toHaveLength(1)
    await logSearch(at(25))(served, host)
    expect(asked()).toHaveLength(2)
  })

  test('ends when all searches of a run together found more than a run holds', async () => {
    const { port, asked } = await service(json(rows(logEntry(), logEntry({ id: 2 }))))
    const search = logSearch(ways(port, { mostAllRows: 2 }))

    expect(await search(served, host)).toMatchObject({ known: true })
    expect(await search(served, hostname('www.example.org'))).toMatchObject({
      known: false,
      reason: 'not-observed',
      detail:
        'the search service is asked no more in this run: it found 2 certificates, and more are not held',
    })
    expect(await search(served, host)).toMatchObject({ known: true })
    expect(asked()).toHaveLength(1)
  })

  test('believes nothing in the cache that it did not write', async () => {
    const { port } = await service(json(rows(logEntry())))
    const kept = folder()
    await logSearch(ways(port, { cache: cacheFolder(kept) }))(served, host)
    for (const planted of [
      '',
      '{}',
      `{"at":"${now.toISOString()}","rows":[{}]}`,
      '{"at":"2999-01-01T00:00:00Z","rows":[]}',
    ]) {
      for (const file of readdirSync(kept)) writeFileSync(join(kept, file), planted)
      const found = await logSearch(ways(port, { cache: cacheFolder(kept) }))(served, host)
      expect(found).toMatchObject({ known: true, value: { own: [{ id: 1000 }] } })
    }
  })
})

describe('a service that fails', () => {
  test('twice and then answers is heard', async () => {
    const { port, asked } = await service((response, count, request) =>
      count < 3 ? void response.writeHead(502).end() : json(rows(logEntry()))(response, count, request),
    )
    expect(await logSearch(ways(port))(served, host)).toMatchObject({ known: true })
    expect(asked()).toHaveLength(3)
  })

  test.each<[string, Answering]>([
    ['is overloaded', (response) => response.writeHead(429).end()],
    ['is down', (response) => response.writeHead(503).end()],
    [
      'shows a page with status 200',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    ],
    ['says JSON and sends a page', json('<html>')],
    ['sends nothing', json('')],
    ['sends half a list', json('[{"id":7')],
    ['stalls', () => {}],
    [
      'stalls in the middle',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('['),
    ],
    [
      'sends itself elsewhere',
      (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    ],
    ['lies about the form', json('[{"id":1}]')],
  ])('because it %s leaves the question open', async (_, answer) => {
    const { port } = await service(answer)
    expect(await logSearch(ways(port, { deadlineMs: 200 }))(served, host)).toMatchObject({ known: false })
  })

  test('by flooding leaves the question open, and memory alone', async () => {
    const { port } = await tcpServer((peer) => {
      peer.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n')
      flood(peer, Buffer.alloc(65_536, ' '))
    })
    const found = await logSearch(ways(port, { deadlineMs: 10_000, pausesMs: [] }))(served, host)
    expect(found).toMatchObject({ known: false, reason: 'malformed' })
  })

  test('for three domains is asked no more in this run', async () => {
    const { port, asked } = await service((response) => response.writeHead(503).end())
    const search = logSearch(ways(port, { pausesMs: [] }))
    for (const domain of ['a.com', 'b.com', 'c.com', 'd.com']) {
      expect(await search(served, hostname(domain))).toMatchObject({ known: false })
    }
    expect(asked()).toHaveLength(3)
  })

  test('by being slow has no more time than the run has for it', async () => {
    const { port, asked } = await service(json('[]'))
    expect(await logSearch(ways(port, { budgetMs: -1 }))(served, host)).toMatchObject({
      reason: 'not-observed',
    })
    expect(asked()).toEqual([])
  })

  test('at a private address is not asked', async () => {
    const { port, asked } = await service(json('[]'))
    const found = await logSearch(ways(port, { allowPrivate: false }))(served, host)
    expect([found, asked()]).toMatchObject([{ known: false, reason: 'blocked' }, []])
  })
})

test('names that an endpoint of the run stands for are no others', () => {
  const seen = delivery({
    leaf,
    logged: { known: true, value: logged({ otherNames: ['shop.example.com', 'old.example.com'] }) },
  })
  const all: readonly Observation[] = [
    observation({ deliveries: { known: true, value: [seen] } }),
    observation({ target: target({ host: hostname('shop.example.com') }) }),
  ]
  expect(unwatchedNames(all)).toMatchObject([
    { deliveries: { value: [{ logged: { value: { otherNames: ['old.example.com'] } } }] } },
    {},
  ])
})
