import { expect, test } from 'vitest'

import { annotations } from '../../src/report/annotations.ts'
import { hostile } from '../support/hostile.ts'
import { target } from '../support/observation.ts'
import { assessment, dozen, endpoint, finding, report } from '../support/report.ts'

function troubled(count: number): ReturnType<typeof report> {
  const hosts = Array.from({ length: count }, (_, index) => `h${index}.example`)
  return report({
    assessments: hosts.map((host) =>
      endpoint(host, { findings: [['certificate/expired', 'error', 'It expired', 'Renew it.']] }),
    ),
  })
}

test('a finding stands on the line of the configuration that names its target', () => {
  expect(annotations(dozen())[0]).toEqual({
    level: 'error',
    title: 'expired.example.com: expired',
    message:
      'The certificate expired 3 days ago, on 2026-11-19 08:30 UTC. Renew the certificate with `certbot renew` and reload the server. (certificate/expired)',
    place: { file: '.github/certificates.yml', line: 3, column: 5 },
  })
})

test('waived findings are not shown', () => {
  expect(annotations(dozen()).filter(({ title }) => title.startsWith('admin'))).toEqual([])
})

test('a finding about the run, or about a host given as an input, has no place', () => {
  const given = assessment({
    observation: { ...assessment().observation, target: { ...target(), source: null } },
    findings: [finding('certificate/expired')],
  })
  const shown = annotations(report({ findings: [finding('monitor/incomplete')], assessments: [given] }))

  expect(shown.map(({ place }) => place)).toEqual([null, null])
})

test.each([
  [10, 10, 'h9.example: expired'],
  [11, 10, 'More findings'],
  [500, 10, 'More findings'],
])('of %i errors %i are shown, the last is %s', (count, shown, last) => {
  const all = annotations(troubled(count))

  expect(all).toHaveLength(shown)
  expect(all.at(-1)?.title).toBe(last)
})

test('what is left out is counted', () => {
  expect(annotations(troubled(500)).at(-1)).toEqual({
    level: 'error',
    title: 'More findings',
    message: '491 more, see the summary.',
    place: null,
  })
})

test.each(hostile)('an annotation is one harmless line of at most 4,096 characters: %j', (evil) => {
  const seen = assessment({
    observation: { ...assessment().observation, target: { ...target(), name: evil } },
    findings: [finding('certificate/hostname', { message: evil, fix: evil })],
  })
  const [shown] = annotations(report({ assessments: [seen] }))

  expect(shown?.message.length).toBeLessThanOrEqual(4096)
  expect(shown?.title.length).toBeLessThanOrEqual(2000)
  expect(`${shown?.title}${shown?.message}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})
