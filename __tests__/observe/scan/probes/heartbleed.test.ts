import { expect, test } from 'vitest'

import { heartbleed } from '../../../../src/observe/scan/probes/heartbleed.ts'
import { heartbeat } from '../../../../src/wire/extensions.ts'
import { contentType } from '../../../../src/wire/record.ts'
import { leaf } from '../../../support/mint.ts'
import { serving, tcpServer, tlsServer } from '../../../support/servers.ts'
import { type Part, playing } from '../../../support/tls-responder.ts'
import { offer, probed } from './probing.ts'

const offers = [offer('TLSv1.2', 0xc02f)]
const chain = [leaf().der]

/** Agrees to heartbeats, and does this with those that come. */
function beating(beat: (claimed: number, stage: Parameters<Part['react']>[1]) => void): Part {
  return {
    version: 0x0303,
    suite: 0xc02f,
    extensions: [heartbeat()],
    chain,
    react: ({ type, fragment }, stage) => {
      if (type === contentType.heartbeat) beat((fragment[1] ?? 0) * 256 + (fragment[2] ?? 0), stage)
      if (type === contentType.alert) stage.end()
    },
  }
}

/** heartbeat_response, its length, the payload and 16 octets of padding (RFC 6520 §4). */
function response(payload: number): Uint8Array {
  return Uint8Array.from([2, payload >> 8, payload & 0xff, ...new Uint8Array(payload + 16).fill(0x41)])
}

test('a server that answers with octets nobody sent is vulnerable, and gives away no more than 16', async () => {
  const claims: number[] = []
  const part = beating((claimed, { send }) => {
    claims.push(claimed)
    send(contentType.heartbeat, response(claimed))
  })
  const { port } = await tcpServer(playing(part))

  const { answer, connections } = await probed(heartbleed, port, { offers })

  expect(answer).toEqual({
    known: true,
    value: {
      vulnerable: true,
      evidence: 'A heartbeat that claims 16 octets and holds none is answered with 16 of them.',
    },
  })
  expect(claims).toEqual([16])
  expect(connections).toBe(1)
})

test('a server that discards a heartbeat without its payload is not vulnerable', async () => {
  const { port } = await tcpServer(playing(beating(() => undefined)))

  const { answer } = await probed(heartbleed, port, { offers })

  expect(answer).toEqual({
    known: true,
    value: { vulnerable: false, evidence: 'A heartbeat that lies about its length is not answered.' },
  })
})

test('a server that answers with nothing but padding gives nothing away', async () => {
  const { port } = await tcpServer(
    playing(beating((_, { send }) => send(contentType.heartbeat, response(0)))),
  )

  const { answer } = await probed(heartbleed, port, { offers })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: false } })
})

test.for(['alert', 'reset'] as const)('a server that refuses it with %s is not vulnerable', async (how) => {
  const { port } = await tcpServer(
    playing(beating((_, stage) => (how === 'alert' ? stage.alert(10) : stage.reset()))),
  )

  const { answer } = await probed(heartbleed, port, { offers })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: false } })
})

test('a server that falls silent has not said no', async () => {
  const silent: Part = { ...beating(() => undefined), react: () => undefined }
  const { port } = await tcpServer(playing(silent))

  const { answer } = await probed(heartbleed, port, { offers }, 200)

  expect(answer).toMatchObject({ known: false, reason: 'timed-out' })
})

test('without heartbeats there is nothing to bleed', async () => {
  const { port } = await tlsServer(serving([leaf()]))

  const { answer, connections } = await probed(heartbleed, port, { offers: [offer('TLSv1.2', 0xc02b)] })

  expect(answer).toEqual({
    known: true,
    value: { vulnerable: false, evidence: 'The server does not agree to heartbeats.' },
  })
  expect(connections).toBe(1)
})

test.for(['SSLv3', 'TLSv1.3'] as const)('is not asked of a server that speaks %s alone', async (version) => {
  const { answer, connections } = await probed(heartbleed, 1, { offers: [offer(version, 0x1301)] })

  expect(answer).toMatchObject({ known: false, reason: 'not-asked' })
  expect(connections).toBe(0)
})
