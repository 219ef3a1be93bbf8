import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { turnstile } from '../../src/observe/turnstile.ts'

interface Visit {
  readonly host: string
  readonly turns: number
  readonly fails: boolean
}

const visits = fc.array(
  fc.record({
    host: fc.constantFrom('a', 'b', 'c', 'd'),
    turns: fc.nat(4),
    fails: fc.boolean(),
  }),
  { maxLength: 40 },
)

/** Everybody at once; who enters and leaves is written down. */
async function crowd(all: readonly Visit[], inAll: number, perHost: number): Promise<readonly string[]> {
  const gate = turnstile(inAll, perHost)
  const log: string[] = []
  const outcomes = all.map(async ({ host, turns, fails }, number) => {
    await gate.pass(host, async () => {
      log.push(`in ${host} ${number}`)
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      log.push(`out ${host} ${number}`)
      if (fails) throw new Error('a visit that fails')
    })
  })
  await Promise.allSettled(outcomes)
  return log
}

describe('the turnstile', () => {
  test('never lets in more than so many in all and so many of one host, and lets in everybody', async () => {
    await fc.assert(
      fc.asyncProperty(
        visits,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 4 }),
        async (all, n, m) => {
          const log = await crowd(all, n, m)
          const inside: string[] = []
          for (const entry of log) {
            const [way, host = ''] = entry.split(' ')
            if (way === 'out') inside.splice(inside.indexOf(host), 1)
            else inside.push(host)
            expect(inside.length).toBeLessThanOrEqual(n)
            expect(inside.filter((other) => other === host).length).toBeLessThanOrEqual(m)
          }
          expect(inside).toEqual([])
          expect(log).toHaveLength(2 * all.length)
        },
      ),
    )
  })

  test('lets those of one host in as they came', async () => {
    await fc.assert(
      fc.asyncProperty(visits, fc.integer({ min: 1, max: 4 }), async (all, n) => {
        const entered = (await crowd(all, n, 2)).filter((entry) => entry.startsWith('in '))
        for (const host of ['a', 'b', 'c', 'd']) {
          const numbers = entered
            .filter((entry) => entry.startsWith(`in ${host} `))
            .map((entry) => Number(entry.slice(5)))
          expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
        }
      }),
    )
  })

  test('a host that is full does not hold up the others behind it', async () => {
    const gate = turnstile(2, 1)
    const slow = Promise.withResolvers<void>()
    const first = gate.pass('slow.example', () => slow.promise)
    const second = gate.pass('slow.example', () => Promise.resolve('second'))

    expect(await gate.pass('quick.example', () => Promise.resolve('quick'))).toBe('quick')
    slow.resolve()
    expect(await second).toBe('second')
    await first
  })

  test('gives back what the visit gives, and throws what it throws', async () => {
    const gate = turnstile(1, 1)

    await expect(gate.pass('a', () => Promise.reject(new Error('inside')))).rejects.toThrow('inside')
    await expect(
      gate.pass('a', () => {
        throw new Error('at once')
      }),
    ).rejects.toThrow('at once')
    expect(await gate.pass('a', () => Promise.resolve(7))).toBe(7)
  })
})
