import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, relative } from 'node:path'
import { parseArgs } from 'node:util'

import { keepFinding, keepGrown } from './fuzz/corpus.ts'
import { runTask } from './fuzz/run-task.ts'
import type { Subject } from './fuzz/subject.ts'
import { subjects } from './fuzz/subjects.ts'

/**
 * Fuzzes the parsers, each for its share of the time: `npm run fuzz -- --minutes 5 --seed 7 --only der,config`. What
 * breaks one is made smaller and kept in fuzz/findings/ with the command that repeats it.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
    replay: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
})

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function chosen(): readonly Subject[] {
  const wanted = values.only.split(',').filter((word) => word !== '')
  const strange = wanted.filter((word) => !subjects.some(({ name, room }) => name === word || room === word))
  if (strange.length > 0) throw new Error(`--only: no parser or room is called ${strange.join(', ')}`)
  return wanted.length === 0
    ? subjects
    : subjects.filter(({ name, room }) => wanted.includes(name) || wanted.includes(room))
}

let found = 0

async function fuzz(subject: Subject, ms: number): Promise<void> {
  let grown = 0
  const outcome = await runTask(
    { subject: subject.name, seed: Number(values.seed), ms, only: null },
    (news) => {
      if (news.kind === 'grown') {
        grown++
        keepGrown(subject, news.input)
      } else {
        found++
        const path = relative('.', keepFinding(subject, news.input, news.words))
        say(`${subject.name}: ${news.words.split('\n', 1)[0]}`)
        say(`  ${news.input.length} octets; again: npm run fuzz -- --replay ${path}`)
      }
    },
  )
  const rate = Math.round((outcome.inputs * 1000) / outcome.ms)
  say(
    `${subject.name.padEnd(20)} ${String(outcome.inputs).padStart(8)} inputs, ${rate} a second, ${grown} reached something new`,
  )
}

/** One input again, as it was found. */
async function replay(path: string): Promise<void> {
  const name = values.only === '' ? basename(dirname(path)) : values.only
  const only = readFileSync(path)
  await runTask({ subject: name, seed: 0, ms: 0, only }, (news) => {
    if (news.kind === 'grown') return
    found++
    say(`${name}: ${news.words}`)
  })
  if (found === 0) say(`${name}: nothing is wrong with it`)
}

async function fuzzAll(): Promise<void> {
  const waiting = [...chosen()]
  const jobs = Math.min(Number(values.jobs), waiting.length)
  const ms = (Number(values.minutes) * 60_000 * jobs) / waiting.length
  say(`seed ${values.seed}, ${waiting.length} parsers, ${Math.round(ms / 1000)} s each, ${jobs} at a time`)
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await fuzz(next, ms)
  }
  await Promise.all(Array.from({ length: jobs }, work))
  say(found === 0 ? 'Nothing was found.' : `${found} findings lie in fuzz/findings/.`)
}

if (values.list) for (const { room, name } of subjects) say(`${room.padEnd(10)} ${name}`)
else if (values.replay === '') await fuzzAll()
else await replay(values.replay)
process.exitCode = found === 0 ? 0 : 1
