import { readFile } from 'node:fs/promises'

import { beforeAll, describe, expect, test } from 'vitest'

import type { ClientCertificate } from '../../src/model/target.ts'
import { identityOf } from '../../src/observe/identity.ts'
import { mint } from '../../src/terminal/lab/mint.ts'
import { hierarchy, inDays } from '../support/mint.ts'
import { serving, tlsServer } from '../support/servers.ts'
import {
  at,
  deliveriesOf,
  detailOf,
  digests,
  observe,
  onlyDelivery,
  reasonOf,
  trusting,
} from './observing.ts'

const { root, intermediate, leaf } = hierarchy()
const client = mint({ commonName: 'client', notAfter: inDays(60), extendedKeyUsage: [] }, root)
const pair: ClientCertificate = {
  kind: 'pem',
  cert: Buffer.from(client.certificatePem),
  key: Buffer.from(client.keyPem),
  passphrase: null,
}

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../fixtures/wire/${name}`, import.meta.url))
let fixtureCa: string
beforeAll(async () => {
  fixtureCa = (await fixture('chain.pem')).toString()
})

const demanding = (version: 'TLSv1.2' | 'TLSv1.3', ca: string): ReturnType<typeof tlsServer> =>
  tlsServer({
    ...serving([leaf, intermediate]),
    ca,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: version,
    maxVersion: version,
  })

describe('without a client certificate the server’s own is seen all the same', () => {
  test.for([
    ['TLSv1.2', true],
    ['TLSv1.3', null],
  ] as const)('%s', async ([version, clientCertificateDemanded]) => {
    const { port } = await demanding(version, client.certificatePem)

    const observation = await observe(at(port, trusting(root)))
    const { chain, trust, sightings } = onlyDelivery(observation)

    expect(digests(chain)).toEqual(digests([leaf, intermediate]))
    expect(trust.paths).toHaveLength(1)
    expect(sightings).toMatchObject([{ protocol: version, clientCertificateDemanded }])
    expect(observation.addresses).toMatchObject([{ otherLeaf: { known: true, value: null } }])
  })
})

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s: a client certificate is shown', (version) => {
  const accepted = version === 'TLSv1.2' ? false : null

  test('from PEM', async () => {
    const server = await demanding(version, root.certificatePem)

    const { sightings } = onlyDelivery(await observe(at(server.port, { clientCertificate: pair })))

    expect(sightings).toMatchObject([{ clientCertificateDemanded: accepted }])
    expect(server.names).toHaveLength(1)
  })

  test.for([
    ['ec.modern.p12', 'secret'],
    ['rsa.modern.p12', 'secret'],
    ['ec.legacy.p12', 'secret'],
    ['rsa.legacy.p12', 'secret'],
    ['ec.unicode.p12', 'Käse 🔑'],
    ['ec.empty-password.p12', ''],
  ] as const)('from PKCS#12: %s', async ([name, passphrase]) => {
    const server = await demanding(version, fixtureCa)
    const clientCertificate = { kind: 'pkcs12', pfx: await fixture(name), passphrase } as const

    const { sightings } = onlyDelivery(await observe(at(server.port, { clientCertificate })))

    expect(sightings).toMatchObject([{ clientCertificateDemanded: accepted }])
    expect(server.names).toHaveLength(1)
  })

  test('one that the server refuses does not hide its own', async () => {
    const { port } = await demanding(version, leaf.certificatePem)

    const seen = deliveriesOf(await observe(at(port, { clientCertificate: pair })))

    expect(seen.map(({ chain }) => digests(chain))).toEqual([digests([leaf, intermediate])])
  })
})

describe('a key in PEM under a passphrase', () => {
  const encrypted = (type: 'pkcs8' | 'sec1'): Buffer =>
    Buffer.from(
      client.privateKey.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }),
    )

  test.for(['pkcs8', 'sec1'] as const)('%s opens with it', async (type) => {
    const server = await demanding('TLSv1.3', root.certificatePem)
    const clientCertificate: ClientCertificate = { ...pair, key: encrypted(type), passphrase: 'secret' }

    await observe(at(server.port, { clientCertificate }))

    expect(server.names).toHaveLength(1)
  })

  test.for(['pkcs8', 'sec1'] as const)('%s: a wrong passphrase is called one', async (type) => {
    const key = encrypted(type)
    const wrong = [null, '', ...Array.from({ length: 400 }, (_, i) => `wrong ${i}`)]

    // Of 256 wrong passphrases one decrypts to a padding that looks right.
    for (const passphrase of wrong) {
      await expect(identityOf({ ...pair, key, passphrase })).rejects.toMatchObject({ name: 'WrongPassword' })
    }
  })
})

describe('nobody is contacted with a client certificate that cannot be used', () => {
  test.for([
    ['PKCS#12, wrong passphrase', 'wrong-password', async () => p12('wrong')],
    ['PKCS#12, no passphrase', 'wrong-password', async () => p12(null)],
    ['PKCS#12 without a key', 'malformed', async () => p12('secret', 'ca.no-key.p12')],
    ['not a PKCS#12 file at all', 'malformed', async () => p12('secret', 'chain.pem')],
    ['the key of another certificate', 'malformed', async () => ({ ...pair, key: Buffer.from(leaf.keyPem) })],
    ['a key that is none', 'malformed', async () => ({ ...pair, key: Buffer.from('no key') })],
    ['a certificate that is none', 'malformed', async () => ({ ...pair, cert: pair.key })],
    ['a certificate of garbage', 'malformed', async () => ({ ...pair, cert: garbage })],
  ] as const)('%s', async ([, reason, made]) => {
    const server = await tlsServer(serving([leaf]))

    const observation = await observe(at(server.port, { clientCertificate: await made() }))

    expect(reasonOf(observation)).toBe(reason)
    expect(detailOf(observation)).not.toContain('.ts:')
    expect(observation.connections).toBe(0)
    expect(server.connections()).toBe(0)
  })

  const garbage = Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')
  const p12 = async (passphrase: string | null, name = 'ec.modern.p12'): Promise<ClientCertificate> => ({
    kind: 'pkcs12',
    pfx: await fixture(name),
    passphrase,
  })
})
