import { expect, test } from 'vitest'

import { renderTable } from '../../src/report/table.ts'
import { width } from '../../src/report/width.ts'
import { dns, name } from '../support/certificate.ts'
import { acting, command, hostile } from '../support/hostile.ts'
import { observation, served, target } from '../support/observation.ts'
import { dozenAgain, rotated } from '../support/remembered.ts'
import { assessment, dozen, endpoint, finding, report } from '../support/report.ts'

const plain = { color: false, width: 100 }

test.each([60, 80, 100, 140])('a run of a dozen endpoints, %i columns wide', async (columns) => {
  const table = renderTable(dozen(), { color: false, width: columns })

  expect(table.split('\n').filter((line) => width(line) > columns)).toEqual([])
  await expect(table).toMatchFileSnapshot(`../fixtures/reports/dozen-${columns}.txt`)
})

test.each([60, 100])('the same a run later, %i columns wide', async (columns) => {
  const table = renderTable(dozenAgain(), { color: false, width: columns })

  expect(table.split('\n').filter((line) => width(line) > columns)).toEqual([])
  await expect(table).toMatchFileSnapshot(`../fixtures/reports/again-${columns}.txt`)
})

test('a rotation is told in a section of its own, not as something wrong', () => {
  const table = renderTable(report({ assessments: [rotated('a.example', {})] }), plain)

  expect(table).toMatch(/^✓ a\.example +68 d +2027-01-29 +Example Trust$/mu)
  expect(table).toContain(
    '\n  Changed since the last run\n↻ a.example: renewed 21 days before expiry by the same CA with the same key\n',
  )
  expect(table).not.toContain('change/rotated')
})

test('a rotation that the user calls a warning is something to do', () => {
  const findings = [['change/rotated', 'warning', 'It was renewed', 'Find out who did it.']] as const
  const table = renderTable(report({ assessments: [rotated('a.example', {}, {}, { findings })] }), plain)

  expect(table).toMatch(/^! a\.example .* new certificate$/mu)
  expect(table).toContain('! New certificate: a.example')
})

test('many rotations are told by the first ten, and the others counted', () => {
  const assessments = Array.from({ length: 14 }, (_, index) =>
    rotated(`h${index}.example`, {}, { daysBeforeExpiry: index + 10 }),
  )

  expect(renderTable(report({ assessments }), plain)).toContain('  … and 4 more\n')
})

test('that there is nothing to compare with is said once', () => {
  expect(renderTable(dozen(), plain).match(/Nothing to compare with yet/gu)).toHaveLength(1)
  expect(renderTable(dozenAgain(), plain)).not.toContain('compare')
})

test('colour changes nothing but the colour', () => {
  const colored = renderTable(dozen(), { color: true, width: 80 })

  expect(colored).toContain('\u001B[31m✗')
  // oxlint-disable-next-line no-control-regex -- it is what we look for
  const bare = colored.replace(/\u001B\[\d+m/gu, '').replace(/ +$/gmu, '')
  expect(bare).toBe(renderTable(dozen(), { color: false, width: 80 }))
})

test('the same finding on many endpoints is told once, with the first five', () => {
  const hosts = Array.from({ length: 40 }, (_, index) => `h${String(index).padStart(2, '0')}.example`)
  const table = renderTable(
    report({
      assessments: hosts.map((host) =>
        endpoint(host, {
          findings: [
            ['certificate/hostname', 'error', `It is not good for ${host}`, `Issue one for ${host}.`],
          ],
        }),
      ),
    }),
    plain,
  )

  expect(table).toContain('Wrong name: 40 endpoints')
  expect(table).toContain('  h04.example: It is not good for h04.example\n  … and 35 more\n')
  expect(table.match(/Issue one for/gu)).toHaveLength(2) // at the top, and with the finding
})

test('different remedies for one rule are told apart', () => {
  const table = renderTable(dozen(), plain)

  expect(table).toContain('No answer: gone.example.com')
  expect(table).toContain('No answer: silent.example.com')
})

test('what was not checked has a mark of its own', () => {
  const lost = endpoint('lost.example', { silent: 'not-observed', detail: 'the run ended' })

  expect(renderTable(report({ assessments: [lost] }), plain)).toMatch(
    /^\? lost\.example +– +– +– +not checked$/mu,
  )
})

test('a finding about the run stands above the endpoints', () => {
  const findings = [
    finding('monitor/schedule', { severity: 'warning', message: 'Too rare', fix: 'Run it daily.' }),
  ]
  const table = renderTable(report({ findings }), plain)

  expect(table.indexOf('Too rare')).toBeLessThan(table.indexOf('Endpoint'))
  expect(table).toContain('  → Run it daily.')
})

test('nothing a certificate, a server or a config says can act in a terminal or a log', () => {
  const assessments = hostile.map((evil) =>
    assessment({
      observation: {
        ...served({ subject: name(evil), issuer: name(evil, evil), alternativeNames: dns(evil) }),
        target: { ...target(), name: evil },
      },
      findings: [finding('certificate/hostname', { message: evil, fix: evil, evidence: { [evil]: evil } })],
    }),
  )
  const table = renderTable(report({ assessments }), { color: false, width: 80 })

  expect(table).not.toMatch(acting)
  expect(table).not.toMatch(command)
  expect(table.split('\n').filter((line) => width(line) > 82)).toEqual([])
})

test('an empty run says that nothing was checked', () => {
  expect(renderTable(report({ assessments: [] }), plain)).toBe('? Nothing was checked.\n')
})

test('a healthy row still tells its notices', () => {
  const noted = assessment({ findings: [finding('protocol/no-tls1.3', { severity: 'notice' })] })

  expect(renderTable(report({ assessments: [noted] }), plain)).toMatch(
    /^✓ example\.com .* no TLS 1\.3 \(notice\)$/mu,
  )
})

test('an endpoint that answered only in part says so', () => {
  const seen = assessment({
    observation: observation(),
    findings: [finding('endpoint/unanswered', { severity: 'warning' })],
  })

  expect(renderTable(report({ assessments: [seen] }), plain)).toMatch(
    /^! example\.com .* not fully answered$/mu,
  )
})
