import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'

import { changeRules } from '../../src/judge/judge-changes.ts'
import { runRules } from '../../src/judge/judge-run.ts'
import { rules } from '../../src/judge/judge.ts'
import type { Report } from '../../src/model/report.ts'
import { ruleIds } from '../../src/model/rule-id.ts'
import { renderSarif, type SarifOptions } from '../../src/report/sarif.ts'
import { waiver } from '../support/observation.ts'
import { assessment, dozen, finding, report } from '../support/report.ts'

const reference = 'https://rules.example/'
const options: SarifOptions = {
  rules: [...rules, ...changeRules, ...runRules].map(({ id, severity, title, help }) => {
    return { id, severity, title, help, reference }
  }),
  pathOf: (file) => (file.startsWith('../') ? null : file),
  workflow: '.github/workflows/monitor.yml',
  waived: true,
}

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats.default(ajv)
// ajv left draft 04 behind; of what differs there, this schema uses nothing but its head.
const body = Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id')
const validate = ajv.compile(Object.fromEntries(body))

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: object
    }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions?: readonly object[]
}

interface Run {
  readonly results: readonly Result[]
  readonly automationDetails: { readonly id: string }
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
  readonly invocations: readonly { readonly toolExecutionNotifications?: readonly object[] }[]
}

/** The one run of the file; what OASIS's own schema says against it fails the test. */
function run(of: Report, differs: Partial<SarifOptions> = {}): Run {
  const log = JSON.parse(renderSarif(of, { ...options, ...differs }))
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  return log.runs[0]
}

test('a healthy run is a file without results, which closes what was open', () => {
  const { results, tool, automationDetails } = run(report())

  expect(results).toEqual([])
  expect(automationDetails.id).toBe('certificate-monitor/production/')
  expect(tool.driver).toMatchObject({ name: 'certificate-monitor', semanticVersion: '1.0.0' })
})

test('every rule stands there with its help, its level and where it is explained', () => {
  const all = run(report()).tool.driver.rules

  expect(all.map(({ id }) => id)).toEqual([...ruleIds])
  expect(all[1]).toEqual({
    id: 'certificate/expired',
    shortDescription: { text: 'Expired' },
    fullDescription: { text: expect.stringMatching(/^This should hold, and does not: .+\.$/) },
    help: { text: expect.stringContaining('**What to do.**'), markdown: expect.any(String) },
    helpUri: reference,
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['tls', 'certificate'], 'problem.severity': 'error' },
  })
})

test('a finding stands on its line of the config, worst first, under the severity it was given', () => {
  const { results, tool } = run(dozen())
  const levels = results.filter(({ suppressions }) => suppressions === undefined).map(({ level }) => level)

  expect(levels).toEqual(levels.toSorted((one, other) => rank(one) - rank(other)))
  expect(new Set(levels)).toEqual(new Set(['error', 'warning', 'note']))
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
})

function rank(level: string): number {
  return ['error', 'warning', 'note'].indexOf(level)
}

const source = { file: '.github/my certificates.yml', line: 7, column: 5 }
const expired = finding('certificate/expired', { message: 'It expired 3 days ago', fix: 'Renew it.' })

function at(place: typeof source | null) {
  const { observation } = assessment()
  return assessment({
    observation: { ...observation, target: { ...observation.target, source: place } },
    findings: [expired],
  })
}

test('line, column and an address that is one; the words and the fix', () => {
  const [result] = run(report({ assessments: [at(source)] })).results

  expect(result).toMatchObject({
    level: 'error',
    message: { text: 'example.com: It expired 3 days ago. Renew it.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: '.github/my%20certificates.yml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 7, startColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: 'example.com:443' }],
      },
    ],
  })
})

test('what no line explains stands at the head of the config, else of the workflow, else nowhere', () => {
  const config = { path: '.github/certificates.yml', sha256: '00' }
  const healthy = report()
  const alone = { ...healthy, assessments: [at(null)] }
  const places = [
    run({ ...alone, run: { ...healthy.run, config } }),
    run({ ...healthy, run: { ...healthy.run, config }, findings: [finding('monitor/incomplete')] }),
    run(alone),
    run(alone, { workflow: null }),
    run({ ...alone, assessments: [at({ ...source, file: '../outside.yml' })] }),
  ].map(({ results: [result] }) => result?.locations[0]?.physicalLocation)

  expect(places).toMatchObject([
    { artifactLocation: { uri: '.github/certificates.yml' }, region: { startLine: 1 } },
    { artifactLocation: { uri: '.github/certificates.yml' }, region: { startLine: 1 } },
    { artifactLocation: { uri: '.github/workflows/monitor.yml' }, region: { startLine: 1 } },
    undefined,
    undefined,
  ])
})

test('a fingerprint is rule and endpoint: days and lines may pass', () => {
  const later = {
    ...at({ ...source, line: 70 }),
    findings: [{ ...expired, message: 'It expired 30 days ago' }],
  }
  const [today, tomorrow] = [at(source), later].map(
    (one) => run(report({ assessments: [one] })).results[0]?.partialFingerprints,
  )

  // printf 'certificate/expired example.com:443' | sha256sum
  expect(today).toEqual({
    primaryLocationLineHash: '7c19cd50ea119bc3:1',
    'findingKey/v1': 'certificate/expired example.com:443',
  })
  expect(tomorrow).toEqual(today)
})

test('a waived finding is suppressed, with the reason, or left out where that would not be heeded', () => {
  const until = new Date('2027-03-31T00:00:00Z')
  const accepted = waiver({ rule: 'certificate/*', reason: 'the new CA arrives in March', until })
  const { policy } = assessment()
  const assessments = [
    assessment({
      policy: { ...policy, waivers: [accepted] },
      findings: [{ ...expired, waivedUntil: until }],
    }),
  ]
  const [result] = run(report({ assessments })).results

  expect(result?.suppressions).toEqual([
    {
      kind: 'external',
      status: 'accepted',
      justification: 'Waived until 2027-03-31: the new CA arrives in March',
    },
  ])
  expect(run(report({ assessments }), { waived: false }).results).toEqual([])
})

test('what a server says makes no link, breaks no line and hides nothing', () => {
  const hostile = 'CN=[here](https://evil.example)\n::error::\u202Egnp.exe\u0000'
  const [result] = run(
    report({ assessments: [assessment({ findings: [{ ...expired, message: hostile }] })] }),
  ).results

  expect(result?.message.text).toBe(
    'example.com: CN=[here] (https://evil.example)␊::error::<U+202E>gnp.exe␀. Renew it.',
  )
})

test('of more than GitHub takes, the worst are there and the rest is counted', () => {
  const errors = Array.from({ length: 9000 }, () => expired)
  const notices = Array.from({ length: 20_000 }, () => finding('chain/order', { severity: 'notice' }))
  const text = renderSarif(
    report({ assessments: [assessment({ findings: [...notices, ...errors] })] }),
    options,
  )
  const { results, invocations }: Run = JSON.parse(text).runs[0]

  expect(results.slice(0, 9000).every(({ level }) => level === 'error')).toBe(true)
  expect(results.length).toBeLessThanOrEqual(25_000)
  expect(results.length).toBeGreaterThan(10_000)
  expect(Buffer.byteLength(text)).toBeLessThan(10_000_000)
  expect(invocations[0]?.toolExecutionNotifications).toEqual([
    {
      level: 'warning',
      message: {
        text: `${29_000 - results.length} more findings did not fit; the report in JSON has all of them.`,
      },
    },
  ])
})
