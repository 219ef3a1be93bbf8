import type { Finding } from '../model/finding.ts'
import type { Message } from '../model/message.ts'
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
