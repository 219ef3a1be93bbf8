import { expect, test } from 'vitest'

import type { CaaCheck, CaaRecord } from '../../src/model/dns-evidence.ts'
import { ConversationError } from '../../src/net/conversation-error.ts'
import type { Dns } from '../../src/net/dns.ts'
import { caaInquiry } from '../../src/observe/caa.ts'
import { certificate, dns as names } from '../support/certificate.ts'
import { delivery } from '../support/observation.ts'

const issue: CaaRecord = { critical: false, tag: 'issue', value: 'ca.example' }

interface Zone {
  readonly dns: Dns
  readonly asked: string[]
}

/** A resolver that knows CAA sets of these names, and fails for those given. */
function zone(sets: readonly string[], failing: readonly string[] = []): Zone {
  const asked: string[] = []
  const dns: Dns = async (name, type) => {
    asked.push(`${type} ${name}`)
    if (failing.includes(name)) throw new ConversationError('unresolved', `SERVFAIL for ${name}`)
    return { caa: sets.includes(name) ? [issue] : [], tlsa: [], proven: false }
  }
  return { dns, asked }
}

function look(dns: Dns, ...alternativeNames: string[]): Promise<readonly CaaCheck[]> {
  return caaInquiry(dns)(delivery({ leaf: certificate({ alternativeNames: names(...alternativeNames) }) }))
}

test('the nearest set upwards counts, and the root is not asked', async () => {
  const near = zone(['shop.example.com', 'example.com'])
  expect(await look(near.dns, 'www.shop.example.com')).toMatchObject([
    { name: 'www.shop.example.com', answer: { value: { at: 'shop.example.com', records: [issue] } } },
  ])
  const none = zone([])
  expect(await look(none.dns, 'www.example.com')).toMatchObject([{ answer: { value: { at: null } } }])
  expect(none.asked).toEqual(['CAA www.example.com', 'CAA example.com', 'CAA com'])
})

test('a wildcard is looked up without its asterisk', async () => {
  const { dns, asked } = zone(['example.com'])
  expect(await look(dns, '*.example.com')).toMatchObject([{ name: '*.example.com', answer: { known: true } }])
  expect(asked).toEqual(['CAA example.com'])
})

test('each name is asked for once, whoever climbs over it', async () => {
  const { dns, asked } = zone([])
  await look(dns, 'a.example.com', 'b.example.com', '*.example.com', 'example.com')
  expect(asked.toSorted()).toEqual(['CAA a.example.com', 'CAA b.example.com', 'CAA com', 'CAA example.com'])
})

test('a failure on the way up is not "no records"', async () => {
  const { dns } = zone(['com'], ['example.com'])
  expect(await look(dns, 'www.example.com')).toMatchObject([
    { answer: { known: false, reason: 'unresolved', detail: 'SERVFAIL for example.com' } },
  ])
})

test('names that mean nothing to others are not sent to anybody', async () => {
  const { dns, asked } = zone([])
  const checks = await look(
    dns,
    'db.internal',
    'intranet',
    'printer.local',
    '*.svc.home.arpa',
    'x.corp',
    '$(reboot).example.com',
  )
  expect(checks.map(({ answer }) => !answer.known && answer.reason)).toEqual(checks.map(() => 'not-asked'))
  expect(asked).toEqual([])
})

test('of a thousand names twenty are looked at', async () => {
  const { dns } = zone(['example.com'])
  const many = Array.from({ length: 1000 }, (_, index) => `host${index}.example.com`)
  expect(await look(dns, ...many)).toHaveLength(20)
})
