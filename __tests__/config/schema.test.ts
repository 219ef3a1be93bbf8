import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { configSchema } from '../../src/config/json-schema.ts'
import { readConfig } from '../../src/config/read-config.ts'
import { readSettings } from '../../src/config/schema.ts'
import { certificateA, keyA } from './pem.ts'
import { request, workspace } from './workspace.ts'

const root = join(import.meta.dirname, '../..')
const examples = readdirSync(join(root, 'examples')).filter((name) => /\.(?:ya?ml|json)$/.test(name))
const configs = examples.filter((name) =>
  /^\s*"?(?:domains)"?:/m.test(readFileSync(join(root, 'examples', name), 'utf8')),
)

test('the committed schema is the one the parser has', () => {
  expect(JSON.parse(readFileSync(join(root, 'schemas/config.json'), 'utf8'))).toEqual(configSchema())
})

test('the examples hold the source document, a minimal and a full config', () => {
  expect(configs).toEqual(expect.arrayContaining(['source.json', 'minimal.yml', 'full.yml']))
})

test.each(configs)('examples/%s is read, and its schema agrees', async (name) => {
  const text = readFileSync(join(root, 'examples', name), 'utf8')
  const folder = workspace({ [name]: text, 'ca.pem': certificateA, 'client.pem': certificateA })
  const files = { CLIENT_P12: 'base64:MIA=', CLIENT_KEY: keyA, SAML_P12_PASSWORD: 'open' }
  const urls = { WEBHOOK_URL: 'https://a.example/x', SLACK_URL: 'https://b.example/y' }
  const environment = { ...files, ...urls, WEBHOOK_SECRET: 'key', SMTP_PASSWORD: 'pass' }
  const resolve = { targets: true, notifications: true }
  const watchlist = await readConfig(request({ path: join(folder, name), environment, resolve }))

  expect(watchlist.entries.length).toBeGreaterThan(0)
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(configSchema())
  validate(parse(text))
  expect(validate.errors).toBeNull()
})

test('the source document runs unmodified but for a warning about its literal password', async () => {
  const resolve = { targets: true, notifications: true }
  const watchlist = await readConfig(request({ path: join(root, 'examples/source.json'), resolve }))

  expect(watchlist.notifications).toMatchObject({
    webhooks: [{ url: new URL('https://hooks.example.com/certificate-alerts'), format: 'generic' }],
    mail: {
      server: {
        host: 'smtp.example.com',
        port: 587,
        encryption: 'starttls',
        credentials: { username: 'alerts@example.com', password: 'your-password' },
        from: 'alerts@example.com',
        to: ['admin@example.com', 'security@example.com'],
      },
    },
  })
  expect(
    watchlist.entries.map(({ target, policy }) => [target.id, target.name, policy.expiry.warningDays]),
  ).toEqual([
    ['example.com:443', 'Main Website', 45],
    ['api.example.com:443', 'API Endpoint', 60],
    ['admin.example.com:8443', 'Admin Portal', 90],
    ['example.org:443', 'example.org:443', 'auto'],
    ['example.net:443', 'example.net:443', 'auto'],
  ])
  expect(watchlist.warnings.map(({ message }) => message)).toEqual([
    '"password" stands in the file for everybody to read.',
  ])
})

test.each([
  ['domains', 100_001, 'example.com', 'a list of at most 100000 hosts'],
  ['waivers', 1001, { rule: 'a', domain: 'a', reason: 'a', until: '2027-03-31' }, 'a list of at most 1000'],
])('%s have a limit', (key, length, entry, wanted) => {
  const messages = (count: number): readonly string[] =>
    readSettings({ [key]: Array.from({ length: count }, () => entry) }).issues.map(({ message }) => message)

  expect(messages(length)).toEqual([wanted])
  expect(messages(length - 1)).toEqual([])
})

test.each([
  ['webhook', 51, { url: 'https://hooks.example/' }, (many: unknown) => ({ webhook: many })],
  [
    'to_addresses',
    101,
    'admin@example.com',
    (many: unknown) => ({ email: { smtp_server: 'a', from_address: 'a@b.example', to_addresses: many } }),
  ],
])('%s has a limit', (_, length, entry, notifications) => {
  const settings = (count: number): unknown => ({
    notifications: notifications(Array.from({ length: count }, () => entry)),
  })

  expect(readSettings(settings(length)).issues).toHaveLength(1)
  expect(readSettings(settings(length - 1)).issues).toEqual([])
})
