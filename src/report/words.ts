import type { Certificate } from '../model/certificate.ts'
import { fromNow, inWords } from '../model/duration.ts'
import type { Assessment, Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { firstLeaf } from './leaf.ts'
import { nextToExpire } from './order.ts'
import { rotationCounts } from './since-last-run.ts'
import { counting, troubleCounts, unchecked, waivedFindings } from './trouble.ts'

/** The one sentence for an endpoint: its worst finding, else how long its certificate stays valid. */
export function sentence(assessment: Assessment, now: Date): string {
  const [worst] = counting(assessment.findings)
  if (worst !== undefined) return worst.message
  const [waived] = waivedFindings(assessment.findings)
  if (waived !== undefined) return `${waived.message} (waived until ${day(waived.waivedUntil)})`
  const { deliveries } = assessment.observation
  if (!deliveries.known) return `Not checked: ${deliveries.detail.split('\n', 1)[0] ?? ''}`
  const leaf = firstLeaf(assessment.observation)
  return leaf === null ? 'No certificate was found' : validity(leaf, now)
}

/** `Valid for 63 more days, until 2027-01-24`. */
export function validity({ notBefore, notAfter }: Certificate, now: Date): string {
  if (notAfter === null) return 'The end of its validity cannot be read'
  if (notAfter < now) return `Expired ${fromNow(notAfter, now)}, on ${day(notAfter)}`
  if (notBefore !== null && notBefore > now) return `Not valid before ${day(notBefore)}`
  return `Valid for ${moreTime(notAfter.getTime() - now.getTime())}, until ${day(notAfter)}`
}

/** The calendar day in UTC; a dash where it is not known. */
export function day(instant: Date | null): string {
  return instant === null ? '–' : instant.toISOString().slice(0, 10)
}

/** With a capital at its head, as a title or a sentence has it. */
export function sentenceCase(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** The one sentence for a run, never more hopeful than what was seen. */
export function verdict(report: Report): string {
  if (report.assessments.length === 0) return 'Nothing was checked.'
  const parts = [state(report), rotationCounts(report), demotedWords(report)]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

/** What a gate leaves to the run on the default branch. */
function demotedWords({ demoted }: Report): string {
  if (demoted === null) return ''
  const { findings, endpoints } = demoted
  const are = findings === 1 ? 'is a notice' : 'are notices'
  return `${counted(findings, 'finding')} on ${counted(endpoints, 'endpoint')} this change does not touch ${are}`
}

function state(report: Report): string {
  const { assessments } = report
  const all = counted(assessments.length, 'endpoint')
  const troubled = assessments.filter(({ findings }) => counting(findings).length > 0)
  const missed = assessments.filter(unchecked).length
  const notChecked = `${missed} of ${all} ${missed === 1 ? 'was' : 'were'} not checked`
  const runToo = counting(report.findings).length > 0
  if (troubled.length > 0) {
    const need = troubled.length === 1 ? 'needs' : 'need'
    const also = `${missed === 0 ? '' : `; ${notChecked}`}${runToo ? '; the run itself needs you, too' : ''}`
    return `${troubled.length} of ${all} ${need} you: ${troubleCounts(troubled)}${also}`
  }
  const others = missed === assessments.length || report.demoted !== null ? '' : '; the others are healthy'
  const calm = missed > 0 ? notChecked + others : healthy(report)
  if (runToo) return `${calm}, but the run itself needs you`
  return missed > 0 ? calm : calm + next(report)
}

function healthy({ assessments, demoted }: Report): string {
  if (demoted !== null) return 'Nothing that this change touches needs you'
  const waived = assessments.filter(({ findings }) => waivedFindings(findings).length > 0).length
  const all = assessments.length === 1 ? 'The endpoint is' : `All ${assessments.length} endpoints are`
  return waived === 0 ? `${all} healthy` : `${all} healthy, ${waived} of them by a waiver`
}

function next({ assessments, now }: Report): string {
  const soonest = nextToExpire(assessments, now.getTime())
  const end = soonest === null ? null : (firstLeaf(soonest.observation)?.notAfter ?? null)
  if (soonest === null || end === null) return ''
  const { name } = soonest.observation.target
  const which = assessments.length === 1 ? 'it expires' : `the next to expire is ${name},`
  return `; ${which} ${fromNow(end, now)}, on ${day(end)}`
}

function moreTime(ms: number): string {
  return inWords(ms).replace(/^(\d+) /u, '$1 more ')
}
