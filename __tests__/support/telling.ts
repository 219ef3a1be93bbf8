import { dispatchesFor, withNews } from '../../src/history/dispatch.ts'
import { readMemory, writeMemory } from '../../src/history/memory-file.ts'
import { remember } from '../../src/history/remember.ts'
import { unanswered } from '../../src/model/answer.ts'
import type { Memory } from '../../src/model/history.ts'
import type { Channel, Message } from '../../src/model/message.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Report } from '../../src/model/report.ts'
import { run } from './history.ts'
import { observation } from './observation.ts'
import { report } from './report.ts'

export function channel(differs: Partial<Channel> = {}): Channel {
  return { id: 'webhook-1a2b3c4d', minLevel: 'warning', remindDays: 7, tags: [], ...differs }
}

/** A run that was cut short before the endpoint's turn. */
export function cutShort(): Observation {
  return observation({ addresses: [], deliveries: unanswered('not-observed', 'the run ended before') })
}

/** One run of a monitor with one endpoint and one channel, and what is remembered of it. */
export function tell(
  before: Memory | null,
  seen: Observation,
  at: Date,
  { arrives, ...to }: Channel & { readonly arrives: boolean },
): { readonly message: Message | null; readonly memory: Memory } {
  const made: Report = report({ now: at, assessments: [run(before, seen, at)] })
  const [dispatch] = dispatchesFor(made, to, null)
  if (dispatch?.kind === 'blast-radius') throw new TypeError('one endpoint is no blast radius')
  const heard = new Set(
    arrives ? dispatch?.messages.map(({ assessment }) => assessment.observation.target.id) : [],
  )
  const kept = made.assessments.map((assessment) => remember(assessment, at, 50))
  const [memory] = withNews(kept, made, to, heard)
  if (memory === undefined) throw new TypeError('a run remembers what it saw')
  // Through the file, as from run to run.
  return { message: dispatch?.messages[0] ?? null, memory: readMemory(writeMemory(memory)) }
}

/** `CRITICAL trouble: certificate/expired`, as a person would note it down; findings that count only. */
export function inShort({ level, occasion, assessment }: Message): string {
  const rules = assessment.findings.filter(({ waivedUntil }) => waivedUntil === null).map(({ rule }) => rule)
  return `${level} ${occasion}${rules.length === 0 ? '' : `: ${rules.join(', ')}`}`
}
