import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import type { TlsVersion } from '../../../src/model/observation.ts'
import { suiteLabel, type Testimony, testimony } from '../testimony.ts'

const run = promisify(execFile)

/** The configuration of a server that is built upon the distribution's OpenSSL. */
export interface OpensslConfiguration {
  readonly versions: readonly (keyof typeof versionFlags)[]
  /** As `ssl_ciphers` has it; `openssl ciphers` says what it stands for. */
  readonly ciphers: string
  /** The kinds of key it has certificates for. */
  readonly keys: readonly ('RSA' | 'ECDSA' | 'DSS' | 'PSK')[]
  /** Whether it has parameters for ephemeral Diffie-Hellman. */
  readonly dh: boolean
  /** Numbers in hex, sorted; `undefined`: whatever its OpenSSL has. */
  readonly groups?: readonly string[]
}

const versionFlags = {
  TLSv1: '-tls1',
  'TLSv1.1': '-tls1_1',
  'TLSv1.2': '-tls1_2',
  'TLSv1.3': '-tls1_3',
} as const

/** What the distribution's OpenSSL makes of the configuration, version by version. */
export async function readConfiguration(configuration: OpensslConfiguration): Promise<Testimony> {
  const suites: Partial<Record<TlsVersion, readonly string[]>> = {}
  for (const version of configuration.versions)
    suites[version] = (await ciphersOf(version, configuration)).map(suiteLabel).sort()
  const all: readonly TlsVersion[] = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
  const allowed: readonly TlsVersion[] = configuration.versions
  const { groups } = configuration
  return testimony('its configuration', {
    versions: Object.fromEntries(all.map((version) => [version, allowed.includes(version)])),
    suites,
    groups: groups === undefined ? {} : Object.fromEntries(allowed.map((version) => [version, groups])),
  })
}

async function ciphersOf(
  version: keyof typeof versionFlags,
  { ciphers, keys, dh }: OpensslConfiguration,
): Promise<readonly number[]> {
  const psk = keys.includes('PSK') ? ['-psk'] : []
  const { stdout } = await run('openssl', ['ciphers', '-V', '-s', versionFlags[version], ...psk, ciphers])
  const authentications: readonly string[] = [...keys, 'None', 'any']
  return stdout.split('\n').flatMap((line) => {
    const [, high, low, exchange = '', authentication = ''] =
      /^\s*0x(..),0x(..) - .* Kx=(\S+)\s+Au=(\S+)/.exec(line) ?? []
    const servable = authentications.includes(authentication) && (dh || !exchange.startsWith('DH'))
    return high === undefined || low === undefined || !servable ? [] : [Number(`0x${high}${low}`)]
  })
}
