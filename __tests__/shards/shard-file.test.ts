import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Answer, known, reasons, unanswered } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import { shardLimits } from '../../src/model/limits.ts'
import type { Delivery, Observation, Obstacle, Sighting } from '../../src/model/observation.ts'
import type { RevocationStatus, Staple } from '../../src/model/revocation.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { logStates } from '../../src/model/transparency.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { observationsSchema } from '../../src/shards/observations-schema.ts'
import { readShard, type ShardFile } from '../../src/shards/read-shard.ts'
import { cipherSuite } from '../../src/wire/cipher-suite.ts'
import { fingerprint } from '../support/certificate.ts'
import {
  addressAnswer,
  delivery,
  hostname,
  ip,
  observation,
  sighting,
  target,
} from '../support/observation.ts'
import { compressed, linesOf, realCertificates, shardHeader } from '../support/shards.ts'
import { offer, tlsScan } from '../support/tls-scan.ts'

const real = realCertificates()

function read(
  lines: readonly string[] | Uint8Array,
  limits: Partial<Record<keyof typeof shardLimits, number>> = {},
): Promise<ShardFile> {
  return readShard(compressed(lines), certificates(), { ...shardLimits, ...limits })
}

/** What reading says is wrong. */
async function fault(
  lines: readonly string[] | Uint8Array,
  limits: Partial<Record<keyof typeof shardLimits, number>> = {},
): Promise<string> {
  return read(lines, limits).then(
    () => 'nothing',
    (thrown: unknown) =>
      thrown instanceof Error && thrown.name === 'Malformed' ? thrown.message : String(thrown),
  )
}

const certificate = fc.constantFrom(...real)
const silence = fc
  .record({ reason: fc.constantFrom(...reasons), detail: fc.string() })
  .map(({ reason, detail }) => unanswered(reason, detail))

function answer<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Answer<T>> {
  return fc.oneof(value.map(known), silence)
}

const address = fc.constantFrom(ip('192.0.2.1'), ip('2001:db8::1'), null)
const digest = certificate.map(({ sha256 }) => sha256)

const sightings: fc.Arbitrary<Sighting> = fc
  .record({
    address,
    asked: fc.constantFrom('any' as const, 'rsa' as const, 'ecdsa' as const),
    protocol: fc.constantFrom('TLSv1' as const, 'TLSv1.3' as const),
    suite: fc.nat(0xffff).map((id) => cipherSuite(id)),
    clientCertificateDemanded: fc.constantFrom(true, false, null),
  })
  .map((differs) => sighting(differs))

const obstacle: fc.Arbitrary<Obstacle> = fc.oneof(
  fc.constant({ kind: 'self-signed' as const }),
  fc.record({ kind: fc.constant('unknown-root' as const), root: fc.string() }),
  fc.record({
    kind: fc.constant('issuer-missing' as const),
    issuer: fc.string(),
    named: fc.oneof(
      fc.constant(null),
      fc.record({
        kind: fc.constant('aia' as const),
        url: fc.webUrl(),
        proved: fc.array(certificate, { maxLength: 1 }),
      }),
      fc.record({ kind: fc.constant('run' as const), target: fc.string(), sha256: digest }),
    ),
  }),
  fc.record({ kind: fc.constant('invalid' as const), detail: fc.string() }),
)

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

const log = fc.record({
  id: fc.string(),
  name: fc.string(),
  operator: fc.string(),
  previousOperators: fc.array(fc.record({ name: fc.string(), until: day }), { maxLength: 1 }),
  state: fc.option(fc.record({ kind: fc.constantFrom(...logStates), since: day })),
  kind: fc.constantFrom('rfc6962' as const, 'static-ct' as const),
})

const scts = answer(
  fc.array(
    fc.record({
      source: fc.constantFrom('embedded' as const, 'tls' as const),
      logId: fc.string(),
      timestamp: fc.oneof(day, fc.constant(new Date(Number.NaN))),
      logs: fc.record({ chrome: fc.option(log), apple: fc.option(log) }),
      signed: fc.constantFrom(true, false, null),
    }),
    { maxLength: 2 },
  ),
)

const transparency: fc.Arbitrary<Delivery['transparency']> = fc.record({
  scts: fc.record({ embedded: scts, tls: scts, ocsp: scts }),
  lists: fc.record({ chrome: answer(day), apple: answer(day) }),
})

const word = {
  source: fc.constantFrom('crl' as const, 'ocsp' as const),
  thisUpdate: day,
  nextUpdate: fc.option(day),
}
const status: fc.Arbitrary<RevocationStatus> = fc.oneof(
  fc.record({ status: fc.constant('good' as const), ...word }),
  fc.record({
    status: fc.constant('revoked' as const),
    ...word,
    revokedAt: day,
    reason: fc.option(fc.string()),
  }),
)
const stapled: fc.Arbitrary<Staple> = fc.oneof(
  fc.record({
    sound: fc.constant(true as const),
    says: fc.constantFrom('good' as const, 'unknown' as const),
    nextUpdate: fc.option(day),
  }),
  fc.record({ sound: fc.constant(false as const), fault: fc.string() }),
)
const revocation: fc.Arbitrary<Delivery['revocation']> = fc.record({
  checks: fc.array(fc.record({ certificate, answer: answer(status) }), { maxLength: 2 }),
  staple: answer(fc.option(stapled)),
})

const logEntry = fc.record({
  id: fc.nat(),
  issuerName: fc.string(),
  issuer: fc.string(),
  serial: fc.string(),
  names: fc.array(fc.string(), { maxLength: 2 }),
  notBefore: day,
  notAfter: day,
})
const entries = fc.array(logEntry, { maxLength: 2 })
const caaSet = fc.record({
  at: fc.option(fc.string()),
  records: fc.array(fc.record({ critical: fc.boolean(), tag: fc.string(), value: fc.string() }), {
    maxLength: 2,
  }),
})
const tlsaRecord = fc.record({
  usage: fc.nat(255),
  selector: fc.nat(255),
  matching: fc.nat(255),
  data: fc.string(),
  matches: fc.option(fc.boolean()),
})

/** What others than the server say. */
const inquiries = {
  renewal: answer(
    fc.record({ window: fc.record({ start: day, end: day }), explanationUrl: fc.option(fc.webUrl()) }),
  ),
  logged: answer(
    fc.record({
      own: entries,
      others: entries,
      otherNames: fc.array(fc.string(), { maxLength: 2 }),
      searchedAt: day,
    }),
  ),
  caa: fc.array(fc.record({ name: fc.string(), answer: answer(caaSet) }), { maxLength: 2 }),
  dane: answer(
    fc.record({
      name: fc.string(),
      records: fc.array(tlsaRecord, { maxLength: 2 }),
      proven: fc.boolean(),
    }),
  ),
}

const deliveries: fc.Arbitrary<Delivery> = fc
  .record({
    chain: fc.array(certificate, { minLength: 1, maxLength: 4 }),
    unreadable: fc.array(fc.string(), { maxLength: 2 }),
    sightings: fc.array(sightings, { maxLength: 3 }),
    paths: fc.array(fc.array(certificate, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    obstacle: fc.option(obstacle),
    staple: answer(fc.option(fc.uint8Array({ maxLength: 40 }))),
    transparency,
    revocation,
    ...inquiries,
  })
  .map(({ chain, paths, obstacle: hinders, ...rest }) => {
    const [leaf = real[0] as Certificate] = chain
    const found = paths.map((way) => ({ certificates: way, anchor: 'custom' as const }))
    return delivery({ ...rest, leaf, chain, trust: { paths: found, obstacle: hinders } })
  })

const scans: fc.Arbitrary<TlsScan> = fc
  .record({
    suites: fc.array(fc.nat(0xffff), { maxLength: 5 }),
    cut: fc.option(silence),
    hsts: answer(fc.option(fc.string())),
    staple: answer(fc.option(fc.uint8Array({ maxLength: 40 }))),
    robot: answer(fc.record({ vulnerable: fc.boolean(), evidence: fc.string() })),
    intolerances: fc.array(fc.string(), { maxLength: 2 }),
    alpn: answer(fc.array(fc.string(), { maxLength: 2 })),
  })
  .map(({ suites, cut, staple, robot, ...differs }) => {
    const found = offer('TLSv1.2', suites)
    const { features, probes } = tlsScan()
    return tlsScan({
      ...differs,
      offers: [{ ...found, suites: { ...found.suites, cut } }],
      dh: [{ bits: 1024, prime: 'ff01', known: null, rfc7919: false, exportGrade: true }],
      features: { ...features, staple },
      probes: { ...probes, robot },
      sslv2Elsewhere: ['old.example.com:443'],
    })
  })

const observed: fc.Arbitrary<Observation> = fc
  .record({
    at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    durationMs: fc.double({ min: 0, max: 1e6, noNaN: true }).map((ms) => ms + 0),
    connections: fc.nat(),
    addresses: fc.array(
      fc.record({ address, leaf: answer(digest), otherLeaf: answer(fc.option(digest)) }).map(addressAnswer),
      { maxLength: 3 },
    ),
    deliveries: answer(fc.array(deliveries, { minLength: 1, maxLength: 3 })),
    tls: answer(scans),
  })
  .map((differs) => observation(differs))

/** The observation as a file tells it: the config says what the target is. */
function told({ target: { id }, ...seen }: Observation): object {
  return { id, ...seen }
}

test('whatever was observed is read as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(observed, { maxLength: 4 }), async (observations) => {
      const file = await read(linesOf(observations))

      expect(file.header).toEqual(shardHeader({ observations: observations.length }))
      expect(file.observations).toEqual(observations.map(told))
    }),
    { numRuns: 60 },
  )
})

test('every line is as the published schema says', () => {
  const schema = observationsSchema()
  const validate = new Ajv2020().compile(schema)
  fc.assert(
    fc.property(fc.array(observed, { maxLength: 3 }), (observations) => {
      for (const line of linesOf(observations)) {
        validate(JSON.parse(line))
        expect(validate.errors ?? []).toEqual([])
      }
    }),
    { numRuns: 30 },
  )
  const published = readFileSync(new URL('../../schemas/observations.json', import.meta.url), 'utf8')
  expect(JSON.parse(published)).toEqual(schema)
})

/** A chain of real certificates, twice. */
function twoEndpoints(): readonly Observation[] {
  const [leaf, issuer] = real as [Certificate, Certificate]
  const deliveries = known([delivery({ leaf, chain: [leaf, issuer], trust: { paths: [], obstacle: null } })])
  const other = target({ host: hostname('other.example.com') })
  return [observation({ deliveries }), observation({ deliveries, target: other })]
}

test('a certificate stands in the file once, and is one object to whoever reads it', async () => {
  const lines = linesOf(twoEndpoints())
  const { observations } = await read(lines)
  const leaves = observations.map(({ deliveries }) => deliveries.known && deliveries.value[0]?.leaf)

  expect(lines.map((line) => JSON.parse(line).kind)).toEqual([
    'header',
    'certificate',
    'certificate',
    'observation',
    'observation',
  ])
  expect(leaves[0]).toBe(leaves[1])
})

test('nothing of a target but its id is written: the config holds secrets', () => {
  const secret = target({
    clientCertificate: { kind: 'pkcs12', pfx: Buffer.from('hunter22-pfx'), passphrase: 'hunter22' },
    owner: 'hunter22-owner',
  })

  expect(linesOf([observation({ target: secret })]).join('')).not.toContain('hunter22')
})

test('keys and kinds of line of a newer minor version are left out', async () => {
  const [header = '', ...rest] = linesOf(twoEndpoints())
  const newer = header.replace('"1.0"', '"1.7"').replace('{', '{"colour":"blue",')
  const { observations } = await read([newer, '{"kind":"weather"}\n', ...rest])

  expect(observations).toHaveLength(2)
})

const [headerLine = '', certificateLine = '', , observationLine = ''] = linesOf(twoEndpoints())

test.each([
  ['nothing', [], 'the file is empty'],
  ['no header', [certificateLine], 'line 1: not a file of observations'],
  [
    'another major version',
    [headerLine.replace('"1.0"', '"2.0"')],
    'line 1: schema_version 2.0: this certificate-monitor reads 1.0',
  ],
  ['a version that is none', [headerLine.replace('"1.0"', '"one"')], 'line 1: a schema_version expected'],
  ['half a header', ['{"kind":"header","schema_version":"1.0"}\n'], 'line 1: text expected'],
  ['no JSON', [headerLine, '{\n'], 'line 2: not JSON'],
  ['a line that is no object', [headerLine, '[]\n'], 'line 2: an object expected'],
  ['a certificate that is none', [headerLine, '{"kind":"certificate","der":"MAA="}\n'], /^line 2: /],
  ['base64 that is none', [headerLine, '{"kind":"certificate","der":"!"}\n'], 'line 2: base64 expected'],
  [
    'a certificate that the file does not hold',
    [headerLine, observationLine],
    'line 2: there is no certificate 0',
  ],
  ['fewer observations than promised', [headerLine], '0 observations where 2 were promised'],
  ['a last line without an end', [headerLine.trimEnd()], 'the file ends within a line'],
  [
    'an observation of the wrong shape',
    [headerLine, '{"kind":"observation","id":7}\n'],
    'line 2: text expected',
  ],
])('a file with %s is refused in a sentence', async (_, lines, sentence) => {
  expect(await fault(lines)).toMatch(sentence)
})

test('what is not gzip, or cut short, is refused', async () => {
  const whole = gzipSync(linesOf(twoEndpoints()).join(''))

  expect(await fault(Buffer.from('hello'))).toMatch(/^not gzip, or cut short: /)
  expect(await fault(whole.subarray(0, whole.length - 9))).toMatch(/^not gzip, or cut short: /)
})

test.each([
  ['compressedBytes', 'the file has more than 10 octets'],
  ['plainBytes', 'more than 10 octets come out of it'],
  ['lineBytes', 'a line has more than 10 octets'],
])('%s has a limit', async (limit, sentence) => {
  expect(await fault([randomBytes(9000).toString('hex')], { [limit]: 10 })).toBe(sentence)
})

test('observations and certificates are counted', async () => {
  const lines = linesOf(twoEndpoints())

  expect(await fault(lines, { observations: 1 })).toBe('line 5: more than 1 observations')
  expect(await fault(lines, { certificates: 1 })).toBe('line 3: more than 1 certificates')
})

test('a file that inflates without end is given up', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, '\n'))

  expect(await fault(bomb, { plainBytes: 1_000_000 })).toMatch(/^line 1: not JSON|come out of it/)
})

test('damage anywhere is refused or harmless, and never anything but a sentence', async () => {
  const text = linesOf(twoEndpoints()).join('')
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 1),
      fc.constantFrom('', '0', '"', '}', '\n', 'null', '-1'),
      async (at, put) => {
        const said = await fault([text.slice(0, at) + put + text.slice(at + 1)])

        expect(said).toMatch(/^(nothing|line \d+: .+|\d+ observations where .+|the file .+)$/s)
      },
    ),
    { numRuns: 300 },
  )
})

test('an observation that no reader would take says so, and the others are whole', async () => {
  const endless = unanswered('malformed', 'x'.repeat(shardLimits.lineBytes))
  const { observations } = await read(linesOf([observation({ deliveries: endless }), ...twoEndpoints()]))

  expect(observations[0]?.deliveries).toMatchObject({
    reason: 'malformed',
    detail: `what was seen is longer than ${shardLimits.lineBytes} octets`,
  })
  expect(observations[0]?.addresses).toEqual([])
  expect(observations.slice(1)).toEqual(twoEndpoints().map(told))
})

test('fingerprints keep their form', async () => {
  const odd = addressAnswer({ leaf: known(fingerprint('leaf').toUpperCase() as Certificate['sha256']) })

  expect(
    await fault(linesOf([observation({ addresses: [odd], deliveries: unanswered('closed', '') })])),
  ).toBe('line 2: a SHA-256 expected')
})
