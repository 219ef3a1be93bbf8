import type { Finding } from '../model/finding.ts'
import type { Message } from '../model/message.ts'
import { listed } from '../model/text.ts'
import { explained } from './consequences.ts'
import { counting, isNews } from './trouble.ts'

/** The findings that a message is about, a row each, worst first; mere notices only where there is nothing worse. */
export function toldFindings({
  assessment: { findings },
  occasion,
}: Pick<Message, 'assessment' | 'occasion'>): readonly Finding[] {
  if (occasion === 'recovery' || occasion === 'rotation') return []
  const worse = counting(findings)
  const told =
    worse.length > 0 ? worse : findings.filter((finding) => finding.waivedUntil === null && !isNews(finding))
  return explained(told).map(({ finding }) => finding)
}

/**
 * What is to be said of a trouble that this run could not see, where there is nothing else that needs somebody: silence
 * is no cure. `null`: nothing.
 */
export function unseenWords({ assessment, unseen }: Pick<Message, 'assessment' | 'unseen'>): string | null {
  if (unseen.length === 0 || counting(assessment.findings).length > 0) return null
  return stillOn(unseen)
}

/** Rules that were told before and are not known to be over, in words. */
export function stillOn(rules: Message['unseen']): string {
  return `Found before, and not known to be over: ${listed(rules)}`
}
