import { argv, stdout } from 'node:process'

import { at, observe, reasonOf } from './observing.ts'

/**
 * A program of its own for the tests: observes the healthy ports with an hour's patience and the hostile ones
 * with little, prints the reasons, and then has nothing to do. Whatever the observer leaves behind keeps it alive.
 */
const [healthy = [], hostile = [], abandoned = []] = argv
  .slice(2)
  .map((ports) => JSON.parse(ports) as number[])
const hourMs = 3_600_000

const run = new AbortController()
const brokenOff = abandoned.map((port) => observe(at(port, { timeoutMs: hourMs }), { run: run.signal }))
const observations = [
  ...(await Promise.all(healthy.map((port) => observe(at(port, { timeoutMs: hourMs }))))),
  ...(await Promise.all(hostile.map((port) => observe(at(port, { timeoutMs: 300, retries: 1 }))))),
]
run.abort()
observations.push(...(await Promise.all(brokenOff)))
stdout.write(JSON.stringify(observations.map(reasonOf)))
