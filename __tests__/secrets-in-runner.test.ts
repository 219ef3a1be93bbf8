import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { authorities, mailServer, password, username } from './support/mail-server.ts'
import { authority, inDays, leaf, pem } from './support/mint.ts'
import { workspace } from './support/program.ts'
import { receiver, statuses } from './support/receiver.ts'
import { connectProxy } from './support/servers.ts'
import {
  configPath,
  monitoring,
  type Ran,
  textOf,
  watchedRepository,
  watching,
} from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 90_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })
const expired = leaf(root, { notBefore: inDays(-90), notAfter: inDays(-3) })
const client = leaf(root, { commonName: 'client' })
const bundled = leaf(root, { commonName: 'bundled.example' })

const words = {
  phrase: 'key-Phrase-77',
  store: 'st0re-Word-1',
  hmac: 'hmac-k3y-of-ours',
  proxy: 'pr0xy-S&cret',
  mail: password,
  login: username,
}
const keyPem = client.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: words.phrase })
  .toString()

/** The lines of a PEM file that are its content. */
function content(pemText: string): readonly string[] {
  return pemText.split('\n').filter((line) => line.length > 30 && !line.startsWith('-----'))
}

/** As a secret may be found again: as it is, and as the formats of logs, addresses and headers write it. */
function forms(secret: string): readonly string[] {
  const octets = Buffer.from(secret)
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [
    secret,
    inJson,
    encodeURIComponent(secret),
    octets.toString('base64').replace(/=+$/, ''),
    octets.toString('base64url'),
    octets.toString('hex'),
  ]
}

test('with secrets wherever one may stand, none is in log, summary, outputs, cache, artifact, issue or message', async () => {
  const smtp = await mailServer()
  const hooks = await Promise.all([1, 2, 3].map(() => receiver(statuses(200, 200, 400))))
  const beat = await receiver(statuses(200, 404))
  const here = await watchedRepository(expired, [root])
  const proxy = await connectProxy({ credentials: 'monitor:another', to: { port: here.server.port } })
  here.write('.github/store.p12', 'this is no PKCS#12')
  here.write('.github/bundle.pem', `${pem(bundled)}${bundled.keyPem}`)
  const mailCa = join(workspace(), 'mail-ca.pem')
  writeFileSync(mailCa, authorities.join(''))
  const shown =
    ', client_certificate: { cert: "${CLIENT_CERT}", key: "${CLIENT_KEY}", passphrase: "${PHRASE}" }'
  const entries = [watching(shown), '{ file: store.p12, password: "${STORE}" }', '{ file: bundle.pem }']
  const notifications = `notifications:
  heartbeat_url: "\${BEAT}"
  webhook:
    - { url: "\${GENERIC}", secret: "\${HMAC}" }
    - { url: "\${SLACK}", format: slack }
    - { url: "\${TEAMS}", format: teams }
  email: { smtp_server: localhost, smtp_port: ${smtp.port}, use_tls: true, username: "\${LOGIN}", password: "\${MAIL}", from_address: alerts@example.com, to_addresses: [admin@example.com] }
`
  const config = `${monitoring('production', ...entries)}${notifications}`
  const env = (mail: string): string => `CLIENT_CERT<<END
${client.certificatePem}END
CLIENT_KEY<<END
${keyPem}END
PHRASE=${words.phrase}
STORE=${words.store}
HMAC=${words.hmac}
PROXY=${encodeURIComponent(words.proxy)}
LOGIN=${words.login}
MAIL=${mail}
BEAT=${beat.url.href}
GENERIC=${hooks[0]?.url.href}
SLACK=${hooks[1]?.url.href}
TEAMS=${hooks[2]?.url.href}
`
  const run = (mail: string): Promise<Ran> =>
    here.run({
      inputs: { env: env(mail) },
      env: { NODE_EXTRA_CA_CERTS: mailCa, RUNNER_DEBUG: '1' },
    })
  here.write(configPath, config)
  const well = await run(words.mail)
  const sent = hooks.map(({ received }) => received.length)
  here.write(configPath, `${config}network: { proxy: "http://monitor:\${PROXY}@127.0.0.1:${proxy.port}" }\n`)
  const ill = await run('not-the-pa55word')

  // All of them were used.
  expect(sent).toEqual([2, 1, 1])
  expect(smtp.logins[0]).toContain(words.mail)
  expect(beat.received).not.toEqual([])
  expect(proxy.requests.join('')).toContain(Buffer.from(`monitor:${words.proxy}`).toString('base64'))
  expect(ill.report.errors.map(({ reason }) => reason)).toContain('proxy-refused')

  const { issues } = here.services
  const messages = [
    ...hooks.flatMap(({ received }) => received.map(({ body }) => body)),
    ...smtp.received.map(({ raw }) => raw),
  ]
  const left = [textOf(well), textOf(ill), here.everything(), JSON.stringify(issues), ...messages].join('\n')
  expect(issues.issues).not.toEqual([])
  for (const place of [
    well.stdout,
    well.summary,
    here.everything(),
    JSON.stringify(issues),
    ...messages.slice(0, 1),
  ])
    expect(place).toContain('service.example')
  expect(here.everything()).toContain('bundled.example')

  const secrets = [
    ...Object.values(words),
    'not-the-pa55word',
    `monitor:${words.proxy}`,
    beat.url.href,
    ...hooks.map(({ url }) => url.href),
    's3cr3t',
    't0ken',
    ...content(keyPem),
    ...content(bundled.keyPem),
    'stand-in-token',
    'PRIVATE KEY',
  ]
  const found = secrets.flatMap((secret) => forms(secret).filter((form) => left.includes(form)))
  expect(found).toEqual([])
})
