import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import type { Minted } from '../../src/terminal/lab/mint.ts'

/** A CA's books as `openssl ca` keeps them: the independent source of CRLs and OCSP answers. */
export interface OpensslCa {
  /** A CRL of what the books hold, valid for so many hours. */
  crl(hours?: number, extensions?: string): Buffer
  /** What `openssl ocsp` writes as a request for the certificate. */
  request(certificate: Minted): Buffer
  /** What `openssl ocsp` answers for the certificate, signed by the responder. */
  answer(certificate: Minted, options?: AnswerOptions): Buffer
  /** `openssl ocsp` as a responder on loopback, until the test is over. */
  responder(): Promise<number>
}

export interface AnswerOptions {
  /** Default: the CA itself. */
  readonly responder?: Minted
  /** For how many it holds; `null`: it does not say. Default 3. */
  readonly days?: number | null
  readonly arguments?: readonly string[]
}

export interface Book {
  readonly certificate: Minted
  /** `keyCompromise` … as OpenSSL spells it; absent: valid. */
  readonly revoked?: string
}

/** RFC 3339 without its marks, as index.txt has times. */
const revokedAt = '261120120000Z'

export function opensslCa(ca: Minted, books: readonly Book[]): OpensslCa {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-ca-'))
  const place = (name: string): string => join(folder, name)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(place('ca.pem'), ca.certificatePem)
  writeFileSync(place('ca.key'), ca.keyPem)
  writeFileSync(place('index.txt'), books.map(line).join(''))
  writeFileSync(place('index.txt.attr'), 'unique_subject = no\n')
  writeFileSync(place('crlnumber'), '01\n')
  const run = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder })
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr.toString()}`)
  }
  const written = (name: string): Buffer => readFileSync(place(name))
  const put = (name: string, { certificatePem }: Minted): string => {
    writeFileSync(place(name), certificatePem)
    return name
  }
  return {
    crl(hours = 24, extensions = '') {
      writeFileSync(
        place('ca.cnf'),
        `[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ncrl_extensions=more\n[more]\nauthorityKeyIdentifier=keyid\n${extensions}\n`,
      )
      run(
        'ca',
        '-config',
        'ca.cnf',
        '-gencrl',
        '-cert',
        'ca.pem',
        '-keyfile',
        'ca.key',
        '-crlhours',
        String(hours),
        '-out',
        'crl.pem',
      )
      run('crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der')
      return written('crl.der')
    },
    request(certificate) {
      run(
        'ocsp',
        '-issuer',
        'ca.pem',
        '-cert',
        put('leaf.pem', certificate),
        '-no_nonce',
        '-reqout',
        'req.der',
      )
      return written('req.der')
    },
    answer(certificate, { responder = ca, days = 3, arguments: more = [] } = {}) {
      this.request(certificate)
      writeFileSync(place('signer.key'), responder.keyPem)
      const signer = ['-rsigner', put('signer.pem', responder), '-rkey', 'signer.key']
      const validity = days === null ? [] : ['-ndays', String(days)]
      run(
        'ocsp',
        '-index',
        'index.txt',
        '-CA',
        'ca.pem',
        ...signer,
        '-reqin',
        'req.der',
        '-respout',
        'resp.der',
        ...validity,
        ...more,
      )
      return written('resp.der')
    },
    async responder() {
      const signer = ['-rsigner', 'ca.pem', '-rkey', 'ca.key', '-ndays', '3']
      const args = ['ocsp', '-index', 'index.txt', '-CA', 'ca.pem', ...signer, '-port', '0']
      const child = spawn('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
      onTestFinished(() => void child.kill('SIGKILL'))
      return new Promise<number>((resolve, reject) => {
        let said = ''
        const heard = (more: Buffer): void => {
          said += more.toString()
          const port = /^ACCEPT \S*:(\d+) /mu.exec(said)?.[1]
          if (port !== undefined) resolve(Number(port))
        }
        child.stdout.on('data', heard)
        child.stderr.on('data', heard)
        child.once('exit', (code) => reject(new Error(`openssl ocsp ended with ${code}: ${said}`)))
      })
    },
  }
}

/** Status, expiry, revocation, serial number, file, subject: as `openssl ca` writes its index.txt. */
function line({ certificate, revoked }: Book): string {
  const serial = serialOf(certificate.der)
  const state =
    revoked === undefined ? ['V', '290101000000Z', ''] : ['R', '290101000000Z', `${revokedAt},${revoked}`]
  return `${[...state, serial, 'unknown', '/CN=any'].join('\t')}\n`
}

/** In upper-case hex of whole octets, without a leading 00. */
function serialOf(der: Uint8Array): string {
  const { stdout } = spawnSync('openssl', ['x509', '-inform', 'DER', '-noout', '-serial'], { input: der })
  return stdout.toString().trim().slice('serial='.length)
}
