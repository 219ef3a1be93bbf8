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

/** Mints a self-signed certificate for host.example that lives two days. */
export async function mintPair(): Promise<Pair> {
  const directory = await mkdtemp(join(tmpdir(), 'starttls-pair-'))
  const [certificate, key] = [join(directory, 'cert.pem'), join(directory, 'key.pem')]
  const subject = ['-subj', '/CN=host.example', '-addext', 'subjectAltName=DNS:host.example', '-days', '2']
  const output = ['-keyout', key, '-out', certificate]
  await promisify(execFile)('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    ...subject,
    ...output,
  ])
  const { fingerprint256 } = new X509Certificate(await readFile(certificate))
  const discard = (): Promise<void> => rm(directory, { recursive: true, force: true })
  return { certificate, key, fingerprint: fingerprint256, discard }
}
