import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import type { Dns } from '../../src/net/dns.ts'
import { freePort } from './child.ts'

const run = promisify(execFile)
const programs = ['/usr/sbin/nsd', '/usr/sbin/unbound', '/usr/bin/ldns-keygen', '/usr/bin/ldns-signzone']

/** Why no zones can be served here; `undefined` when they can. */
export function lackOfDns(): string | undefined {
  try {
    for (const program of programs) accessSync(program, constants.X_OK)
    return undefined
  } catch {
    return 'unbound, nsd and ldns are not installed here: run scripts/interop/install.sh'
  }
}

/** A zone and its records, without SOA and NS. */
export interface Zone {
  readonly name: string
  readonly records: string
  /** `broken`: signed, and the trust anchor is that of another key. */
  readonly kind: 'signed' | 'unsigned' | 'broken'
}

export interface ServedZones {
  /** Of unbound, which validates. */
  readonly port: number
  readonly stop: () => Promise<void>
}

/** Serves zones with NSD, and resolves them with Unbound, which trusts their keys and nothing else. */
export async function serveZones(zones: readonly Zone[], ready: (port: number) => Dns): Promise<ServedZones> {
  const folder = await mkdtemp(join(tmpdir(), 'zones-'))
  const [authority, resolver] = [await freePort(), await freePort()]
  const anchors = await Promise.all(zones.map((zone) => writeZone(zone, folder)))
  await writeFile(join(folder, 'nsd.conf'), nsdConf(zones, folder, authority))
  await writeFile(join(folder, 'unbound.conf'), unboundConf(zones, anchors, folder, authority, resolver))
  const children = [
    spawn('/usr/sbin/nsd', ['-d', '-c', join(folder, 'nsd.conf')], { stdio: 'ignore' }),
    spawn('/usr/sbin/unbound', ['-d', '-c', join(folder, 'unbound.conf')], { stdio: 'ignore' }),
  ]
  const stop = async (): Promise<void> => {
    for (const child of children) await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await answering(ready(resolver), zones[0]?.name ?? '')
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return { port: resolver, stop }
}

/** The zone file, signed where it is to be; gives the trust anchor. */
async function writeZone({ name, records, kind }: Zone, folder: string): Promise<string | null> {
  const own = join(folder, name)
  await mkdir(own)
  const soa = `@ SOA ns.${name}. host.${name}. 1 3600 600 86400 60\n@ NS ns.${name}.\nns A 127.0.0.1\n`
  await writeFile(join(own, 'zone'), `$ORIGIN ${name}.\n$TTL 60\n${soa}${records}\n`)
  if (kind === 'unsigned') return null
  const key = await newKey(name, own)
  await run('/usr/bin/ldns-signzone', ['-f', 'served', 'zone', key], { cwd: own })
  const trusted = kind === 'broken' ? await newKey(name, own) : key
  return join(own, `${trusted}.ds`)
}

async function newKey(name: string, cwd: string): Promise<string> {
  const before = await readdir(cwd)
  await run('/usr/bin/ldns-keygen', ['-a', 'ECDSAP256SHA256', '-k', name], { cwd })
  const made = (await readdir(cwd)).find((file) => file.endsWith('.key') && !before.includes(file))
  if (made === undefined) throw new Error('ldns-keygen made no key')
  return made.slice(0, -'.key'.length)
}

function nsdConf(zones: readonly Zone[], folder: string, port: number): string {
  const each = zones.map(({ name, kind }) => {
    const file = join(folder, name, kind === 'unsigned' ? 'zone' : 'served')
    return `zone:\n  name: ${name}\n  zonefile: ${file}\n`
  })
  return `server:
  ip-address: 127.0.0.1@${port}
  username: ""
  chroot: ""
  zonesdir: "${folder}"
  pidfile: "${folder}/nsd.pid"
  zonelistfile: "${folder}/zone.list"
  xfrdfile: "${folder}/xfrd.state"
  xfrdir: "${folder}"
  database: ""
  server-count: 1
remote-control:
  control-enable: no
${each.join('')}`
}

function unboundConf(
  zones: readonly Zone[],
  anchors: readonly (string | null)[],
  folder: string,
  authority: number,
  port: number,
): string {
  const trusted = anchors.flatMap((file) => (file === null ? [] : [`  trust-anchor-file: "${file}"\n`]))
  const stubs = zones.map(({ name }) => `stub-zone:\n  name: ${name}\n  stub-addr: 127.0.0.1@${authority}\n`)
  return `server:
  interface: 127.0.0.1
  port: ${port}
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  use-syslog: no
  do-daemonize: no
  do-not-query-localhost: no
  module-config: "validator iterator"
  local-zone: "test." nodefault
${trusted.join('')}remote-control:
  control-enable: no
${stubs.join('')}`
}

async function answering(dns: Dns, name: string): Promise<void> {
  const until = Date.now() + 20_000
  for (;;) {
    try {
      await dns(name, 'CAA')
      return
    } catch (thrown) {
      if (Date.now() > until) throw new Error('the resolver does not answer', { cause: thrown })
      await pause(100)
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exited
}
