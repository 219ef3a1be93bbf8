import { expect, test } from 'vitest'

import type { WatchlistEntry } from '../../src/config/watchlist.ts'
import { certificateA, certificateB, encryptedKeyA, keyA, keyB } from './pem.ts'
import { complaints, read } from './workspace.ts'

async function entry(
  settings: string,
  files: Readonly<Record<string, string>> = {},
): Promise<WatchlistEntry | undefined> {
  return (await read(`domains:\n  - ${settings}\n`, {}, files)).entries[0]
}

async function complaintsAbout(
  settings: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  return (await complaints(read(`domains:\n  - ${settings}\n`, {}, files))).map((line) =>
    line.replace('certificates.yml:', ''),
  )
}

test('a host alone becomes a target with every default', async () => {
  expect((await entry('Example.COM.'))?.target).toMatchObject({
    kind: 'endpoint',
    id: 'example.com:443',
    name: 'example.com:443',
    host: 'example.com',
    port: 443,
    source: { line: 2, column: 5 },
    starttls: null,
    servername: null,
    connectTo: null,
    addresses: 'first',
    ipVersion: 'any',
    timeoutMs: 10_000,
    retries: 2,
    clientCertificate: null,
    scan: 'tls',
    probes: false,
    tags: [],
    owner: null,
    runbook: null,
    trust: { anchors: [], public: true },
  })
})

test.each([
  ['"[2001:DB8:0::1]:8443"', '[2001:db8::1]:8443'],
  ['2001:db8::1', '[2001:db8::1]:443'],
  ['192.0.2.1:8443', '192.0.2.1:8443'],
  ['https://shop.example.com:8443/path?x=1', 'shop.example.com:8443'],
  ['https://shop.example.com', 'shop.example.com:443'],
  ['münchen.example', 'xn--mnchen-3ya.example:443'],
  ['{ domain: mail.example, starttls: smtp }', 'mail.example:25+smtp'],
  ['{ domain: db.example, port: 5433, starttls: postgres }', 'db.example:5433+postgres'],
  [
    '{ domain: a.example, servername: b.example, connect_to: 192.0.2.7 }',
    'a.example:443/b.example@192.0.2.7',
  ],
])('%s is the endpoint %s', async (settings, id) => {
  expect((await entry(settings))?.target.id).toBe(id)
})

test.each([
  [
    '"*.example.com"',
    '2:5 "*.example.com" is not a host. A pattern cannot be connected to: write a host that serves the certificate.',
  ],
  [
    'example.com/path',
    '2:5 "example.com/path" is not a host. Leave the path out, or write https:// before it.',
  ],
  ['me@example.com', '2:5 "me@example.com" is not a host. Leave the user name out: write host or host:port.'],
  [
    'example.com:99999',
    '2:5 "example.com:99999" has no port from 1 to 65535 after the colon. Write host:port, as in example.com:8443.',
  ],
  [
    'smtp://mail.example',
    '2:5 "smtp://mail.example" begins with "smtp://". Write the host alone, and "starttls" or "port" beside it.',
  ],
  [
    '256.1.1.1',
    '2:5 "256.1.1.1" is not a host. Write example.com, example.com:8443, [2001:db8::1]:443 or https://example.com:8443/path.',
  ],
  ['{ hostname: a.example }', '2:7 "hostname" is not a setting of a domain. Write "domain".'],
  ['17', '2:5 Entry 1 of "domains" is 17. Write a host, or settings that begin with "domain:" or "file:".'],
  [
    '{ tags: [shop] }',
    '2:5 This entry names neither a domain nor a file. Write "domain:" and a host, or "file:" and a path.',
  ],
  [
    '{ domain: a.example, connect_to: b.example }',
    '2:38 "connect_to" is "b.example". Write an IPv4 or IPv6 address, as in 192.0.2.10.',
  ],
  [
    '{ domain: "https://a.example", starttls: imap }',
    '2:36 "starttls" contradicts https:// in "domain". Write the host alone as "domain".',
  ],
  [
    '{ domain: 192.0.2.1, ip_version: 6 }',
    '2:26 "ip_version" 6 contradicts the address 192.0.2.1. Leave it out.',
  ],
  [
    '{ domain: a.example, password: "${P:-}" }',
    '2:26 "password" opens a file, and this entry has none. Leave it out, or write "file:".',
  ],
  ['{ domain: a.example, port: "443" }', '2:32 "port" is "443". Write a whole number from 1 to 65535.'],
  ['{ domain: a.example, port: }', '2:26 "port" has no value. Write a whole number from 1 to 65535.'],
  [
    '{ domain: a.example, warning_days: soon }',
    '2:40 "warning_days" is "soon". Write a number of days from 0 to 36500, or auto.',
  ],
  ['{ domain: a.example, tags: shop }', '2:32 "tags" is "shop". Write a list, as in [public, shop].'],
  [
    '{ domain: a.example, runbook: "javascript:x" }',
    '2:35 "runbook" is "javascript:x". Write an address that begins with https:// or http://.',
  ],
  [
    '{ domain: a.example, owner: "a\\e[2Jb" }',
    '2:33 "owner" is "a\\u001b[2Jb". Write a name, as in "@org/web-team" of one line.',
  ],
  [
    '{ domain: a.example, expect: { spki_sha256: [abc] } }',
    '2:50 Entry 1 of "spki_sha256" is "abc". Write the base64 of a SHA-256 digest: 44 characters, the last one "=".',
  ],
  [
    '{ domain: a.example, client_certificate: { passphrase: 7 } }',
    '2:60 "passphrase" is a number that does not fit. Write a text, as in ${PASSPHRASE}.',
  ],
  [
    '{ domain: a.example, trust: { public: false } }',
    '2:35 "public: false" leaves nobody to trust. Write "ca_files" beside it, or pins under "expect".',
  ],
])('%s is refused', async (settings, complaint) => {
  const found = await complaintsAbout(settings)

  expect(found).toContain(complaint)
})

test('a threshold contradicts across defaults and domain, at the key the domain wrote', async () => {
  const config =
    'defaults: { warning_days: 20 }\ndomains: [{ domain: a.example, critical_days: 25 }, b.example]\n'

  expect(await complaints(read(config))).toEqual([
    expect.stringContaining(':2:47 "critical_days" 25 is above "warning_days" 20.'),
  ])
})

test('an address keeps its own version under defaults that prefer the other', async () => {
  const { entries } = await read('defaults: { ip_version: 6 }\ndomains: [192.0.2.1, a.example]\n')

  expect(entries.map(({ target }) => target.kind === 'endpoint' && target.ipVersion)).toEqual(['any', 6])
})

test('a certificate file is watched by its path, and told apart from a served certificate', async () => {
  const target = (await entry('{ file: certs/saml.p12, password: "${P:-open}", domain: saml.example }'))
    ?.target

  expect(target).toMatchObject({
    kind: 'file',
    id: 'file:certs/saml.p12',
    name: 'certs/saml.p12',
    password: 'open',
    domain: 'saml.example',
  })
  expect(target?.kind === 'file' && target.content).toMatchObject({
    kind: 'path',
    path: expect.stringMatching(/^\/.*\/certs\/saml\.p12$/),
  })
  expect(await complaintsAbout('{ file: a.pem, port: 443, domain: "a.example:1" }')).toEqual([
    '2:20 "port" says nothing about a file. Leave it out.',
    '2:31 Beside "file", "domain" is a name alone. Write "a.example".',
  ])
})

test('a value that begins with base64: or -----BEGIN is the content itself', async () => {
  const target = (await entry('{ file: "base64:aGVsbG8=" }'))?.target

  expect(target).toMatchObject({ id: 'file:inline-2cf24dba5fb0a30e', content: { kind: 'bytes' } })
  expect(
    target?.kind === 'file' &&
      target.content.kind === 'bytes' &&
      Buffer.from(target.content.bytes).toString(),
  ).toBe('hello')
  expect(
    (await entry(`{ domain: a.example, trust: { ca_files: [${JSON.stringify(certificateA)}] } }`))?.target
      .trust.anchors,
  ).toHaveLength(1)
  expect(await complaintsAbout('{ file: "base64:?" }')).toHaveLength(1)
})

test('a bundle of anchors is split, and what cannot be read in it is named', async () => {
  const trusting = '{ domain: a.example, trust: { ca_files: [ca.pem] } }'
  const broken = `${certificateA}-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n`

  expect(
    (await entry(trusting, { 'ca.pem': certificateA + certificateB }))?.target.trust.anchors,
  ).toHaveLength(2)
  expect(await complaintsAbout(trusting, { 'ca.pem': broken })).toEqual([
    '2:46 "ca.pem" holds a certificate that cannot be read, number 2 of 2. Write the path of a file with PEM or DER certificates.',
  ])
  expect(await complaintsAbout(trusting, { 'ca.pem': keyA })).toEqual([
    expect.stringContaining('"ca.pem" holds no certificate.'),
  ])
  expect(await complaintsAbout(trusting)).toEqual([expect.stringContaining('"ca.pem" does not exist.')])
})

test('a client certificate is a pair that opens and belongs together', async () => {
  const pair = '{ domain: a.example, client_certificate: { cert: a.pem, key: a.key, passphrase: "${P:-}" } }'
  const opened = (
    await read(
      `domains: [${pair}]\n`,
      { environment: { P: 'sesame' } },
      { 'a.pem': certificateA, 'a.key': encryptedKeyA },
    )
  ).entries[0]

  expect(opened?.target).toMatchObject({ clientCertificate: { kind: 'pem', passphrase: 'sesame' } })
  expect(await complaintsAbout(pair, { 'a.pem': certificateA, 'a.key': encryptedKeyA })).toEqual([
    expect.stringContaining(
      '"key" holds no private key that opens. Write the path of a PEM file, and "passphrase" if it is encrypted.',
    ),
  ])
  expect(await complaintsAbout(pair, { 'a.pem': certificateA, 'a.key': keyB })).toEqual([
    expect.stringContaining('"key" is not the key of "cert".'),
  ])
  expect((await entry(pair, { 'a.pem': certificateB, 'a.key': keyB }))?.target).toMatchObject({
    clientCertificate: { passphrase: null },
  })
})

test.each([
  ['{ cert: a.pem }', '"cert" has no "key". Write the file of its key as "key".'],
  ['{ key: a.key }', '"key" has no "cert". Write the file of its certificate as "cert".'],
  [
    '{ pfx: a.p12, cert: a.pem, key: a.key }',
    '"pfx" stands beside "cert" or "key". Keep the PKCS#12 file, or the pair of PEM files.',
  ],
  ['{ }', '"client_certificate" names no certificate. Write "cert" and "key", or "pfx".'],
  ['{ cert: "${A:-}", key: b.key }', 'Only one of "cert" and "key" has a value. Give both or none.'],
  [
    '{ pfx: "${NOWHERE}" }',
    '"NOWHERE" is unset or empty. Set it in the environment, the input "env" or the file of --secrets, or write ${NOWHERE:-text}.',
  ],
])('the client certificate %s is refused', async (settings, complaint) => {
  const found = await complaintsAbout(`{ domain: a.example, client_certificate: ${settings} }`)

  expect(found).toEqual([expect.stringContaining(complaint)])
})

test('a literal secret is a warning with its place, and never repeated', async () => {
  const config = `domains: [{ file: a.p12, password: hunter2 }]
notifications:
  email: { smtp_server: mail.example, from_address: a@b.example, to_addresses: [c@d.example], username: u, password: hunter3 }
  webhook: [{ url: "\${U}", secret: hunter4 }, { url: "\${U}", secret: "\${S}" }]
`
  const { warnings } = await read(config)

  expect(warnings.map(({ place }) => [place?.line, place?.column])).toEqual([
    [1, 36],
    [3, 118],
    [4, 36],
  ])
  expect(JSON.stringify(warnings)).not.toContain('hunter')
})
