import { spawn } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import type { TlsaRecord } from '../../src/model/dns-evidence.ts'
import type { EndpointTarget } from '../../src/model/target.ts'
import type { Dns } from '../../src/net/dns.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { daneInquiry } from '../../src/observe/dane.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import { folder } from '../support/folder.ts'
import { authority, leaf, pem } from '../support/mint.ts'
import { delivery, fileTarget, hostname, ip, target } from '../support/observation.ts'
import { hasOpenssl } from '../support/openssl.ts'
import { serving, tlsServer } from '../support/servers.ts'
import { trustIn } from './observing.ts'

const read = certificates()
const root = authority('Test Root')
const issuer = authority('Test Intermediate', { ca: 0 }, root)
const shown = leaf(issuer)
const stranger = authority('Stranger')
const mail = target({ host: hostname('mail.example.com'), port: 25 })

type Wanted = Omit<TlsaRecord, 'matches'>

function tlsa(usage: number, selector: number, matching: number, { der }: Minted): Wanted {
  const bytes =
    selector === 0 ? der : new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' })
  const digest = (name: string): string => createHash(name).update(bytes).digest('hex')
  const data =
    matching === 0 ? Buffer.from(bytes).toString('hex') : digest(matching === 1 ? 'sha256' : 'sha512')
  return { usage, selector, matching, data }
}

/** What becomes of one record at a server that sends leaf and intermediate. */
async function matched(
  record: Wanted,
  asked: EndpointTarget = mail,
  anchors: readonly Minted[] = [root],
): Promise<boolean | null> {
  const dns: Dns = async () => ({ caa: [], tlsa: [record], proven: true })
  const chain = [shown, issuer].map(({ der }) => read.read(der))
  const [first] = chain
  if (first === undefined) throw new TypeError('a chain has a leaf')
  const seen = delivery({ leaf: first, chain, trust: trustIn([shown, issuer], anchors) })
  const answer = await daneInquiry(dns, read)(seen, asked)
  if (!answer.known) throw new Error(answer.detail)
  return answer.value.records[0]?.matches ?? null
}

/** What OpenSSL's own DANE says: the independent verdict. */
async function opensslMatches({ usage, selector, matching, data }: Wanted): Promise<boolean> {
  const { port } = await tlsServer(serving([shown, issuer]))
  const anchors = join(folder(), 'root.pem')
  writeFileSync(anchors, pem(root))
  const options = ['-no-CApath', '-no-CAstore', '-CAfile', anchors, '-brief', '-verify_return_error']
  const rrdata = `${usage} ${selector} ${matching} ${data}`
  const dane = ['-dane_tlsa_domain', 'service.example', '-dane_tlsa_rrdata', rrdata]
  const client = spawn('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, ...options, ...dane])
  client.stdin.end()
  let said = ''
  for (const stream of [client.stdout, client.stderr])
    stream.on('data', (more: Buffer) => (said += more.toString()))
  await new Promise((resolve) => client.once('close', resolve))
  return /DANE TLSA .* matched/u.test(said)
}

describe('a record', () => {
  const cases: readonly [string, Wanted, boolean][] = [
    ['3 1 1 of the leaf', tlsa(3, 1, 1, shown), true],
    ['3 0 2 of the leaf', tlsa(3, 0, 2, shown), true],
    ['3 0 0 of the leaf', tlsa(3, 0, 0, shown), true],
    ['3 1 1 of its issuer', tlsa(3, 1, 1, issuer), false],
    ['1 1 1 of the leaf', tlsa(1, 1, 1, shown), true],
    ['2 0 1 of the intermediate that is sent', tlsa(2, 0, 1, issuer), true],
    ['2 1 1 of a stranger', tlsa(2, 1, 1, stranger), false],
    ['2 0 1 of the root that is not sent', tlsa(2, 0, 1, root), false],
    ['0 0 1 of the root', tlsa(0, 0, 1, root), true],
    ['0 1 1 of a stranger', tlsa(0, 1, 1, stranger), false],
  ]
  test.each(cases)('%s', async (_, record, expected) => {
    expect(await matched(record)).toBe(expected)
  })

  test.runIf(hasOpenssl).each(cases)('%s, in the eyes of OpenSSL', async (_, record, expected) => {
    expect(await opensslMatches(record)).toBe(expected)
  })

  test('that no client can use is left aside', async () => {
    for (const strange of [tlsa(4, 1, 1, shown), tlsa(3, 2, 1, shown), tlsa(3, 1, 3, shown)])
      expect(await matched(strange)).toBeNull()
  })

  test('of public usage is of no use in mail, nor without a path', async () => {
    const smtp = { ...mail, starttls: 'smtp' as const }
    expect(await matched(tlsa(0, 0, 1, root), smtp)).toBeNull()
    expect(await matched(tlsa(1, 1, 1, stranger), smtp)).toBeNull()
    expect(await matched(tlsa(0, 0, 1, root), mail, [stranger])).toBeNull()
  })

  test('that holds the anchor itself may complete the chain, which is not ours to say', async () => {
    expect(await matched(tlsa(2, 0, 0, root))).toBeNull()
  })
})

test('records are looked up at port and host, and for public names only', async () => {
  const asked: string[] = []
  const dns: Dns = async (name, type) => {
    asked.push(`${type} ${name}`)
    return { caa: [], tlsa: [], proven: false }
  }
  const inquiry = daneInquiry(dns, read)
  expect(await inquiry(delivery(), mail)).toEqual({
    known: true,
    value: { name: '_25._tcp.mail.example.com', records: [], proven: false },
  })
  for (const host of [hostname('mail.internal'), hostname('localhost'), ip('192.0.2.1')])
    expect(await inquiry(delivery(), target({ host }))).toMatchObject({ reason: 'not-asked' })
  expect(await inquiry(delivery(), fileTarget())).toMatchObject({ reason: 'not-asked' })
  expect(asked).toEqual(['TLSA _25._tcp.mail.example.com'])
})
