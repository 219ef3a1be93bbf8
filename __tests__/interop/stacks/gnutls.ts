import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { TlsVersion } from '../../../src/model/observation.ts'
import type { Pairs } from '../pair.ts'
import { type LabServer, lacking, type Stack } from '../stack.ts'
import { suiteLabel, type Testimony, testimony } from '../testimony.ts'

const run = promisify(execFile)

interface GnutlsServer extends LabServer {
  readonly pairs: readonly (keyof Pairs)[]
  readonly priority: string
  readonly parameters: readonly string[]
}

const servers: readonly GnutlsServer[] = [
  server('what it serves without being told', ['rsa', 'ecdsa'], 'NORMAL'),
  server('RC4 and 3DES', ['rsa'], 'NORMAL:+3DES-CBC:+ARCFOUR-128:+MD5:+SHA1:+SIGN-RSA-SHA1:%COMPAT'),
  server('the order of the server', ['rsa', 'ecdsa'], 'NORMAL:%SERVER_PRECEDENCE'),
  server('heartbeats, as they should be', ['rsa'], 'NORMAL:-VERS-TLS1.3', ['--heartbeat']),
]

/**
 * GnuTLS, the third stack that shares no code with the others. Its server listens on every address, so each gets a
 * network of its own with nothing but a loopback in it, and a bridge through a Unix socket to a port of ours.
 */
export const gnutls: Stack = {
  name: 'gnutls-serv',
  lack: () =>
    lacking('gnutls-serv') ??
    (spawnSync('unshare', confined('true')).status === 0
      ? undefined
      : 'gnutls-serv listens on every address, and networks of its own (unshare --net) are not to be had here'),
  servers,
  programs: (site) =>
    servers.map((server, index) => {
      const inside = [
        '--port',
        '443',
        '--quiet',
        '--http',
        '--disable-client-cert',
        '--priority',
        server.priority,
      ]
      const identity = server.pairs.flatMap((kind) => {
        const { certificate, key } = site.pairs[kind]
        return ['--x509certfile', certificate, '--x509keyfile', key]
      })
      const command = ['gnutls-serv', ...inside, ...identity, ...server.parameters]
      const bridge = join(import.meta.dirname, 'bridge.ts')
      const there = confined(
        'sh',
        '-c',
        'ip link set lo up && "$@"',
        'sh',
        process.execPath,
        bridge,
        'inside',
        `bridge-${index}`,
        ...command,
      )
      return {
        command: [
          process.execPath,
          bridge,
          'outside',
          `bridge-${index}`,
          String(site.port(server)),
          'unshare',
          ...there,
        ],
        serves: [server],
      }
    }),
}

function confined(...command: readonly string[]): readonly string[] {
  return ['--map-root-user', '--net', ...command]
}

function server(
  name: string,
  pairs: GnutlsServer['pairs'],
  priority: string,
  parameters: readonly string[] = [],
): GnutlsServer {
  return { name, pairs, priority, parameters, configured: () => readPriority(priority, pairs) }
}

const versions = { 'TLS1.0': 'TLSv1', 'TLS1.1': 'TLSv1.1', 'TLS1.2': 'TLSv1.2', 'TLS1.3': 'TLSv1.3' } as const
const groups: Readonly<Record<string, string>> = {
  SECP256R1: '0x0017',
  SECP384R1: '0x0018',
  SECP521R1: '0x0019',
  X25519: '0x001d',
  X448: '0x001e',
  FFDHE2048: '0x0100',
  FFDHE3072: '0x0101',
  FFDHE4096: '0x0102',
  FFDHE6144: '0x0103',
  FFDHE8192: '0x0104',
}

/** What GnuTLS itself makes of the priority string: each suite with its number and the first version that has it. */
async function readPriority(priority: string, pairs: GnutlsServer['pairs']): Promise<Testimony> {
  const { stdout } = await run('gnutls-cli', ['--list', '--priority', priority])
  const protocols = /^Protocols: (.*)$/m.exec(stdout)?.[1]?.split(', ') ?? []
  const allowed = Object.entries(versions)
    .filter(([name]) => protocols.includes(`VERS-${name}`))
    .map(([, version]) => version)
  const rows = [...stdout.matchAll(/^(\S+)\s+0x(..), 0x(..)\s+(\S+)$/gm)].filter(
    ([, name = '']) => pairs.includes('ecdsa') || !name.includes('ECDSA'),
  )
  const suites = (version: TlsVersion): readonly string[] =>
    rows
      .filter(([, , , , since = '']) => eligible(versions[since as keyof typeof versions], version))
      .map(([, , high, low]) => suiteLabel(Number(`0x${high}${low}`)))
      .sort()
  const said = /^Groups: (.*)$/m.exec(stdout)?.[1] ?? ''
  const listed = said
    .split(', ')
    .map((name) => groups[name.replace('GROUP-', '')] ?? name)
    .sort()
  const all: readonly TlsVersion[] = ['SSLv2', 'SSLv3', ...Object.values(versions)]
  return testimony('its configuration', {
    versions: Object.fromEntries(all.map((version) => [version, allowed.some((one) => one === version)])),
    suites: Object.fromEntries(allowed.map((version) => [version, suites(version)])),
    groups: Object.fromEntries(allowed.map((version) => [version, listed])),
  })
}

/** Suites of TLS 1.3 exist there alone, and the others nowhere there. */
function eligible(since: TlsVersion, version: TlsVersion): boolean {
  if (since === 'TLSv1.3' || version === 'TLSv1.3') return since === version
  return since <= version
}
