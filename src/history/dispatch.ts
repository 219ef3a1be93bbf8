import { wasCutShort } from '../model/cut-short.ts'
import type { Memory, Told, ToldOutage } from '../model/history.ts'
import type { Channel, Dispatch, Message } from '../model/message.ts'
import type { Assessment, Report } from '../model/report.ts'
import { news } from './news.ts'
import { asLoudAs, blastRadius, isConcerned, outageNews } from './outage.ts'
import { noted, withTold } from './told.ts'

/**
 * What a channel is sent after a run, in this order; empty: nothing. When much of what it watches failed in the same
 * way, that is the one message, and all else waits for the next run.
 */
export function dispatchesFor(
  report: Report,
  channel: Channel,
  outage: ToldOutage | null,
): readonly Dispatch[] {
  const { assessments, now } = report
  const ours = assessments.filter((assessment) => isFor(assessment, channel))
  const found = blastRadius(report)
  const others = ours.filter(({ observation }) => found === null || !isConcerned(observation, found))
  const held = ours.filter((one) => !others.includes(one))
  const ourOutage = found === null || held.length === 0 ? null : asLoudAs(held, found)
  // A run that was cut short cannot know that an outage is over, whether or not the config lets it be a finding.
  const isCutShort = assessments.some(({ observation }) => wasCutShort(observation))
  const told = ourOutage === null && isCutShort ? null : outageNews(ourOutage, outage, channel, now)
  if (told !== null && told.finding !== null) return [told]
  const [first, ...rest] = others.flatMap(
    (assessment) => news(assessment, toldOf(assessment, channel), channel, now) ?? [],
  )
  const messages: readonly Dispatch[] =
    first === undefined ? [] : [{ kind: 'messages', messages: [first, ...rest] }]
  return told === null ? messages : [told, ...messages]
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
