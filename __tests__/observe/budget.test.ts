import { setTimeout as pause } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { budget } from '../../src/observe/budget.ts'

describe('the time of an endpoint', () => {
  test('is given out in parts, never more than is left', async () => {
    const purse = budget(1000)
    const given: number[] = []
    const take = (ms: number): Promise<void> => {
      given.push(ms)
      return pause(100)
    }
    await purse.spend(600, take)
    await purse.spend(600, take)
    await purse.spend(10_000, take)

    expect(given[0]).toBe(600)
    expect(given[1]).toBe(600)
    expect(given[2]).toBeLessThanOrEqual(802)
  })

  test('once used up, nothing is begun any more', async () => {
    const purse = budget(20)
    await purse.spend(20, () => pause(30))
    const begun: string[] = []

    await expect(purse.spend(20, () => Promise.resolve(begun.push('again')))).rejects.toMatchObject({
      reason: 'timed-out',
    })
    expect(begun).toEqual([])
  })

  test('what fails costs, too', async () => {
    const purse = budget(20)
    const failing = purse.spend(20, () => pause(30).then(() => Promise.reject(new Error('x'))))

    await expect(failing).rejects.toThrow('x')
    await expect(purse.spend(20, () => pause(0))).rejects.toMatchObject({ reason: 'timed-out' })
  })
})
