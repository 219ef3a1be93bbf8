import { calendarDay, inWords } from '../../model/duration.ts'
import { memoryWords } from '../../model/memory-words.ts'
import { type Dispatch, type Level, levels, type Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { counted, shortened } from '../../model/text.ts'
import { visible } from '../escape.ts'
import { firstLeaf } from '../leaf.ts'
import { outageWords } from '../outage-words.ts'
import { called } from '../row.ts'
import { toldFindings, unseenWords } from '../told-findings.ts'
import { waivedFindings } from '../trouble.ts'
import { sentence, sentenceCase, validity } from '../words.ts'

/** What a webhook has to know of the run besides its messages. */
export type Occurrence = Pick<Report, 'run' | 'at' | 'now'>

/** A message in words: visible and short, but not yet escaped for where it goes. */
export interface Entry {
  readonly level: Level
  /** For the heading, where it stands alone. */
  readonly name: string
  readonly title: string
  readonly verdict: string
  /** What to do; `null` where nothing is left to do. */
  readonly fix: string | null
  readonly owner: string | null
  readonly runbook: string | null
}

const longestTitle = 150
const longestSentence = 400

/** What a dispatch tells, the loudest first; whom there is no room for by level alone. */
export interface Entries {
  readonly told: readonly Entry[]
  readonly others: readonly Level[]
}

/** Slack takes 50 blocks; a tired person reads no more than these. */
const mostTold = 20

/** The words for a dispatch. */
export function entries(dispatch: Dispatch, { run, now }: Occurrence): Entries {
  if (dispatch.kind === 'blast-radius') {
    const { level, message, fix } = outageWords(dispatch, now)
    const [verdict, advice] = [clipped(message, longestSentence), fix && clipped(fix, longestSentence)]
    const title = clipped(run.monitor, longestTitle)
    const entry = { level, name: title, title, verdict, fix: advice, owner: null, runbook: null }
    return { told: [entry], others: [] }
  }
  const all = loudestFirst(dispatch.messages)
  const told = all.slice(0, mostTold).map((message) => {
    const { target } = message.assessment.observation
    const fix = toldFindings(message)[0]?.fix ?? null
    return {
      level: message.level,
      name: clipped(target.name, longestTitle),
      title: clipped(called(target), longestTitle),
      verdict: clipped(verdict(message, now), longestSentence),
      fix: fix === null ? null : clipped(fix, longestSentence),
      owner: target.owner === null ? null : clipped(target.owner, longestTitle),
      runbook: target.runbook === null ? null : clipped(target.runbook, longestSentence),
    }
  })
  return { told, others: all.slice(mostTold).map(({ level }) => level) }
}

/** `CRITICAL Certificate Alert: shop.example.com`; of several endpoints, how many they are. */
export function heading({ told, others }: Entries): string {
  const [loudest] = told
  const count = told.length + others.length
  const whom = count === 1 ? (loudest?.name ?? '') : counted(count, 'endpoint')
  return `${loudest?.level ?? 'INFO'} Certificate Alert: ${whom}`
}

/** Whom there was no room for: `… and 12 endpoints more (2 CRITICAL, 10 WARNING)`; empty without any. */
export function omitted(rest: readonly Level[]): string {
  if (rest.length === 0) return ''
  const parts = levels.flatMap((level) => {
    const count = rest.filter((one) => one === level).length
    return count === 0 ? [] : [`${count} ${level}`]
  })
  return `… and ${counted(rest.length, 'endpoint')} more (${parts.join(', ')}), in the report of the run`
}

/** The one sentence, and why it is told now. */
export function verdict(message: Message, now: Date): string {
  const { assessment, occasion, level, since } = message
  const [worst, ...others] = toldFindings(message)
  const more = others.length === 0 ? '' : `, and ${counted(others.length, 'finding')} more`
  const seen = worst === undefined ? sentence(assessment, now) : worst.message + more
  const found = [unseenWords(message), seen].filter((words) => words !== null).join('. ')
  switch (occasion) {
    case 'trouble':
      return found
    case 'escalation':
      return `Now ${level}: ${found}`
    case 'reminder':
      return `Still so${since === null ? '' : `, since ${calendarDay(since)}`}: ${found}`
    case 'rotation': {
      const leaf = firstLeaf(assessment.observation)
      const valid = leaf === null ? '' : `. ${validity(leaf, now)}`
      return sentenceCase(memoryWords(assessment)) + valid
    }
    case 'recovery': {
      // A waiver is no cure.
      if (waivedFindings(assessment.findings).length > 0) return found
      const span = since === null ? '' : ` after ${inWords(now.getTime() - since.getTime())}`
      return `Healthy again${span}. ${found}`
    }
  }
}

/** One harmless line, short enough even where its characters had to be named. */
export function clipped(text: string, most: number): string {
  return shortened(visible(shortened(text, most)), most).toWellFormed()
}

function loudestFirst(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))
}
