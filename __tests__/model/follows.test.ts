import { expect, test } from 'vitest'

import { followsFrom } from '../../src/model/follows.ts'

test.each([
  ['vulnerability/poodle', ['protocol/ssl3']],
  ['vulnerability/logjam', ['cipher/export', 'key-exchange/weak-dh', 'key-exchange/common-prime']],
  ['vulnerability/crime', []],
  ['vulnerability/heartbleed', []],
  ['certificate/expired', []],
])('%s follows from %j', (rule, causes) => {
  expect(followsFrom(rule)).toEqual(causes)
})
