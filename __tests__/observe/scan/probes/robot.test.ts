import { constants, createPrivateKey, privateDecrypt } from 'node:crypto'

import { expect, test } from 'vitest'

import { robot } from '../../../../src/observe/scan/probes/robot.ts'
import { contentType } from '../../../../src/wire/record.ts'
import { leaf } from '../../../support/mint.ts'
import { serving, tcpServer, tlsServer } from '../../../support/servers.ts'
import { type Part, playing, type Stage } from '../../../support/tls-responder.ts'
import { offer, probed } from './probing.ts'

const offers = [offer('TLSv1.2', 0x009c, 0xc02f)]
const certificate = leaf(undefined, { key: 'rsa2048' })
const key = createPrivateKey(certificate.keyPem)

/** Whether the ClientKeyExchange in that record holds a secret as PKCS #1 and RFC 5246 §7.4.7.1 have it. */
function wellFormed(fragment: Uint8Array): boolean {
  const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, fragment.subarray(6))
  const end = block.indexOf(0, 2)
  return block[0] === 0 && block[1] === 2 && end === block.length - 49 && block[end + 1] === 3
}

/** Does something about the secret, and something about the Finished, the third record. */
function part(about: {
  secret?: (good: boolean, stage: Stage) => void
  finished?: (good: boolean, stage: Stage) => void
}): () => Part {
  return () => {
    let good = false
    return {
      version: 0x0303,
      suite: 0x009c,
      chain: [certificate.der],
      react: ({ type, fragment }, stage, count) => {
        if (type === contentType.handshake && count === 1) {
          good = wellFormed(fragment)
          about.secret?.(good, stage)
        } else if (type === contentType.handshake) about.finished?.(good, stage)
      },
    }
  }
}

/** A part of its own for each connection. */
async function served(made: () => Part): Promise<number> {
  return (await tcpServer((peer) => playing(made())(peer))).port
}

test('a server that answers a bad secret with another alert is an oracle', async () => {
  const port = await served(part({ finished: (good, { alert }) => alert(good ? 20 : 51) }))

  const { answer, connections } = await probed(robot, port, { offers })

  expect(answer).toEqual({
    known: true,
    value: {
      vulnerable: true,
      evidence:
        'The server tells RSA blocks apart, 3 times alike (well formed: alert bad_record_mac (20); wrong first octets: alert decrypt_error (51); zero in the wrong place: alert decrypt_error (51); no zero: alert decrypt_error (51); wrong version: alert decrypt_error (51)).',
    },
  })
  expect(connections).toBe(15)
})

test('so is one that gives itself away before the Finished only', async () => {
  const port = await served(
    part({
      secret: (good, { alert }) => (good ? undefined : setTimeout(() => alert(40), 20)),
      finished: (_, { alert }) => alert(20),
    }),
  )

  const { answer } = await probed(robot, port, { offers })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: true } })
}, 60_000)

test('a server that answers all alike is none', async () => {
  const port = await served(part({ finished: (_, { alert }) => alert(20) }))

  const { answer, connections } = await probed(robot, port, { offers })

  expect(answer).toEqual({
    known: true,
    value: { vulnerable: false, evidence: 'The server answers five RSA blocks, good and bad, alike.' },
  })
  expect(connections).toBe(10)
})

test('a difference that does not repeat is no evidence', async () => {
  let count = 0
  const port = await served(part({ finished: (_, { alert }) => alert(count++ % 7 === 0 ? 20 : 51) }))

  const { answer } = await probed(robot, port, { offers })

  expect(answer).toMatchObject({ known: false, reason: 'malformed' })
})

test('a server that never answers has not said no', async () => {
  const port = await served(part({}))

  const { answer } = await probed(robot, port, { offers }, 5000)

  expect(answer).toMatchObject({ known: false, reason: 'timed-out' })
})

test('OpenSSL of today is none', async () => {
  const { port } = await tlsServer({ ...serving([certificate]), maxVersion: 'TLSv1.2' })

  const { answer } = await probed(robot, port, { offers: [offer('TLSv1.2', 0x009c, 0x002f)] })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: false } })
})

test('is not asked where no suite encrypts with RSA', async () => {
  const { answer, connections } = await probed(robot, 1, {
    offers: [offer('TLSv1.2', 0xc02f, 0x0033, 0x0003), offer('TLSv1.3', 0x1301)],
  })

  expect(answer).toMatchObject({ known: false, reason: 'not-asked' })
  expect(connections).toBe(0)
})
