import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import { certificate, now } from '../../support/certificate.ts'
import { delivery, observation, policy, serving } from '../../support/observation.ts'

test.each([
  ['Example Trust', 0],
  ['example trust', 0],
  ['EXAMPLE INTERMEDIATE', 0],
  ['Example', 1],
  ['Example Trust Ltd', 1],
])('the issuer expected to be %j', (issuer, count) => {
  const made = judge(observation(), policy({ expect: { issuer, spkiSha256: [] } }), now)

  expect(made).toHaveLength(count)
})

test('an unexpected issuer is named beside the expected one', () => {
  expect(judge(observation(), policy({ expect: { issuer: 'Our CA', spkiSha256: [] } }), now)).toMatchObject([
    {
      rule: 'identity/issuer',
      message: 'The certificate was issued by "Example Intermediate" of "Example Trust", not by "Our CA"',
    },
  ])
})

test('every leaf has to have a pinned key, whoever signed it', () => {
  const rsa = certificate()
  const ecdsa = certificate()
  const seen = serving(delivery({ leaf: rsa }), delivery({ leaf: ecdsa }))
  const pins = { issuer: null, spkiSha256: [rsa.spkiSha256] }

  expect(judge(seen, policy({ expect: pins }), now)).toMatchObject([
    {
      rule: 'identity/pin',
      message: expect.stringContaining(`has the key ${ecdsa.spkiSha256}, which is none`),
    },
  ])
})
