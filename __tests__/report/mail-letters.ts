import type { Message } from '../../src/model/message.ts'
import type { Assessment } from '../../src/model/report.ts'
import { day } from '../support/history.ts'
import { rotated, wellAgain } from '../support/remembered.ts'
import { dozen } from '../support/report.ts'

/** A message about an endpoint, by default a new trouble of today. */
export function message(assessment: Assessment, differs: Partial<Message> = {}): Message {
  const level = assessment.status === 'error' ? 'CRITICAL' : 'WARNING'
  return { level, occasion: 'trouble', assessment, since: null, unseen: [], ...differs }
}

/** An endpoint with an owner and a runbook. */
export function owned(
  assessment: Assessment,
  owner: string | null,
  runbook: string | null = null,
): Assessment {
  const { observation } = assessment
  return { ...assessment, observation: { ...observation, target: { ...observation.target, owner, runbook } } }
}

/** What a run may have to tell: something of every occasion. */
export function mixed(): readonly [Message, ...Message[]] {
  const [expired, soon, self, wrong, silent, , payments] = dozen().assessments.slice(0, 8)
  const told = [expired, soon, self, wrong, silent, payments].flatMap((one) => one ?? [])
  const [first, ...rest] = told
  if (first === undefined) throw new Error('the dozen has no trouble')
  return [
    message(owned(first, '@example/web-team', 'https://wiki.example/renew')),
    ...rest.map((one, index) => message(one, index === 0 ? { occasion: 'escalation', since: day(-9) } : {})),
    message(wellAgain('back.example.com'), { level: 'OK', occasion: 'recovery', since: day(-3) }),
    message(rotated('shop.example.com', {}), { level: 'INFO', occasion: 'rotation' }),
  ]
}
