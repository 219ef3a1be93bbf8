import { expect, test } from 'vitest'

import { known, reasons, unanswered } from '../../src/model/answer.ts'

test('no value is mistaken for no answer', () => {
  for (const value of [undefined, null, false, 0, '']) expect(known(value)).toEqual({ known: true, value })
})

test('no answer has a reason and a sentence, and no value', () => {
  expect(unanswered('timed-out', 'no answer within 10 s')).toEqual({
    known: false,
    reason: 'timed-out',
    detail: 'no answer within 10 s',
  })
})

test('the reasons are those of the contract', () => {
  expect(reasons.join(' ')).toBe(
    'unresolved refused unreachable timed-out reset closed refused-handshake not-tls starttls-refused ' +
      'proxy-refused malformed blocked unreadable wrong-password not-asked not-observed bug',
  )
})
