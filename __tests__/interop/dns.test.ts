import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Dns, dns } from '../../src/net/dns.ts'
import { caaInquiry } from '../../src/observe/caa.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { daneInquiry } from '../../src/observe/dane.ts'
import { certificate, dns as names } from '../support/certificate.ts'
import { delivery, hostname, ip, target } from '../support/observation.ts'
import { lackOfDns, type ServedZones, serveZones } from './zones.ts'

const records = `@ CAA 0 issue "ca1.example.net"
@ CAA 0 issuewild ";"
@ CAA 0 iodef "mailto:security@signed.test"
www A 192.0.2.1
alias CNAME www
critical CAA 128 tbs "unknown"
_25._tcp.mail TLSA 3 1 1 ${'ab'.repeat(32)}
_25._tcp.mail TLSA 2 0 2 ${'cd'.repeat(64)}
${Array.from({ length: 60 }, (_, index) => `large CAA 0 issue "a-rather-long-name-of-a-ca-${index}.example.net"`).join('\n')}`

function through(port: number): Dns {
  const resolver = { address: ip('127.0.0.1'), port }
  return dns({ resolver, deadlineMs: 5000, signal: new AbortController().signal })
}

const lacking = lackOfDns()

describe.skipIf(lacking !== undefined)(
  `unbound before nsd${lacking === undefined ? '' : `: ${lacking}`}`,
  () => {
    let served: ServedZones
    let ask: Dns
    beforeAll(async () => {
      const zones = [
        { name: 'signed.test', kind: 'signed', records },
        { name: 'unsigned.test', kind: 'unsigned', records },
        { name: 'broken.test', kind: 'broken', records },
      ] as const
      served = await serveZones(zones, through)
      ask = through(served.port)
    })
    afterAll(() => served.stop())

    test.each([
      ['signed.test', true],
      ['unsigned.test', false],
    ])('the records of %s are proven: %s', async (zone, proven) => {
      const answer = await ask(`_25._tcp.mail.${zone}`, 'TLSA')
      expect(answer).toMatchObject({ caa: [], proven })
      expect(answer.tlsa.toSorted((one, other) => one.usage - other.usage)).toEqual([
        { usage: 2, selector: 0, matching: 2, data: 'cd'.repeat(64) },
        { usage: 3, selector: 1, matching: 1, data: 'ab'.repeat(32) },
      ])
      expect((await ask(zone, 'CAA')).caa).toHaveLength(3)
    })

    test('what is not there is proven not to be there', async () => {
      expect(await ask('nobody.signed.test', 'TLSA')).toEqual({ caa: [], tlsa: [], proven: true })
      expect(await ask('www.signed.test', 'CAA')).toEqual({ caa: [], tlsa: [], proven: true })
    })

    test('a zone that does not verify is no answer', async () => {
      await expect(ask('broken.test', 'CAA')).rejects.toMatchObject({ reason: 'unresolved' })
    })

    test('an answer too long for a packet comes over TCP', async () => {
      expect((await ask('large.signed.test', 'CAA')).caa).toHaveLength(60)
    })

    test('aliases are followed, and a critical property is seen', async () => {
      expect((await ask('alias.signed.test', 'CAA')).caa).toEqual([])
      expect((await ask('critical.signed.test', 'CAA')).caa).toEqual([
        { critical: true, tag: 'tbs', value: 'unknown' },
      ])
    })

    test('CAA is climbed to, and TLSA told from what is served; .test itself is private, and so is asked by hand', async () => {
      // A name of .test goes to nobody; the same resolver under a public name is asked.
      const publicly: Dns = (name, type) =>
        ask(name.replace(/signed\.example\.com$/u, 'signed.test').replace(/^com$/u, 'test'), type)
      const leaf = certificate({
        alternativeNames: names('a.b.signed.example.com', '*.signed.example.com', 'x.signed.test'),
      })
      expect(await caaInquiry(publicly)(delivery({ leaf }))).toMatchObject([
        { answer: { known: true, value: { at: 'signed.example.com', records: { length: 3 } } } },
        { answer: { known: true, value: { at: 'signed.example.com' } } },
        { answer: { known: false, reason: 'not-asked' } },
      ])
      const mail = target({ host: hostname('mail.signed.example.com'), port: 25 })
      expect(await daneInquiry(publicly, certificates())(delivery({ leaf }), mail)).toMatchObject({
        value: {
          name: '_25._tcp.mail.signed.example.com',
          proven: true,
          records: [{ matches: false }, { matches: false }],
        },
      })
    })
  },
)
