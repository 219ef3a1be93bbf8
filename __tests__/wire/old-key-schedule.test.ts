import { expect, test } from 'vitest'

import { oldPrf, prf } from '../../src/wire/old-key-schedule.ts'

// Both as `openssl kdf … TLS1-PRF` of OpenSSL 3.0 makes them; the first is the vector that circulates with RFC 5246.
const seed = Buffer.from('a0ba9f936cda311827a6f796ffd5198c', 'hex')

test('the pseudorandom function of TLS 1.2', () => {
  const secret = Buffer.from('9bbe436ba940f017b17652849a71db35', 'hex')

  expect(Buffer.from(prf('sha256', secret, 'test label', seed, 40)).toString('hex')).toBe(
    'e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9',
  )
})

test('the pseudorandom function of TLS 1.0, with a secret of odd length', () => {
  const secret = Buffer.from('9bbe436ba940f017b17652849a71db3511', 'hex')

  expect(Buffer.from(oldPrf(secret, 'test label', seed, 40)).toString('hex')).toBe(
    'fc350fd4e2158470b9f06cf868fbab6ee52e5f49b55cfec7930de2514bdfdd24ca457df47d575b26',
  )
})
