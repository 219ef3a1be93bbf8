import type { Grade } from '../model/grade.ts'
import type { Lines } from './certificate-page.ts'
import { type Letter, scoreWord } from './grades.ts'
import { facts, label, paragraph, type Screen, type Tone } from './page.ts'

/** Who has done so much asks again. */
const mostCaps = 5

/** How good a configuration is and why, what to change first at the head of the reasons. */
export function gradeLines(grade: Grade, screen: Screen): Lines {
  const { letter, caps, notTested, guide } = grade
  const more = caps.length - mostCaps
  return [
    ...paragraph(label(letter ?? '?', gradeTone(letter)), worth(grade), screen, 'bold'),
    ...caps.slice(0, mostCaps).flatMap((cap, index) => paragraph(label(capTitle(index)), cap, screen)),
    ...(more > 0 ? paragraph(label(''), `… and ${more} more, in the JSON report`, screen, 'dim') : []),
    ...facts(
      [
        ['Mozilla', profileWords(grade)],
        ['Not tested', notTested.join('; ')],
        ['Guide', `SSL Labs Server Rating Guide ${guide}`],
      ],
      screen,
    ),
  ]
}

function capTitle(index: number): string {
  if (index === 0) return 'First'
  return index === 1 ? 'Then' : ''
}

/** Blue sky down to B, as far as colours go. */
function gradeTone(letter: Letter | null): Tone {
  if (letter === null) return 'warning'
  if (letter.startsWith('A')) return 'good'
  return letter === 'B' || letter === 'C' ? 'warning' : 'bad'
}

function worth({ letter, trustIgnored, securityScore, scores }: Grade): string {
  const parts = [
    `protocol ${points(scores.protocol)}`,
    `key exchange ${points(scores.keyExchange)}`,
    `cipher ${points(scores.cipher)}`,
  ].join(', ')
  const score = securityScore === null ? '' : `${securityScore} of 100, ${scoreWord(securityScore)}; `
  if (letter === null) return `not graded, because not everything could be measured; ${score}${parts}`
  const hidden = trustIgnored === null ? '' : `, ${trustIgnored} if it were; `
  if (letter === 'T') return `not trusted${hidden}${score}${parts}`
  return letter === 'M' ? `not for this name${hidden}${score}${parts}` : score + parts
}

function points(score: number | null): string {
  return score === null ? 'unknown' : String(score)
}

function profileWords({ mozillaProfile, mozillaVersion, mozillaObstacle }: Grade): string {
  if (mozillaProfile === null) return ''
  const profile = mozillaProfile === 'none' ? 'no profile' : mozillaProfile
  const obstacle = mozillaObstacle === null ? '' : `; no better, because ${mozillaObstacle}`
  return `${profile} (${mozillaVersion})${obstacle}`
}
