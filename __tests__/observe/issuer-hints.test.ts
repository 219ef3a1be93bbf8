import { expect, test } from 'vitest'

import type { Observation } from '../../src/model/observation.ts'
import type { Observer } from '../../src/observe/observe.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import { authority, hierarchy, leaf as leafOf } from '../support/mint.ts'
import { hostname } from '../support/observation.ts'
import { serving, tlsServer } from '../support/servers.ts'
import { at, digests, onlyDelivery, trusting, watcher } from './observing.ts'

const { root, intermediate, leaf } = hierarchy()

async function served(
  watching: Observer,
  host: string,
  chain: readonly [Minted, ...Minted[]],
): Promise<Observation> {
  const { port } = await tlsServer(serving(chain))
  return watching.observe(at(port, { ...trusting(root), host: hostname(host) }))
}

test('an issuer that one endpoint forgot is named by another that sends it', async () => {
  const watching = watcher()
  const seen = await Promise.all([
    served(watching, 'whole.example', [leaf, intermediate]),
    served(watching, 'broken.example', [leafOf(intermediate)]),
  ])

  const [whole, broken] = watching.relate(seen)

  expect(whole).toEqual(seen[0])
  expect(broken && onlyDelivery(broken).trust).toMatchObject({
    paths: [],
    obstacle: {
      kind: 'issuer-missing',
      issuer: 'Test Intermediate',
      named: { kind: 'run', target: seen[0].target.id, sha256: onlyDelivery(seen[0]).chain[1]?.sha256 },
    },
  })
})

test('an issuer of the same name with another key is no hint', async () => {
  const watching = watcher()
  const impostor = authority('Test Intermediate', {}, root)
  const seen = await Promise.all([
    served(watching, 'other.example', [leafOf(impostor), impostor]),
    served(watching, 'broken.example', [leaf]),
  ])

  const broken = watching.relate(seen)[1]

  expect(broken && onlyDelivery(broken).trust.obstacle).toMatchObject({ named: null })
})

test('a hint does not make a chain trusted, and a chain that holds is left alone', async () => {
  const watching = watcher()
  const seen = await Promise.all([
    served(watching, 'whole.example', [leaf, intermediate]),
    served(watching, 'broken.example', [leaf]),
  ])

  const related = watching.relate(seen)

  expect(related.map((observation) => onlyDelivery(observation).trust.paths.length)).toEqual([1, 0])
  expect(related.map((observation) => digests(onlyDelivery(observation).chain))).toEqual([
    digests([leaf, intermediate]),
    digests([leaf]),
  ])
})

test('an endpoint that did not answer neither gives nor takes', async () => {
  const watching = watcher({ lookup: () => Promise.resolve([]) })
  const silent = await watching.observe(at(443))

  expect(watching.relate([silent])).toEqual([silent])
})
