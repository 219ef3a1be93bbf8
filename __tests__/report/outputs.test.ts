import { expect, test } from 'vitest'

import { reportFileName } from '../../src/report/file-name.ts'
import { outputs } from '../../src/report/outputs.ts'
import { dozenAgain, unchanged } from '../support/remembered.ts'
import { dozen, endpoint, finding, report } from '../support/report.ts'

test('the outputs of a run of a dozen endpoints', () => {
  expect(outputs(dozen())).toEqual({
    status: 'error',
    total: '12',
    warnings: '1',
    errors: '6',
    changed: '',
    expired: '1',
    'next-expiry-days': '-4',
    'next-expiry-domain': 'expired.example.com',
    'worst-grade': '',
  })
})

test('what nobody answered stays empty, it is not zero', () => {
  const silent = endpoint('gone.example', { silent: 'refused' })

  expect(outputs(report({ assessments: [silent] }))).toMatchObject({
    'next-expiry-days': '',
    'next-expiry-domain': '',
    expired: '0',
  })
})

test('a finding about the run counts for the status', () => {
  expect(outputs(report({ findings: [finding('monitor/incomplete')] })).status).toBe('error')
  expect(outputs(report({ findings: [finding('monitor/schedule', { severity: 'warning' })] })).status).toBe(
    'warning',
  )
  expect(outputs(report()).status).toBe('success')
})

test('endpoints with a rotation are counted; without any memory the count is not known', () => {
  expect(outputs(dozenAgain()).changed).toBe('3')
  expect(outputs(report({ assessments: [unchanged(endpoint('a.example'))] })).changed).toBe('0')
  expect(outputs(report()).changed).toBe('')
})

test('the days are rounded down, so that a shell can compare them', () => {
  expect(outputs(report())['next-expiry-days']).toBe('68')
})

test('every form of one report shares a name made of its time in UTC', () => {
  expect(reportFileName(new Date('2026-02-03T04:05:06.789Z'))).toBe('certificate_report_20260203_040506')
})
