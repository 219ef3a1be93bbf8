import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { DamagedMemory, time } from '../../src/history/memory-fields.ts'
import { memoryFileName, NewerSchema, readMemory, writeMemory } from '../../src/history/memory-file.ts'
import { historySchema, memorySchema } from '../../src/history/memory-schema.ts'
import { withTold } from '../../src/history/told.ts'
import type { Sha256 } from '../../src/model/certificate.ts'
import { rotationKinds } from '../../src/model/change.ts'
import { severities } from '../../src/model/finding.ts'
import { shownLetters } from '../../src/model/grade.ts'
import type { Heard, Memory, RememberedCertificate, RememberedIssue, Told } from '../../src/model/history.ts'
import { tlsVersions } from '../../src/model/observation.ts'
import { ruleIds } from '../../src/model/rule-id.ts'
import { name } from '../support/certificate.ts'
import { daily, day, leaf, outage, rsaLeaf, serves } from '../support/history.ts'
import { hostile } from '../support/hostile.ts'

const { memory: quiet } = daily(serves(leaf('a'), rsaLeaf('r')), serves(leaf('b'), rsaLeaf('r')), outage())
const told = withTold(quiet, 'webhook-1a2b3c4d', {
  channel: 'webhook-1a2b3c4d',
  status: 'error',
  rules: [{ rule: 'endpoint/unanswered', severity: 'error' }],
  at: day(2),
  since: null,
  missed: [
    {
      rule: 'change/issuer',
      severity: 'warning',
      message: 'The certificate now comes from "Other Trust"',
      fix: 'Find out who ordered it.',
      reference: 'https://rules.example/#changeissuer',
      at: day(1),
    },
  ],
})
const memory: Memory = {
  ...told,
  issue: {
    number: 17,
    key: 'example.com:443',
    state: 'acknowledged',
    rules: [{ rule: 'endpoint/unanswered', severity: 'error' }],
    missed: [],
  },
}
const text = writeMemory(memory)

test('a time is read as ECMAScript reads it, to the millisecond and in every year', () => {
  const everyYear = fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') })
  fc.assert(
    fc.property(
      everyYear.filter((instant) => !Number.isNaN(instant.getTime())),
      fc.boolean(),
      (instant, whole) => {
        const text = whole ? `${instant.toISOString().slice(0, 19)}Z` : instant.toISOString()
        expect(time(text, 'at')).toEqual(new Date(text))
      },
    ),
  )
})

test.each(['2026-02-29T00:00:00Z', '2100-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '0001-02-29T00:00:00Z'])(
  '%s is no day of the calendar',
  (text) => {
    expect(() => time(text, 'at')).toThrow('at: no such day')
  },
)

test.each(['2028-02-29T00:00:00Z', '0000-02-29T00:00:00Z', '0096-02-29T00:00:00Z'])(
  '%s is a leap day',
  (text) => {
    expect(time(text, 'at')).toEqual(new Date(text))
  },
)

test('a memory is a text that people can read', () => {
  expect(text.split('\n').map((line) => line.slice(0, 60))).toMatchInlineSnapshot(`
    [
      "{",
      "  "schema_version": "1.0",",
      "  "id": "example.com:443",",
      "  "settled": [",
      "    "454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb",
      "    "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eea",
      "  ],",
      "  "last_answer": {"protocol":"TLSv1.3","suite":"TLS_AES_128_",
      "  "last_scan": null,",
      "  "certificates": [",
      "    {"sha256":"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4",
      "    {"sha256":"454349e422f05297191ead13e21d3db520e5abef52055",
      "    {"sha256":"3e23e8160039594a33894f6564e1b1348bbd7a0088d42",
      "  ],",
      "  "rotations": [",
      "    {"kind":"rekeyed","at":"2026-11-23T12:00:00Z","previous"",
      "  ],",
      "  "states": [",
      "    {"status":"success","from":"2026-11-22T12:00:00Z","to":"",
      "    {"status":"error","from":"2026-11-24T12:00:00Z","to":"20",
      "  ],",
      "  "troubles": [",
      "    {"rule":"endpoint/unanswered","since":"2026-11-24T12:00:",
      "  ],",
      "  "told": [",
      "    {"channel":"webhook-1a2b3c4d","status":"error","rules":[",
      "  ],",
      "  "issue": {"number":17,"key":"example.com:443","state":"ack",
      "  "heard": {"issuers":null,"windows":[]}",
      "}",
      "",
    ]
  `)
  expect(text).toContain('"names":["example.com","www.example.com"],"first_seen":"2026-11-22T12:00:00Z"')
})

const fingerprints = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex') as Sha256)
const words = fc.string({ unit: 'binary', maxLength: 40 }).map((word) => word.toWellFormed())
const times = fc.date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
})

const leaves: fc.Arbitrary<RememberedCertificate> = fc.record({
  sha256: fingerprints,
  spkiSha256: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Buffer.from(bytes).toString('base64')),
  keyType: words,
  key: words,
  subject: words,
  issuer: words,
  issuerOrganisation: words,
  serial: words,
  notBefore: fc.option(times),
  notAfter: fc.option(times),
  names: fc.array(words),
  firstSeen: times,
  lastSeen: times,
})

const toldRule = {
  rule: fc.constantFrom(...ruleIds),
  severity: fc.constantFrom(...severities),
}
const missed = fc.array(
  fc.record({
    ...toldRule,
    message: words,
    fix: words,
    reference: fc.webUrl({ validSchemes: ['https'] }),
    at: times,
  }),
  { maxLength: 3 },
)
const toldOnes: fc.Arbitrary<Told> = fc.record({
  channel: words,
  status: fc.constantFrom('success' as const, 'warning' as const, 'error' as const),
  rules: fc.array(fc.record(toldRule), { maxLength: 3 }),
  at: times,
  since: fc.option(times),
  missed,
})
const tracked: fc.Arbitrary<RememberedIssue> = fc.record({
  number: fc.option(fc.integer({ min: 1 })),
  key: words,
  state: fc.constantFrom('open' as const, 'closed' as const, 'acknowledged' as const),
  rules: fc.array(fc.record(toldRule), { maxLength: 3 }),
  missed,
})

const heard: fc.Arbitrary<Heard> = fc.record({
  issuers: fc.option(fc.array(words, { maxLength: 3 })),
  windows: fc.array(fc.record({ sha256: fingerprints, start: times, end: times }), { maxLength: 3 }),
})

const memories: fc.Arbitrary<Memory> = fc
  .uniqueArray(leaves, { selector: ({ sha256 }) => sha256, maxLength: 5 })
  .chain((certificates) =>
    fc.record({
      id: words,
      heard,
      certificates: fc.constant(certificates),
      settled: fc.subarray(certificates.map(({ sha256 }) => sha256)),
      rotations: fc.array(
        fc.record({
          kind: fc.constantFrom(...rotationKinds),
          at: times,
          previous: fingerprints,
          current: fingerprints,
          daysBeforeExpiry: fc.option(
            fc.double({ noNaN: true, noDefaultInfinity: true }).map((days) => days + 0),
          ),
        }),
      ),
      states: fc.array(
        fc.record({
          status: fc.constantFrom('success' as const, 'warning' as const, 'error' as const),
          from: times,
          to: times,
          message: words,
        }),
      ),
      troubles: fc.array(fc.record({ rule: fc.constantFrom(...ruleIds), since: times })),
      told: fc.array(toldOnes, { maxLength: 3 }),
      issue: fc.option(tracked),
      lastScan: fc.option(
        fc.record({
          versions: fc.subarray([...tlsVersions]),
          suites: fc.array(words, { maxLength: 5 }),
          grade: fc.option(fc.constantFrom(...shownLetters)),
        }),
      ),
      lastAnswer: fc.option(
        fc.record({ protocol: fc.option(words), suite: fc.option(words), chain: fc.array(fingerprints) }),
      ),
    }),
  )

test('whatever is written is read again as it was, and keeps to the published schema', () => {
  const validate = new Ajv2020().compile(historySchema())
  fc.assert(
    fc.property(memories, (any) => {
      const written = writeMemory(any)

      expect(readMemory(written)).toEqual(any)
      expect(memorySchema.safeParse(JSON.parse(written)).error).toBeUndefined()
      expect(validate(JSON.parse(written)), JSON.stringify(validate.errors)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test.each(hostile)('a certificate that says %j acts in no terminal', (said) => {
  const seen = daily(serves(leaf('a', { subject: name(said), issuer: name(said, said) }))).memory
  const written = writeMemory(seen)

  expect(written).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(readMemory(written)).toEqual(seen)
})

test.each([
  ['nothing', ''],
  ['half a file', text.slice(0, text.length / 2)],
  ['a list', '[]'],
  ['null', 'null'],
  ['brackets without end', '['.repeat(200_000)],
  ['no version', text.replace('schema_version', 'version')],
  ['a version that never was', text.replace('"1.0"', '"0.9"')],
  ['a version that is none', text.replace('"1.0"', '1')],
  ['a time without a zone', text.replace('T12:00:00Z"', 'T12:00:00"')],
  ['30 February', text.replace('2026-11-22T12', '2026-02-30T12')],
  ['a status nobody knows', text.replace('"status":"success"', '"status":"fine"')],
  ['a settled leaf that is not remembered', text.replace('"settled": [', `"settled": ["${'0'.repeat(64)}",`)],
  ['a name longer than names are', text.replace('www.example.com', 'w'.repeat(254))],
  ['an endless number of days', text.replace(/"days_before_expiry":[\d.]+/, '"days_before_expiry":1e999')],
  ['a status nobody has heard of', text.replace('"status":"error","rules"', '"status":"fine","rules"')],
  ['a link that is no web address', text.replace('https://rules.example', 'javascript:alert(1)')],
  ['an issue without a number', text.replace('"number":17', '"number":"17"')],
  ['an issue before the first', text.replace('"number":17', '"number":0')],
  ['an issue in limbo', text.replace('"acknowledged"', '"limbo"')],
  ['a number for a name', text.replace('"www.example.com"', '7')],
])('%s is a damaged memory', (_what, damaged) => {
  expect(() => readMemory(damaged)).toThrow(DamagedMemory)
})

test('a damaged memory says which field is damaged', () => {
  expect(() => readMemory(text.replace('"kind":"rekeyed"', '"kind":"swapped"'))).toThrow(
    'kind: none of rolled-back, reissued, rekeyed, renewed',
  )
})

test('a newer major version is not ours to read', () => {
  expect(() => readMemory(text.replace('"1.0"', '"2.0"'))).toThrow(NewerSchema)
  expect(() => readMemory('{"schema_version": "17.3"}')).toThrow('schema_version 17.3')
})

test('a newer minor version may know more keys and more rules', () => {
  const newer = text
    .replace('"1.0"', '"1.7"')
    .replace('"id":', '"mood": "fine", "id":')
    .replace('"troubles": [', '"troubles": [{"rule":"certificate/haunted","since":"2026-11-22T12:00:00Z"},')
    .replace('"rules":[', '"rules":[{"rule":"certificate/haunted","severity":"error"},')

  expect(readMemory(newer)).toEqual(memory)
})

test('a memory from before there were messages and issues is read as one that nobody has heard of', () => {
  const { told: _told, issue: _issue, ...older } = JSON.parse(text) as Record<string, unknown>

  expect(readMemory(JSON.stringify(older))).toEqual(quiet)
  expect(memorySchema.safeParse(older).error).toBeUndefined()
})

test('the published schema is the one that we print', () => {
  const published = readFileSync(new URL('../../schemas/history.json', import.meta.url), 'utf8')

  expect(JSON.parse(published)).toEqual(historySchema())
})

test('damage of any kind gives the named error and no other, and the reader takes nothing the schema refuses', () => {
  const place = fc.nat(text.length - 1)
  const graft = fc.oneof(fc.json(), fc.string(), fc.constantFrom('', '"', '{', ']', '-1', 'null', '1e999'))
  fc.assert(
    fc.property(place, fc.nat(40), graft, (at, length, put) => {
      const damaged = text.slice(0, at) + put + text.slice(at + length)
      try {
        readMemory(damaged)
        expect(memorySchema.safeParse(JSON.parse(damaged)).error).toBeUndefined()
      } catch (thrown) {
        expect(thrown instanceof DamagedMemory || thrown instanceof NewerSchema, String(thrown)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('any JSON in the place of any value is read or refused by name', () => {
  const keys = [
    'id',
    'settled',
    'last_answer',
    'certificates',
    'rotations',
    'states',
    'troubles',
    'told',
    'issue',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      const damaged = JSON.stringify({ ...JSON.parse(text), [key]: value })
      try {
        readMemory(damaged)
        expect(memorySchema.safeParse(JSON.parse(damaged)).error).toBeUndefined()
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(DamagedMemory)
      }
    }),
  )
})

test.each([
  ['example.com:443', 'example.com_443.json'],
  ['a_b.example.com:8443', 'a_b.example.com_8443.json'],
  ['192.0.2.1:443', '192.0.2.1_443.json'],
])('%s is remembered in %s', (id, expected) => {
  expect(memoryFileName(id)).toBe(expected)
})

test.each([
  ['[2001:db8::1]:443', /^2001-db8-1-443-[0-9a-f]{8}\.json$/],
  ['mail.example.com:25+smtp', /^mail\.example\.com-25-smtp-[0-9a-f]{8}\.json$/],
  [
    'example.com:443/other.example@192.0.2.1',
    /^example\.com-443-other\.example-192\.0\.2\.1-[0-9a-f]{8}\.json$/,
  ],
  ['file:certs/../../etc/passwd', /^file-certs-etc-passwd-[0-9a-f]{8}\.json$/],
  ['con.example.com:443', /^host-con\.example\.com-443-[0-9a-f]{8}\.json$/],
  ['file:..', /^file-[0-9a-f]{8}\.json$/],
  ['', /^-?[0-9a-f]{8}\.json$/],
  [`${'a.'.repeat(120)}example:443`, /^(a\.)+-?[0-9a-f]{8}\.json$|^[a.]+-[0-9a-f]{8}\.json$/],
])('what is unusual about %j gives way, and a digest tells it apart', (id, form) => {
  expect(memoryFileName(id)).toMatch(form)
})

test('ids that differ in any way, case included, have files that differ, case aside', () => {
  const ids = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'A', 'b', ':', '_', '-', '.', '/', '4'), maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('a', '_', ':', '4', '.') }).map((host) => `${host}:443`),
  )
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      const [first, second] = [one, other].map(memoryFileName)

      expect(first).toMatch(/^[a-z0-9-][a-z0-9._-]*\.json$/)
      expect(first?.length).toBeLessThanOrEqual(200)
      expect(first === second).toBe(one === other)
    }),
    { numRuns: 2000 },
  )
})
