import { expect, test } from 'vitest'

import { ccsInjection } from '../../../../src/observe/scan/probes/ccs-injection.ts'
import { contentType } from '../../../../src/wire/record.ts'
import { leaf } from '../../../support/mint.ts'
import { serving, tcpServer, tlsServer } from '../../../support/servers.ts'
import { type Part, playing } from '../../../support/tls-responder.ts'
import { offer, probed } from './probing.ts'

const offers = [offer('TLSv1', 0xc014)]

function part(react: Part['react']): Part {
  return { version: 0x0301, suite: 0xc014, chain: [leaf().der], react }
}

/** OpenSSL 1.0.1g: the first ChangeCipherSpec is obeyed, and the next record does not decrypt. */
const vulnerable = part(({ type }, stage, count) => {
  if (type !== contentType.changeCipherSpec) stage.alert(10)
  else if (count === 2) stage.alert(20)
})

test('a server that takes what comes next for encrypted is vulnerable', async () => {
  const { port } = await tcpServer(playing(vulnerable))

  const { answer, connections } = await probed(ccsInjection, port, { offers })

  expect(answer).toEqual({
    known: true,
    value: {
      vulnerable: true,
      evidence:
        'The server obeys a ChangeCipherSpec that comes too early, and takes what follows for encrypted: alert bad_record_mac (20).',
    },
  })
  expect(connections).toBe(2)
})

test('a server that finds it unexpected is not', async () => {
  const { port } = await tcpServer(playing(part((_, stage) => stage.alert(10))))

  const { answer, connections } = await probed(ccsInjection, port, { offers })

  expect(answer).toEqual({
    known: true,
    value: {
      vulnerable: false,
      evidence:
        'The server answers a ChangeCipherSpec that comes too early with alert unexpected_message (10).',
    },
  })
  expect(connections).toBe(1)
})

test.for(['end', 'reset'] as const)('a server that hangs up (%s) is not', async (how) => {
  const { port } = await tcpServer(playing(part((_, stage) => stage[how]())))

  const { answer } = await probed(ccsInjection, port, { offers })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: false } })
})

test('a server that refuses the first with bad_record_mac did not obey it', async () => {
  const { port } = await tcpServer(playing(part((_, stage) => stage.alert(20))))

  const { answer } = await probed(ccsInjection, port, { offers })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: false } })
})

test('a server that took the first in silence and hangs up at the second has not said no', async () => {
  const { port } = await tcpServer(playing(part((_, stage, count) => count === 2 && stage.end())))

  const { answer } = await probed(ccsInjection, port, { offers })

  expect(answer).toMatchObject({ known: false, reason: 'closed' })
})

test('an answer that comes late is not taken for one to the second', async () => {
  let connections = 0
  const { port } = await tcpServer((peer) => {
    const late = connections++ === 0 ? 700 : 0
    playing(part((_, stage, count) => count === 1 && setTimeout(() => stage.alert(20), late)))(peer)
  })

  const { answer } = await probed(ccsInjection, port, { offers })

  expect(answer).toMatchObject({ known: false, reason: 'malformed' })
})

test('a server that falls silent has not said no', async () => {
  const { port } = await tcpServer(playing(part(() => undefined)))

  const { answer } = await probed(ccsInjection, port, { offers }, 800)

  expect(answer).toMatchObject({ known: false, reason: 'timed-out' })
})

test('OpenSSL of today is not vulnerable', async () => {
  const { port } = await tlsServer({ ...serving([leaf()]), maxVersion: 'TLSv1.2' })

  const { answer } = await probed(ccsInjection, port, { offers: [offer('TLSv1.2', 0xc02b)] })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: false } })
})

test('is not asked of a server that speaks TLS 1.3 alone', async () => {
  const { answer, connections } = await probed(ccsInjection, 1, { offers: [offer('TLSv1.3', 0x1301)] })

  expect(answer).toMatchObject({ known: false, reason: 'not-asked' })
  expect(connections).toBe(0)
})
