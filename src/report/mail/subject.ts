import { type Level, levels, type Message } from '../../model/message.ts'
import { counted, shortened } from '../../model/text.ts'
import { visible } from '../escape.ts'

/** A line longer than that is cut by most readers, and folded by all of them. */
const longestName = 100

/** `CRITICAL Certificate Alert: Payments API`; for several endpoints their number stands for the names. */
export function subjectFor(level: Level, names: readonly string[]): string {
  const [name = ''] = names
  const what = names.length === 1 ? shortened(visible(name), longestName) : counted(names.length, 'endpoint')
  return `${level} Certificate Alert: ${what}`
}

/** The loudest of some levels. */
export function loudest(messages: readonly Message[]): Level {
  return levels.find((level) => messages.some((message) => message.level === level)) ?? 'INFO'
}

/** Messages by the endpoint they are about, in the order of their first. */
export function byEndpoint(messages: readonly Message[]): readonly (readonly Message[])[] {
  return [...Map.groupBy(messages, ({ assessment }) => assessment.observation.target.id).values()]
}
