import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Answer } from '../../src/model/answer.ts'
import { probeNames, type ProbeResult, type TlsScan } from '../../src/model/tls-scan.ts'
import { ourScan } from './our-scan.ts'
import { mintPairs, type Pairs } from './pair.ts'
import { type LabServer, type Stack, startStack, type StartedStack } from './stack.ts'
import { gnutls } from './stacks/gnutls.ts'
import { jsse } from './stacks/jsse.ts'
import { nginx } from './stacks/nginx.ts'
import { node010, node012, node08, node24 } from './stacks/nodes.ts'
import { sServer } from './stacks/s-server.ts'
import { disagreements, ourTestimony, type Testimony } from './testimony.ts'
import { hear, silence } from './witnesses/hearing.ts'

const stacks: readonly Stack[] = [nginx, sServer, gnutls, node24, node012, node010, node08, jsse]
/** Which machines must have: the others take what not every one grants, and are skipped by name. */
const everywhere: readonly Stack[] = [nginx, sServer, node24]
const name = 'host.example'

let pairs: Pairs
let discard: () => Promise<void>
beforeAll(async () => {
  ;({ pairs, discard } = await mintPairs())
})
afterAll(() => discard())

const titled = stacks.map((stack) => {
  const lack = stack.lack()
  return { stack, lack, title: lack === undefined ? stack.name : `${stack.name} (skipped: ${lack})` }
})

describe.for(titled)('$title', ({ stack, lack }) => {
  let started: StartedStack | undefined
  const said = new Map<LabServer, readonly Testimony[]>()
  beforeAll(async () => {
    if (lack !== undefined && process.env['CI'] === 'true' && everywhere.includes(stack))
      throw new Error(lack)
    if (lack === undefined) started = await startStack(stack, pairs)
  })
  afterAll(() => started?.stop())

  describe.for(stack.servers)('$name', (server) => {
    let ours: Promise<TlsScan>
    const port = (): number => started?.port(server) ?? 0
    beforeAll(async () => {
      if (lack !== undefined) return
      said.set(server, await hear(server, port(), name))
      ours = ourScan(port(), name)
      await ours.catch(() => {}) // the tests say so, each
    })

    test(`witnesses agree with one another${silence(server)}`, ({ skip }) => {
      skip(lack !== undefined, lack)

      expect(disagreements(said.get(server) ?? [])).toEqual([])
    })

    test('we see what they see', async ({ skip }) => {
      skip(lack !== undefined, lack)
      const scan = await ours

      for (const witness of said.get(server) ?? []) {
        const seen = ourTestimony(scan, witness)
        expect(disagreements([{ ...seen, witness: 'our scan' }, witness])).toEqual([])
        expect(seen).toEqual(witness) // the order of suites, too, and whose it is
      }
    })

    test(`is open to ${server.vulnerable?.join(', ') ?? 'none of what we probe for'}`, async ({ skip }) => {
      skip(lack !== undefined, lack)
      const { probes } = await ours

      const { vulnerable = [], undecided = [] } = server
      expect(probeNames.filter((name) => isOpen(probes[name]))).toEqual(vulnerable)
      expect(probeNames.filter((name) => isUndecided(probes[name]))).toEqual(undecided)
    })
  })
})

function isOpen(answer: Answer<ProbeResult>): boolean {
  return answer.known && answer.value.vulnerable
}

/** Whether a probe that applies did not find out. */
function isUndecided(answer: Answer<ProbeResult>): boolean {
  return !answer.known && answer.reason !== 'not-asked'
}
