import { expect, test } from 'vitest'

import { known } from '../../src/model/answer.ts'
import { daysUntil } from '../../src/report/xlsx/certificate-columns.ts'
import { certificate, dns, fingerprint, now } from '../support/certificate.ts'
import { fileTarget, observation, target } from '../support/observation.ts'
import { assessment, chainFor, dozen, endpoint, report } from '../support/report.ts'
import { rowOf, serial, sheetOf } from '../support/workbook.ts'

test('the sheet Certificates begins with the ten columns that are read by machine', async () => {
  const { cells } = await sheetOf('Certificates', report())
  expect('ABCDEFGHIJ'.split('').map((letter) => cells.get(`${letter}1`)?.text)).toEqual([
    'Domain',
    'Port',
    'Name',
    'Status',
    'Message',
    'Days Until Expiration',
    'Expiration Date',
    'Issuer',
    'Changed',
    'Timestamp',
  ])
})

test.each([
  [24 * 60 * 60 * 1000 + 1, 1],
  [-24 * 60 * 60 * 1000 - 1, -1],
  [-1, -0.1],
  [0, 0],
])('days are cut towards zero, and what is over has a minus (%d ms)', (ms, days) => {
  expect(daysUntil(certificate({ notAfter: new Date(now.getTime() + ms) }), now)).toBe(days)
})

test('an inventory tells who issued, to whom, for how long, and over which connection', async () => {
  const row = rowOf(await sheetOf('Certificates', report({ assessments: [endpoint('example.com')] })), 2)
  const told = Object.entries(row).map(([title, { text }]) => `${title}: ${text}`)
  expect(told).toEqual([
    'Domain: example.com',
    'Port: 443',
    'Name: example.com',
    'Status: success',
    'Message: Valid for 68 more days, until 2027-01-29',
    'Days Until Expiration: 68.4',
    `Expiration Date: ${serial(new Date('2027-01-29T23:59:59Z'))}`,
    'Issuer: E7',
    `Timestamp: ${serial(now)}`,
    'Issuer Name: E7',
    'Issuer Organisation: Example Trust',
    'Subject Name: example.com',
    `Valid From: ${serial(new Date('2026-11-01T00:00:00Z'))}`,
    `Valid Until: ${serial(new Date('2027-01-29T23:59:59Z'))}`,
    'Lifetime (Days): 90',
    'Alternative Names: 1',
    'Names: example.com',
    'Name Matches: 1',
    'Chain Verified: 1',
    'Trust: public root',
    'Validation: DV',
    'TLS Version: TLSv1.3',
    'Cipher Suite: TLS_AES_128_GCM_SHA256',
    'Cipher Bits: 128',
    'Addresses: 192.0.2.1',
    'Query Time (Seconds): 0.042',
    `Check Date: ${serial(new Date('2026-11-22T00:00:00Z'))}`,
    'Key: EC P-256',
    'Signature Algorithm: ecdsa-with-SHA256',
    expect.stringMatching(/^Serial Number: 00(:[0-9A-F]{2}){15}$/u),
    `SHA-256 Fingerprint: ${fingerprint('example.com')}`,
    expect.stringMatching(/^Public Key Pin: .{44}$/u),
    `First Seen: ${serial(now)}`,
    'History: first seen',
    'Endpoint: example.com:443',
  ])
})

test('dates and numbers are numbers with a format, truths are truths, and text is text', async () => {
  const row = rowOf(await sheetOf('Certificates', report()), 2)
  expect(row).toMatchObject({
    Domain: { type: 'str', numFmt: '49' }, // built in: @
    Port: { type: null, numFmt: '1' }, // built in: 0
    'Days Until Expiration': { type: null, numFmt: '0.0' },
    'Expiration Date': { type: null, numFmt: 'yyyy-mm-dd hh:mm' },
    'Check Date': { type: null, numFmt: 'yyyy-mm-dd' },
    'Chain Verified': { type: 'b' },
    'Query Time (Seconds)': { type: null, numFmt: '0.000' },
  })
})

test('days left are rounded down: what is left is never overstated', async () => {
  const days = async (end: string): Promise<string | undefined> => {
    const deliveries = [chainFor('example.com', { notAfter: new Date(end) })]
    const sheet = await sheetOf(
      'Certificates',
      report({ assessments: [endpoint('example.com', { deliveries })] }),
    )
    return rowOf(sheet, 2)['Days Until Expiration']?.text
  }
  expect(await days('2026-11-22T13:00:00Z')).toBe('0')
  expect(await days('2026-11-22T11:59:59Z')).toBe('-0.1')
  expect(await days('2026-12-22T11:00:00Z')).toBe('29.9')
})

test('each distinct leaf of an endpoint has a row, and the endpoint that showed none has one, too', async () => {
  const sheet = await sheetOf('Certificates', dozen())
  const domains = [...sheet.cells].filter(([address]) => /^A\d+$/u.test(address)).map(([, { text }]) => text)
  expect(domains.filter((domain) => domain === 'two.example.com')).toHaveLength(2)
  expect(domains).toHaveLength(1 + 13)
  const row = rowOf(sheet, 1 + domains.indexOf('silent.example.com'))
  expect(row['Status']?.text).toBe('error')
  expect(row).not.toHaveProperty('Chain Verified')
  expect(row).not.toHaveProperty('Days Until Expiration')
})

test('a file stands there by its path, without a port', async () => {
  const target = fileTarget({ path: 'certs/saml.pem', owner: '@org/web', tags: ['saml', 'shop'] })
  const seen = observation({
    target,
    addresses: [],
    deliveries: known([chainFor('saml', {}, { sightings: [] })]),
  })
  const row = rowOf(
    await sheetOf('Certificates', report({ assessments: [assessment({ observation: seen })] })),
    2,
  )
  expect(row).toMatchObject({
    Domain: { text: 'certs/saml.pem' },
    Owner: { text: '@org/web' },
    Tags: { text: 'saml, shop' },
  })
  expect(row).not.toHaveProperty('Port')
  expect(row).not.toHaveProperty('TLS Version')
  expect(row).not.toHaveProperty('Name Matches')
})

test('a date that the format cannot hold is text', async () => {
  const notBefore = new Date('1899-12-31T00:00:00Z')
  const about = report({
    assessments: [endpoint('a.example', { deliveries: [chainFor('a.example', { notBefore })] })],
  })
  expect(rowOf(await sheetOf('Certificates', about), 2)['Valid From']).toMatchObject({
    type: 'str',
    text: '1899-12-31T00:00:00.000Z',
  })
})

test('the names of all alternative names stand there, for a search', async () => {
  const alternativeNames = dns('a.example', 'b.example')
  const deliveries = [chainFor('a.example', { alternativeNames })]
  const about = report({ assessments: [endpoint('a.example', { deliveries })] })
  expect(rowOf(await sheetOf('Certificates', about), 2)).toMatchObject({
    'Alternative Names': { text: '2' },
    Names: { text: 'a.example, b.example' },
  })
})

test('a host that was asked by name elsewhere keeps its endpoint id', async () => {
  const seen = observation({ target: target({ starttls: 'smtp', port: 25 }) })
  const row = rowOf(
    await sheetOf('Certificates', report({ assessments: [assessment({ observation: seen })] })),
    2,
  )
  expect(row).toMatchObject({ Endpoint: { text: 'example.com:25+smtp' }, STARTTLS: { text: 'smtp' } })
})
