import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A throw-away certificate and its key, as PEM files. */
export interface Pair {
  readonly certificate: string
  readonly key: string
  /** SHA-256, as node:crypto writes it. */
  readonly fingerprint: string
  readonly discard: () => Promise<void>
}

/** Mints a self-signed certificate for host.example that lives two days; `newKey` as `openssl req` takes it. */
export async function mintPair(newKey: readonly string[] = ['rsa:2048']): Promise<Pair> {
  const directory = await mkdtemp(join(tmpdir(), 'interop-pair-'))
  const [certificate, key] = [join(directory, 'cert.pem'), join(directory, 'key.pem')]
  const subject = ['-subj', '/CN=host.example', '-addext', 'subjectAltName=DNS:host.example', '-days', '2']
  const output = ['-keyout', key, '-out', certificate]
  const request = ['req', '-x509', '-nodes', '-newkey', ...newKey, ...subject, ...output]
  await promisify(execFile)('openssl', request)
  const { fingerprint256 } = new X509Certificate(await readFile(certificate))
  const discard = (): Promise<void> => rm(directory, { recursive: true, force: true })
  return { certificate, key, fingerprint: fingerprint256, discard }
}

/** One for each kind of certificate that the lab of TLS stacks serves. */
export type Pairs = Readonly<Record<'rsa' | 'ecdsa' | 'p384' | 'rsa512' | 'dss', Pair>>

export async function mintPairs(): Promise<{ readonly pairs: Pairs; readonly discard: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'interop-dss-'))
  const dss = join(directory, 'parameters.pem')
  const parameters = ['-algorithm', 'DSA', '-pkeyopt', 'dsa_paramgen_bits:1024', '-out', dss]
  await promisify(execFile)('openssl', ['genpkey', '-genparam', ...parameters])
  const pairs = {
    rsa: await mintPair(),
    ecdsa: await mintPair(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']),
    p384: await mintPair(['ec', '-pkeyopt', 'ec_paramgen_curve:P-384']),
    rsa512: await mintPair(['rsa:512']),
    dss: await mintPair([`dsa:${dss}`]),
  }
  const discard = async (): Promise<void> => {
    await rm(directory, { recursive: true })
    for (const pair of Object.values(pairs)) await pair.discard()
  }
  return { pairs, discard }
}
