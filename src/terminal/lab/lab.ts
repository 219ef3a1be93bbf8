import { DEFAULT_CIPHERS, type TlsOptions } from 'node:tls'

import { authorities, type Authorities, leafMinter, type Recipe } from './authorities.ts'
import { labConfig, type LabFile, type LabServer } from './lab-config.ts'
import { closed, http, listen, type Listening, silence, smtp, tls } from './listen.ts'
import type { Minted } from './mint.ts'
import type { Part, TlsRole } from './part.ts'
import { roster } from './roster.ts'

/** A lab on 127.0.0.1: every kind of good and bad server, each on a port of its own. */
export interface Lab {
  readonly servers: readonly LabServer[]
  readonly file: LabFile
  /** A config that watches all of it; the paths in it begin at the folder it lies in. */
  readonly configYaml: string
  /** The throw-away root. */
  readonly caPem: string
  /** Lets the servers that renew their certificates do so; answers their names. */
  rotate(): readonly string[]
  close(): Promise<void>
}

/** Opens the lab, its certificates dated around the instant. Whatever is open is closed again should one part fail. */
export async function startLab(now: Date): Promise<Lab> {
  const stage = stageAt(now)
  const listening: Listening[] = []
  const servers: LabServer[] = []
  const renewals = new Map<string, () => void>()
  const close = async (): Promise<void> => {
    await Promise.all(listening.map((server) => server.close()))
  }
  try {
    for (const part of roster) {
      const opened = await open(part, stage, (renew) => renewals.set(part.name, renew))
      listening.push(opened)
      servers.push(labServer(part, opened.port))
    }
  } catch (thrown) {
    await close()
    throw thrown
  }
  const file = expiringFile(stage)
  const caPem = stage.issuers.root.certificatePem
  const rotate = (): readonly string[] => {
    for (const renew of renewals.values()) renew()
    return [...renewals.keys()]
  }
  return { servers, file, configYaml: labConfig(servers, file), caPem, rotate, close }
}

/** What the parts share. */
interface Stage {
  readonly issuers: Authorities
  readonly leaf: (recipe: Recipe, domain: string) => Minted
}

function stageAt(now: Date): Stage {
  const issuers = authorities(now)
  return { issuers, leaf: leafMinter(now, issuers) }
}

function labServer(part: Part, port: number): LabServer {
  const { plays, ...told } = part
  const starttls = plays.kind === 'tls' ? (plays.starttls ?? null) : null
  return { ...told, domain: domainOf(part), port, starttls, silent: plays.kind === 'silent' }
}

/** A name that DNS never knows (RFC 6761 §6.5). */
function domainOf({ name }: Part): string {
  return `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.lab.example`
}

async function open(part: Part, stage: Stage, onRotation: (renew: () => void) => void): Promise<Listening> {
  const { plays } = part
  switch (plays.kind) {
    case 'tls': {
      const domain = domainOf(part)
      const { begin, replace } = tls(tlsOptions(plays, domain, stage))
      const { renewal } = plays
      if (renewal !== undefined)
        onRotation(() => replace(tlsOptions({ ...plays, leaves: renewal }, domain, stage)))
      return listen(plays.starttls === 'smtp' ? smtp(domain, begin) : begin)
    }
    case 'silent':
      return listen(silence)
    case 'http':
      return listen(http)
    case 'closed':
      return closed()
  }
}

/** No `ca` in here: OpenSSL would take from it what a chain leaves out. */
function tlsOptions(role: TlsRole, domain: string, { issuers, leaf }: Stage): TlsOptions {
  const { leaves = [{}], sends = ['intermediate'], versions = ['TLSv1.2', 'TLSv1.3'] } = role
  const suites = role.suites ?? (versions[0] < 'TLSv1.2' ? DEFAULT_CIPHERS : soundSuites)
  const minted = leaves.map((recipe) => leaf(recipe, domain))
  const above = sends.map((name) => issuers[name].certificatePem).join('')
  return {
    cert: minted.map(({ certificatePem }) => certificatePem + above),
    key: minted.map(({ keyPem }) => keyPem),
    minVersion: versions[0],
    maxVersion: versions[1],
    // Above level 0 OpenSSL does not serve weak keys, SHA-1 or TLS 1.0.
    ciphers: `${tls13Suites}:${suites}:@SECLEVEL=0`,
    honorCipherOrder: role.clientPicks !== true,
    ...(role.groups === undefined ? {} : { ecdhCurve: role.groups }),
    ...(role.finiteField === true ? { dhparam: 'auto' } : {}),
    requestCert: role.demandsClientCertificate ?? false,
  }
}

const soundSuites = 'ECDHE+AESGCM:ECDHE+CHACHA20'
const tls13Suites = 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256'

function expiringFile({ leaf }: Stage): LabFile {
  return {
    name: 'signing certificate',
    story: 'A file of the repository, with 15 of its 90 days left',
    expect: { 'certificate/expiry': 'warning' },
    path: 'signing.pem',
    pem: leaf({ daysLeft: 15.5 }, 'signing.lab.example').certificatePem,
  }
}
