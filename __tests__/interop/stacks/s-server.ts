import type { Pairs } from '../pair.ts'
import { type LabServer, lacking, type Stack } from '../stack.ts'
import { type OpensslConfiguration, readConfiguration } from '../witnesses/openssl-ciphers.ts'

interface OpensslServer extends LabServer {
  readonly pair: keyof Pairs | null
  readonly parameters: readonly string[]
}

const servers: readonly OpensslServer[] = [
  server(
    'DSS certificate',
    'dss',
    { versions: ['TLSv1', 'TLSv1.1', 'TLSv1.2'], ciphers: 'aDSS:@SECLEVEL=0', keys: ['DSS'], dh: true },
    ['-serverpref'],
  ),
  server(
    'all suites of TLS 1.2, CAMELLIA, ARIA and CCM among them',
    'rsa',
    { versions: ['TLSv1.2'], ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0', keys: ['RSA'], dh: true },
    ['-serverpref'],
  ),
  server(
    'keys agreed beforehand, and no certificate',
    null,
    { versions: ['TLSv1.2'], ciphers: 'PSK:!aRSA:@SECLEVEL=0', keys: ['PSK'], dh: true },
    ['-psk', '00112233445566778899aabbccddeeff'],
    {
      unheard: [
        { witness: 'sslscan', of: 'TLSv1.2', because: 'it never offers a suite of keys agreed beforehand' },
      ],
    },
  ),
  server(
    'renegotiation that nothing binds',
    'rsa',
    { versions: ['TLSv1.2'], ciphers: 'DEFAULT', keys: ['RSA'], dh: true },
    ['-client_renegotiation', '-legacy_renegotiation'],
    { vulnerable: ['insecure-renegotiation'] },
  ),
  server(
    'renegotiation for those who can bind it',
    'rsa',
    { versions: ['TLSv1.2'], ciphers: 'DEFAULT', keys: ['RSA'], dh: true },
    ['-client_renegotiation'],
  ),
]

/** `openssl s_server`, a process each: what nginx cannot be configured to. It takes one connection after another. */
export const sServer: Stack = {
  name: 'openssl s_server',
  lack: () => lacking('openssl'),
  servers,
  programs: (site) =>
    servers.map((server) => {
      const { pair, parameters } = server
      const identity =
        pair === null ? ['-nocert'] : ['-cert', site.pairs[pair].certificate, '-key', site.pairs[pair].key]
      const accept = ['-accept', `127.0.0.1:${site.port(server)}`]
      return {
        command: ['openssl', 's_server', '-quiet', '-www', ...accept, ...identity, ...parameters],
        serves: [server],
      }
    }),
}

function server(
  name: string,
  pair: keyof Pairs | null,
  configuration: OpensslConfiguration,
  further: readonly string[],
  expected: Pick<LabServer, 'unheard' | 'vulnerable'> = {},
): OpensslServer {
  const { versions, ciphers } = configuration
  const bounds = ['-min_protocol', versions[0] ?? '', '-max_protocol', versions.at(-1) ?? '']
  return {
    name,
    pair,
    parameters: [...bounds, '-cipher', ciphers, ...further],
    ...expected,
    configured: () => readConfiguration(configuration),
  }
}
