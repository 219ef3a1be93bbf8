import { cpus } from 'node:os'

import {
  comparedWithBareLoop,
  concurrency,
  delayedAnswers,
  rivalRounds,
  rounds,
} from './bench/comparisons.ts'
import { partArgument, play } from './bench/roles.ts'
import type { Row } from './bench/row.ts'
import { comparedWithScanners } from './bench/scans.ts'
import { concluding, growing, yearOfHistory } from './bench/whole-runs.ts'

/** Prints how we compare with a bare loop of `tls.connect` and with other scanners, and what large runs cost. */
async function bench(): Promise<void> {
  const { node, openssl } = process.versions
  const processors = cpus()
  print(`Node ${node}, OpenSSL ${openssl}, ${process.platform} ${process.arch}`)
  print(`${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}`)
  print(`concurrency ${concurrency}, connections_per_host 4, endpoints spread over 250 loopback addresses`)
  print(`medians of ${rounds} runs, of ${rivalRounds} pairs of runs against the bare loop`)
  print('')
  print(line('', '', 'goal', 'holds'))
  show(await comparedWithBareLoop(500))
  show(await delayedAnswers(500, 100, [32, concurrency]))
  show(await comparedWithScanners())
  show(await growing([100, 500, 1000, 5000, 10_000]))
  show(await yearOfHistory(5000))
  show(await concluding(10_000, true))
  show(await concluding(50_000, false))
}

function show(rows: readonly Row[]): void {
  for (const { what, figure, goal, holds } of rows) {
    print(line(what, figure, goal, holds === null ? '' : holds ? 'yes' : 'NO'))
  }
}

function line(what: string, figure: string, goal: string, holds: string): string {
  return `${what.padEnd(68)} ${figure.padEnd(10)} ${goal.padEnd(9)} ${holds}`.trimEnd()
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await (process.argv[2] === partArgument ? play() : bench())
