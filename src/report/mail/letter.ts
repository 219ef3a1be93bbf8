import type { BlastRadius, Level, Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { blastEntry, type Entry, entryFor } from './entry.ts'
import { byEndpoint, loudest, subjectFor } from './subject.ts'
import { isOpen, verdictOf } from './verdict.ts'

/** What a mail says before it is text or HTML: the verdict, what needs somebody, then the good news. */
export interface Letter {
  readonly level: Level
  readonly subject: string
  readonly verdict: string
  readonly parts: readonly Part[]
  readonly monitor: string
  readonly version: string
  readonly at: Date
  /** `null` outside a runner. */
  readonly runUrl: string | null
}

/** Entries of one kind, never none. */
export interface Part {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** What a renderer needs to know of the run. */
export type RunFacts = Pick<Report, 'run' | 'generator' | 'at' | 'now'>

/** The letter about some messages, which may all be about one endpoint. */
export function letterOf(messages: readonly Message[], facts: RunFacts): Letter {
  const level = loudest(messages)
  const names = byEndpoint(messages).flatMap(([first]) => first?.assessment.observation.target.name ?? [])
  const part = (title: string, wanted: (message: Message) => boolean): readonly Part[] => {
    const entries = messages.filter(wanted).map((message) => entryFor(message, facts.now))
    return entries.length === 0 ? [] : [{ title, entries }]
  }
  return {
    ...frame(facts),
    level,
    subject: subjectFor(level, names),
    verdict: verdictOf(messages),
    parts: [
      ...part('Needs you', (message) => isOpen(message) && message.occasion !== 'reminder'),
      ...part('Still open', ({ occasion }) => occasion === 'reminder'),
      ...part('No longer in trouble', ({ occasion }) => occasion === 'recovery'),
      ...part('New certificates', ({ occasion }) => occasion === 'rotation'),
    ],
  }
}

/** The letter about many endpoints that failed together: one trouble, named after the monitor. */
export function blastLetter(outage: BlastRadius, facts: RunFacts): Letter {
  const entry = blastEntry(outage, facts)
  const over = outage.finding === null
  return {
    ...frame(facts),
    level: entry.level,
    subject: subjectFor(entry.level, [entry.name]),
    verdict: over
      ? `${entry.name}: endpoints no longer fail together`
      : `${entry.name} needs you: many endpoints failed together`,
    parts: [{ title: over ? 'No longer in trouble' : 'Needs you', entries: [entry] }],
  }
}

function frame({ run, generator, at }: RunFacts): Pick<Letter, 'monitor' | 'version' | 'at' | 'runUrl'> {
  return { monitor: run.monitor, version: generator.version, at, runUrl: run.url }
}
