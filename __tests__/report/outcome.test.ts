import { expect, test } from 'vitest'

import { unanswered } from '../../src/model/answer.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { outcome } from '../../src/report/outcome.ts'
import { observation } from '../support/observation.ts'
import { assessment, endpoint, report } from '../support/report.ts'
import { withScan } from '../support/scanned.ts'
import { features, offer, tlsScan, versions } from '../support/tls-scan.ts'

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

test('a server that is silent within a scan is no fault of ours', () => {
  expect(code({ alpn: slow, hsts: slow, features: features({ compression: slow }) })).toBe(0)
})
