import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { type Answer, known, unanswered } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import { appleVerdict, chromeVerdict } from '../../src/model/ct-policy.ts'
import type { Delivery } from '../../src/model/observation.ts'
import type { ObservedSct, TransparencyEvidence } from '../../src/model/transparency.ts'
import type { LogLists } from '../../src/observe/log-lists.ts'
import { transparencyOf } from '../../src/observe/transparency.ts'
import { extension, type Minted } from '../../src/terminal/lab/mint.ts'
import * as der from '../../src/wire/der-writer.ts'
import { parseLogList } from '../../src/wire/log-list.ts'
import { readPem } from '../../src/wire/pem.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { loggedLeaf, sctList, testLog } from '../support/ct-log.ts'
import { logListText } from '../support/log-list.ts'
import { authority, inDays, leaf, served } from '../support/mint.ts'
import { delivery } from '../support/observation.ts'
import { ocspAnswer } from '../support/ocsp-answer.ts'
import { there } from '../support/there.ts'

const at = new Date()
const madeAt = new Date(at.getTime() - 86_400_000)
const root = authority('Test Root')
const ca = authority('Test Intermediate', { ca: 0 }, root)
const logs = [testLog('rfc6962'), testLog('static-ct')]
const stranger = testLog()
const unseen = unanswered('not-asked', 'nobody looked')

const list = parseLogList(logListText(logs, madeAt)).logs.map(({ log, key }) => {
  const publicKey = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' })
  return [log.id, { log, key: publicKey }] as const
})
const lists: LogLists = {
  chrome: known({ madeAt, logs: new Map(list) }),
  apple: unanswered('timed-out', 'no answer'),
}

function chain(certificate: Minted, differs: Partial<Delivery> = {}): Delivery {
  const [made, issuer, anchor] = [certificate, ca, root].map(({ der }) => readCertificate(der))
  if (made === undefined || issuer === undefined || anchor === undefined)
    throw new TypeError('three were read')
  const trust = {
    paths: [{ certificates: [made, issuer, anchor], anchor: 'public' as const }],
    obstacle: null,
  }
  return delivery({ leaf: made, chain: [made, issuer], trust, ...differs })
}

function seen(
  certificate: Minted,
  tls: Answer<Uint8Array | null> = unseen,
  differs: Partial<Delivery> = {},
): Promise<TransparencyEvidence> {
  return transparencyOf(chain(certificate, differs), tls, lists, at)
}

function told(
  answer: Answer<readonly ObservedSct[]>,
): readonly (readonly [string | undefined, boolean | null])[] | string {
  return answer.known
    ? answer.value.map(({ logs, signed }) => [logs.chrome?.name, signed] as const)
    : answer.reason
}

test('SCTs in a certificate are checked with the keys of their logs; of a log that no list holds nothing is known', async () => {
  const certificate = loggedLeaf(ca, [...logs, stranger], { names: [served], notAfter: inDays(60), at })
  const { scts, lists: dates } = await seen(certificate)
  expect(told(scts.embedded)).toEqual([
    ['Log 1', true],
    ['Log 2', true],
    [undefined, null],
  ])
  expect(dates).toEqual({ chrome: known(madeAt), apple: unanswered('timed-out', 'no answer') })
})

test('SCTs that were made for another issuer do not verify', async () => {
  const certificate = loggedLeaf(authority('Test Intermediate'), logs, {
    names: [served],
    notAfter: inDays(60),
    at,
  })
  expect(told((await seen(certificate)).scts.embedded)).toEqual([
    ['Log 1', false],
    ['Log 2', false],
  ])
})

test('without the issuer nothing is known of a signature', async () => {
  const certificate = loggedLeaf(ca, logs, { names: [served], notAfter: inDays(60), at })
  const trust = { paths: [], obstacle: { kind: 'self-signed' as const } }
  expect(told((await seen(certificate, unseen, { trust })).scts.embedded)).toEqual([
    ['Log 1', null],
    ['Log 2', null],
  ])
})

test('SCTs in the TLS extension are checked for the certificate itself', async () => {
  const certificate = leaf(ca)
  const sct = (log = logs[0]): Uint8Array =>
    log?.sct({ kind: 'x509_entry', certificate: certificate.der }, at) ?? Buffer.alloc(0)
  const { scts } = await seen(certificate, known(sctList(sct(), sct(logs[1]))))
  expect([told(scts.embedded), told(scts.tls)]).toEqual([
    [],
    [
      ['Log 1', true],
      ['Log 2', true],
    ],
  ])
  expect(told((await seen(leaf(ca), known(sctList(sct())))).scts.tls)).toEqual([['Log 1', false]])
})

test('SCTs in a staple count when the staple is proved, and are as good as none otherwise', async () => {
  const certificate = leaf(ca)
  const sct = logs[0]?.sct({ kind: 'x509_entry', certificate: certificate.der }, at) ?? Buffer.alloc(0)
  const inside = extension('1.3.6.1.4.1.11129.2.4.5', der.octetString(sctList(sct)))
  const proved = known(ocspAnswer(certificate, ca, { extensions: [inside] }))
  const forged = known(ocspAnswer(certificate, ca, { extensions: [inside], signer: root }))
  expect(told((await seen(certificate, unseen, { staple: proved })).scts.ocsp)).toEqual([['Log 1', true]])
  expect(told((await seen(certificate, unseen, { staple: forged })).scts.ocsp)).toEqual([])
  expect(told((await seen(certificate, unseen, { staple: known(null) })).scts.ocsp)).toEqual([])
  expect(told((await seen(certificate, unseen, { staple: unseen })).scts.ocsp)).toEqual('not-asked')
})

/** Well-known sites and the lists of 2026; they lie beside the checkout where they do. */
const data = [process.env['CT_DATA'] ?? '', '../../../shared/data/ct']
  .filter((path) => path !== '')
  .map((path) => new URL(`${path}/`, import.meta.url))
  .find((folder) => existsSync(folder))

test
  .skipIf(data === undefined)
  .each([
    '2026-10-17_aws.amazon.com_CFA6CB61',
    '2027-01-23_amazon.com_50F6E40F',
    '2027-02-14_docs.python.org_A162964C',
  ])('%s satisfied Chrome and Apple when the lists were made', async (name) => {
  const made = new Date('2026-08-21T00:00:00Z')
  const held = (file: string): LogLists['chrome'] => {
    const { logs } = parseLogList(readFileSync(new URL(file, data), 'utf8'))
    const keyed = logs.map(({ log, key }) => {
      const publicKey = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' })
      return [log.id, { log, key: publicKey }] as const
    })
    return known({ madeAt: made, logs: new Map(keyed) })
  }
  const read = (end: string): Certificate =>
    readCertificate(there(readPem(readFileSync(new URL(`pairs/${name}.${end}.pem`, data)))[0]).der)
  const certificates = [read('leaf'), read('issuer')] as const
  const trust = { paths: [{ certificates, anchor: 'public' as const }], obstacle: null }
  const sets = { chrome: held('log_list.json'), apple: held('log_list_apple.json') }
  const served = delivery({ leaf: certificates[0], trust, staple: unseen })
  const evidence = await transparencyOf(served, unseen, sets, made)
  const { notBefore, notAfter } = certificates[0]
  const subject = { evidence, notBefore: there(notBefore), notAfter: there(notAfter), now: made }
  expect([chromeVerdict(subject), appleVerdict(subject)]).toEqual([{ compliant: true }, { compliant: true }])
})

test('a list that cannot be read is no empty list', async () => {
  const broken = leaf(ca, {
    extensions: [extension('1.3.6.1.4.1.11129.2.4.2', der.octetString(Buffer.of(0, 0)))],
  })
  const { scts } = await seen(broken, known(Buffer.of(0, 5, 0)))
  expect([told(scts.embedded), told(scts.tls)]).toEqual(['malformed', 'malformed'])
})
