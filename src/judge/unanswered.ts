import type { Unanswered } from '../model/answer.ts'
import { shortened } from '../model/text.ts'

/** Why a question went unanswered, for a sentence: for `bug` the detail is a stack, whose first line is enough. */
export function detail(answer: Unanswered): string {
  return shortened(answer.detail.split('\n', 1)[0] ?? '', 200)
}
