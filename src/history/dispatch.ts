import type { Finding } from '../model/finding.ts'
import type { Memory, Told } from '../model/history.ts'
import type { Channel, Dispatch, Message } from '../model/message.ts'
import type { Assessment, Report } from '../model/report.ts'
import { news } from './news.ts'
import { isAtLeast } from './standing.ts'
import { noted, withTold } from './told.ts'

/**
 * What a channel is sent after a run; `null`: nothing. When much of what it watches failed in the same way, that is
 * the one message, and all else waits for the next run.
 */
export function dispatchFor(report: Report, channel: Channel): Dispatch | null {
  const { assessments, now } = report
  const ours = assessments.filter((assessment) => isFor(assessment, channel))
  const outage = blastRadius(report)
  const others = ours.filter(({ observation }) => outage === null || !isConcerned(observation, outage))
  if (outage !== null && others.length < ours.length && isAtLeast(outage.severity, channel.minLevel))
    return { kind: 'blast-radius', finding: outage }
  const [first, ...rest] = others.flatMap(
    (assessment) => news(assessment, toldOf(assessment, channel), channel, now) ?? [],
  )
  return first === undefined ? null : { kind: 'messages', messages: [first, ...rest] }
}

/**
 * The memories to keep of a run, with what a channel has heard. `heard`: the ids of the endpoints whose message
 * arrived; what did not arrive is told again by the next run. Goes from channel to channel.
 */
export function withNews(
  memories: readonly Memory[],
  { assessments, now }: Report,
  channel: Channel,
  heard: ReadonlySet<string>,
): readonly Memory[] {
  const ours = new Map(
    assessments
      .filter((assessment) => isFor(assessment, channel))
      .map((assessment) => [assessment.observation.target.id, assessment]),
  )
  return memories.map((memory) => {
    const assessment = ours.get(memory.id)
    if (assessment === undefined) return memory
    const told = toldOf(assessment, channel)
    const message: Message | null = news(assessment, told, channel, now)
    const after = noted(channel.id, told, message, heard.has(memory.id), assessment, now)
    return withTold(memory, channel.id, after)
  })
}

function toldOf({ comparison }: Assessment, { id }: Channel): Told | null {
  return comparison.before?.told.find((told) => told.channel === id) ?? null
}

function isFor({ observation }: Assessment, { tags }: Channel): boolean {
  return tags.length === 0 || tags.some((tag) => observation.target.tags.includes(tag))
}

function blastRadius({ findings }: Report): Finding | null {
  return findings.find(({ rule }) => rule === 'monitor/blast-radius') ?? null
}

/** Files need no network. */
function isConcerned({ target, deliveries }: Assessment['observation'], { evidence }: Finding): boolean {
  return target.kind === 'endpoint' && !deliveries.known && deliveries.reason === evidence['reason']
}
