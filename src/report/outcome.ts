import type { Answer } from '../model/answer.ts'
import { type Status, statusOf } from '../model/finding.ts'
import { inquiryAnswers } from '../model/inquiry-gaps.ts'
import { repositoryUrl } from '../model/product.ts'
import type { Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import type { TlsScan } from '../model/tls-scan.ts'

export type FailOn = 'error' | 'warning' | 'never'

/** Exit codes of the terminal; in a runner everything but `fine` fails the step. */
export const exitCodes = {
  fine: 0,
  findings: 1,
  usage: 2,
  bug: 3,
  interrupted: 130,
  terminated: 143,
} as const

/** How a run ends, and the sentence that says why. */
export interface Outcome {
  readonly code: number
  /** `null` when there is nothing to fail for. */
  readonly sentence: string | null
}

/** Findings at or above the limit fail the run with a sentence of count; our own bugs fail it whatever the limit. */
export function outcome(report: Report, failOn: FailOn): Outcome {
  const bugs = report.assessments.filter(hitsBug).length
  if (bugs > 0) {
    const sentence = `certificate-monitor itself failed on ${counted(bugs, 'endpoint')}. Please report it with the details in the report at ${repositoryUrl}/issues`
    return { code: exitCodes.bug, sentence }
  }
  const failing = failingStatuses(failOn)
  const endpoints = report.assessments.filter(({ status }) => failing.includes(status)).length
  const run = failing.includes(statusOf(report.findings))
  if (endpoints === 0 && !run) return { code: exitCodes.fine, sentence: null }
  const subjects = [
    ...(endpoints > 0 ? [counted(endpoints, 'endpoint')] : []),
    ...(run ? ['the run itself'] : []),
  ]
  const verb = endpoints > 1 || subjects.length > 1 ? 'have' : 'has'
  return {
    code: exitCodes.findings,
    sentence: `${subjects.join(' and ')} ${verb} findings at or above "${failOn}"`,
  }
}

function failingStatuses(failOn: FailOn): readonly Status[] {
  if (failOn === 'never') return []
  return failOn === 'error' ? ['error'] : ['error', 'warning']
}

function hitsBug({ observation }: Report['assessments'][number]): boolean {
  const answers = [
    observation.deliveries,
    ...observation.addresses.flatMap(({ leaf, otherLeaf }) => [leaf, otherLeaf]),
    ...(observation.deliveries.known ? observation.deliveries.value.flatMap(inquiryAnswers) : []),
    observation.tls,
    ...(observation.tls.known ? answersIn(observation.tls.value) : []),
  ]
  return answers.some((answer) => !answer.known && answer.reason === 'bug')
}

function answersIn({ versions, offers, alpn, features, probes, hsts }: TlsScan): readonly Answer<unknown>[] {
  return [
    ...Object.values<Answer<unknown>>({ ...versions, ...features, ...probes }),
    ...offers.flatMap(({ suites, serverPreference, groups, signatureSchemes }) => [
      serverPreference,
      ...[suites, groups, signatureSchemes].flatMap(({ cut }) => cut ?? []),
    ]),
    alpn,
    hsts,
  ]
}
