import type { Message } from '../../model/message.ts'
import type { Assessment } from '../../model/report.ts'
import { counted, shortened } from '../../model/text.ts'
import { called, troubles } from '../row.ts'
import { counting, troubleCounts, waivedFindings } from '../trouble.ts'
import { byEndpoint } from './subject.ts'

const longestName = 200

/** The one sentence for all that a mail tells, never more hopeful than what was seen. */
export function verdictOf(messages: readonly Message[]): string {
  const [only, ...others] = byEndpoint(messages)
  if (only !== undefined && others.length === 0) return ofOne(only)
  const open = assessmentsOf(messages, isOpen)
  const over = Map.groupBy(
    assessmentsOf(messages, ({ occasion }) => occasion === 'recovery'),
    recoveryWords,
  )
  const renewed = assessmentsOf(messages, ({ occasion }) => occasion === 'rotation').length
  const parts = [
    ...(open.length === 0 ? [] : [needs(open)]),
    ...[...over].map(([words, those]) => `${those.length} ${those.length === 1 ? 'is' : 'are'} ${words}`),
    ...(renewed === 0 ? [] : [`${renewed} ${renewed === 1 ? 'has' : 'have'} a new certificate`]),
  ]
  return sentenceOf(parts)
}

/** Whether a message is about a trouble that goes on. */
export function isOpen({ occasion }: Message): boolean {
  return occasion === 'trouble' || occasion === 'escalation' || occasion === 'reminder'
}

/** What became of an endpoint whose trouble is over: a waiver or silence is not health. */
export function recoveryWords(assessment: Assessment): string {
  const { findings, observation } = assessment
  if (counting(findings).length > 0) return 'better, but not healthy'
  if (waivedFindings(findings).length > 0) return 'quiet by a waiver'
  return observation.deliveries.known ? 'healthy again' : 'not checked'
}

function ofOne(messages: readonly Message[]): string {
  const [first] = messages
  if (first === undefined) return ''
  const { assessment } = messages.find(isOpen) ?? first
  const name = shortened(called(assessment.observation.target), longestName)
  const open = messages.some(isOpen)
  if (open) return `${name} needs you: ${troubles(assessment)}`
  const over = messages.some(({ occasion }) => occasion === 'recovery')
  return over ? `${name} is ${recoveryWords(assessment)}` : `${name} has a new certificate`
}

function needs(assessments: readonly Assessment[]): string {
  const counts = troubleCounts(assessments)
  const verb = assessments.length === 1 ? 'needs' : 'need'
  return `${assessments.length} ${verb} you${counts === '' ? '' : ` (${counts})`}`
}

function assessmentsOf(
  messages: readonly Message[],
  wanted: (message: Message) => boolean,
): readonly Assessment[] {
  return byEndpoint(messages.filter(wanted)).flatMap(([message]) => message?.assessment ?? [])
}

/** `Of 4 endpoints, …` would count those nobody was told of: the parts count for themselves. */
function sentenceOf(parts: readonly string[]): string {
  const [first = '', ...rest] = parts
  const withNoun = first.replace(/^(\d+) /u, (_, count: string) => `${counted(Number(count), 'endpoint')} `)
  return [withNoun, ...rest].join('; ')
}
