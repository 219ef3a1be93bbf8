import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServer, type Server } from 'node:tls'
import { stripVTControlCharacters as withoutColors } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { keyPair, mint } from '../src/terminal/lab/mint.ts'
import { acting, command, hostile } from './support/hostile.ts'
import { start, startInRunner, workspace } from './support/program.ts'
import { complaints } from './support/valid-report.ts'

/** What certificates say to act on whoever prints them; OpenSSL reads no flight above 100 kB. */
const subjects: readonly string[] = [...hostile, 'y'.repeat(20_000)]
const servers: Server[] = []
let folder: string

beforeAll(async () => {
  const pair = keyPair('p256')
  const entries: string[] = []
  for (const [index, text] of subjects.entries()) {
    const { certificatePem, keyPem } = mint({
      commonName: text,
      organizationName: text,
      names: [latin1(text)],
      notAfter: new Date(Date.now() + 864e5),
      caIssuers: `http://example.com/${latin1(text)}`,
      keyPair: pair,
    })
    const server = createServer({ cert: certificatePem, key: keyPem }).listen(0, '127.0.0.1')
    server.on('tlsClientError', () => {})
    await new Promise((resolve) => server.once('listening', resolve))
    servers.push(server)
    const { port } = server.address() as AddressInfo
    entries.push(`  - { domain: h${index}.example, port: ${port}, connect_to: 127.0.0.1, retries: 0 }`)
  }
  folder = workspace()
  mkdirSync(join(folder, '.github'))
  writeFileSync(join(folder, '.github', 'certificates.yml'), `domains:\n${entries.join('\n')}\n`)
})

/** What fits an IA5String; the octets above ASCII are an abuse of it. */
function latin1(text: string): string {
  return Buffer.from(text.slice(0, 500), 'latin1').toString('latin1')
}

afterAll(() => {
  for (const server of servers) server.close()
})

test.each([['table'], ['verbose']])('nothing a certificate says acts in a terminal (%s)', async (how) => {
  const more = how === 'verbose' ? ['--verbose'] : []
  const { stdout, stderr, code } = await start({
    cwd: folder,
    arguments: ['check', ...more],
    env: { NO_COLOR: '1' },
  })

  expect(code).toBe(1)
  expect(stdout + stderr).not.toMatch(acting)
  expect(stdout + stderr).not.toContain('\u001B')
  expect(stdout).toContain(`${subjects.length} of ${subjects.length} endpoints need you`)
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(1000)
})

test('the JSON is valid, harmless to print, and loses nothing', async () => {
  const { stdout } = await start({ cwd: folder, arguments: ['check', '--format', 'json'] })
  const report = JSON.parse(stdout)

  expect(stdout).not.toMatch(acting)
  expect(complaints(report)).toEqual([])
  const seen: readonly (string | null)[] = report.results.map(
    (result: { subject_name: string | null }) => result.subject_name,
  )
  // A subject that is too long for OpenSSL is none for the scan, which reads the certificate by itself.
  const readable = new Set(subjects.map((text) => text.toWellFormed()))
  expect(seen.filter((text) => text !== null && !readable.has(text))).toEqual([])
  expect(new Set(seen).size).toBe(readable.size)
  expect(report.errors).toEqual([])
})

test('nothing a certificate says acts in a log, an annotation or a summary', async () => {
  const { stdout, summary, commands, outputs } = await startInRunner({ cwd: folder })

  expect(commands.every((line) => /^::(?:error|warning|notice)(?: title=[^\n]*)?::/.test(line))).toBe(true)
  expect(withoutColors(stdout)).not.toMatch(acting)
  expect(withoutColors(stdout).replaceAll(/^::.*$/gm, '')).not.toMatch(command)
  expect(summary).not.toMatch(acting)
  expect(summary).not.toMatch(/<(?:script|img|a|iframe|style|svg)\b|\]\(|(?<!&#)@\w|javascript:/i)
  expect(readFileSync(outputs['report-json'] ?? '', 'utf8')).not.toMatch(acting)
})
