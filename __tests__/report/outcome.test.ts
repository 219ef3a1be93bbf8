import { expect, test } from 'vitest'

import { known, unanswered } from '../../src/model/answer.ts'
import type { Delivery } from '../../src/model/observation.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { outcome } from '../../src/report/outcome.ts'
import { certificate } from '../support/certificate.ts'
import { delivery, observation } from '../support/observation.ts'
import { assessment, endpoint, report } from '../support/report.ts'
import { withScan } from '../support/scanned.ts'
import { features, offer, tlsScan, versions } from '../support/tls-scan.ts'
import { transparency } from '../support/transparency.ts'

const bug = unanswered('bug', 'TypeError: at somewhere')
const slow = unanswered('timed-out', 'no answer within 10 s')

function code(scan: Partial<TlsScan>): number {
  return outcome(report({ assessments: [withScan(endpoint('example.com'), { scan })] }), 'never').code
}

test.each([
  { versions: { ...versions('TLSv1.3'), SSLv2: bug } },
  { features: features({ compression: bug }) },
  { probes: { ...tlsScan().probes, robot: bug } },
  { offers: [offer('TLSv1.3', [0x1301], { groups: { found: [], cut: bug } })] },
  { offers: [offer('TLSv1.3', [0x1301], { serverPreference: bug })] },
  { hsts: bug },
])('our own fault within a scan fails the run: %j', (scan) => {
  expect(code(scan)).toBe(3)
})

test('a scan that our own fault ended fails the run', () => {
  const seen = assessment({ observation: observation({ tls: bug }) })

  expect(outcome(report({ assessments: [seen] }), 'never').code).toBe(3)
})

test.each<Partial<Delivery>>([
  { renewal: bug },
  { logged: bug },
  { dane: bug },
  { caa: [{ name: 'example.com', answer: bug }] },
  { revocation: { checks: [{ certificate: certificate(), answer: bug }], staple: known(null) } },
  { transparency: transparency([], { embedded: bug }) },
  { transparency: transparency([], {}, bug) },
])('our own fault in a question to others fails the run: %j', (differs) => {
  const seen = assessment({ observation: observation({ deliveries: known([delivery(differs)]) }) })

  expect(outcome(report({ assessments: [seen] }), 'never').code).toBe(3)
})

test('a server that is silent within a scan is no fault of ours', () => {
  expect(code({ alpn: slow, hsts: slow, features: features({ compression: slow }) })).toBe(0)
})
