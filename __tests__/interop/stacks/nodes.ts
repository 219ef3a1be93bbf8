import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import type { Pairs } from '../pair.ts'
import { type LabServer, type Site, type Stack } from '../stack.ts'
import { testimony } from '../testimony.ts'

interface NodeServer extends LabServer {
  readonly pair: keyof Pairs
  readonly dhparam?: boolean
  /** For `tls.createServer`. */
  readonly options: Readonly<Record<string, string>>
}

const postQuantum = ['X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024', 'MLKEM768', 'X25519']

/** The Node that runs the tests, with OpenSSL 3.5: the one stack here that knows ML-KEM. */
export const node24: Stack = nodeStack(
  `Node ${process.versions.node}, OpenSSL ${process.versions.openssl}`,
  process.execPath,
  [],
  [
    {
      name: 'post-quantum groups',
      pair: 'rsa',
      options: { ecdhCurve: postQuantum.join(':') },
      configured: () =>
        Promise.resolve(
          testimony('its configuration', {
            groups: { 'TLSv1.3': ['0x001d', '0x0201', '0x11eb', '0x11ec', '0x11ed'] },
          }),
        ),
    },
    {
      name: 'TLS 1.0 to 1.2 at security level 0',
      pair: 'rsa',
      options: { minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' },
    },
    {
      name: 'what it serves without being told',
      pair: 'rsa',
      options: {},
    },
  ],
)

const everything = { ciphers: 'ALL:COMPLEMENTOFALL' }

/** SSLv3, RC4, 3DES, IDEA, SEED, NULL and anonymous suites, with elliptic curves. */
export const node012: Stack = nodeStack(
  'Node 0.12.18, OpenSSL 1.0.1u',
  cached('node-0.12.18/bin/node'),
  ['--enable-ssl3'],
  [
    { name: 'all that it has', pair: 'rsa', options: everything },
    { name: 'RC4 alone', pair: 'rsa', options: { ciphers: 'RC4' } },
  ],
)

/**
 * SSLv2, DES and export suites besides, without elliptic curves. Its OpenSSL is open to CVE-2014-0224, but this Node sends
 * no alerts: what nmap takes for a "no" is none.
 */
export const node010: Stack = nodeStack(
  'Node 0.10.25, OpenSSL 1.0.1e',
  cached('node-0.10.25/bin/node'),
  [],
  [
    { name: 'all that it has', pair: 'rsa', options: everything, undecided: ['ccs-injection'] },
    {
      name: 'a key of 512 bits, so that export suites can be had',
      pair: 'rsa512',
      options: everything,
      undecided: ['ccs-injection'],
    },
    { name: 'SSLv2 alone', pair: 'rsa', options: { ...everything, secureProtocol: 'SSLv2_method' } },
    {
      name: 'SSLv3 alone',
      pair: 'rsa',
      options: { ...everything, secureProtocol: 'SSLv3_method' },
      undecided: ['ccs-injection'],
    },
  ],
)

/** TLS 1.0 as the newest version. */
export const node08: Stack = nodeStack(
  'Node 0.8.28, OpenSSL 1.0.0m',
  cached('node-0.8.28/bin/node'),
  [],
  [{ name: 'all that it has', pair: 'rsa', options: everything }],
)

/** Where scripts/interop/install.sh keeps what it takes from npm. */
function cached(path: string): string {
  const cache = process.env['INTEROP_CACHE'] ?? join(homedir(), '.cache', 'certificate-monitor-interop')
  return join(cache, path)
}

function nodeStack(
  name: string,
  program: string,
  flags: readonly string[],
  servers: readonly NodeServer[],
): Stack {
  return {
    name,
    lack: () => lackOf(name, program),
    servers,
    files: (site) => ({ 'sites.json': JSON.stringify(servers.map((server) => described(server, site))) }),
    programs: () => [
      { command: [program, ...flags, join(import.meta.dirname, 'serve.cjs'), 'sites.json'], serves: servers },
    ],
  }
}

function lackOf(name: string, program: string): string | undefined {
  if (!existsSync(program)) return `${name} is not here: run scripts/interop/install.sh`
  const { status, error } = spawnSync(program, ['-e', '0'])
  return status === 0
    ? undefined
    : `${name} does not run on this machine: ${error?.message ?? `it ends with ${status}`}`
}

function described(server: NodeServer, site: Site): object {
  const { certificate, key } = site.pairs[server.pair]
  return { port: site.port(server), certificate, key, options: server.options }
}
