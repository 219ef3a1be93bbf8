import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import type { TlsVersion } from '../../../src/model/observation.ts'
import { groupLabels, suiteLabel, type Testimony, testimony } from '../testimony.ts'
import { elements, type XmlElement, xml } from './xml.ts'

const run = promisify(execFile)

/** What sslscan finds at that port of loopback. It enumerates suites from TLS 1.0 on, groups from TLS 1.2 on. */
export async function askSslscan(port: number, name: string): Promise<Testimony> {
  const parameters = [
    '--timeout=20', // Java warms up slowly, and a busy machine is slow, too
    `--sni-name=${name}`,
    '--no-heartbleed',
    '--no-renegotiation',
    '--no-check-certificate',
  ]
  const { stdout } = await run('sslscan', [...parameters, '--xml=-', `127.0.0.1:${port}`], {
    maxBuffer: 16 * 1024 * 1024,
    timeout: 120_000,
  })
  return readSslscan(stdout.slice(stdout.indexOf('<?xml')))
}

/** Reads sslscan's XML: `protocol`, `cipher` and `group`. */
export function readSslscan(text: string): Testimony {
  const document = xml(text)
  const version = elements(document, 'document')[0]?.attributes['version'] ?? '?'
  const protocols = elements(document, 'protocol')
  const enumerated = protocols
    .filter(enabled)
    .map(versionOf)
    .filter((one) => !one.startsWith('SSL'))
  const ids = (kind: 'cipher' | 'group', of: TlsVersion): readonly number[] =>
    elements(document, kind)
      .filter(({ attributes }) => named(attributes['sslversion'] ?? '') === of)
      .map(({ attributes }) => Number(attributes['id']))
  const withGroups = enumerated.filter((one) => one === 'TLSv1.2' || one === 'TLSv1.3')
  return testimony(`sslscan ${version}`, {
    versions: Object.fromEntries(protocols.map((protocol) => [versionOf(protocol), enabled(protocol)])),
    suites: Object.fromEntries(enumerated.map((one) => [one, ids('cipher', one).map(suiteLabel).sort()])),
    groups: Object.fromEntries(withGroups.map((one) => [one, groupLabels(ids('group', one))])),
    // 2.0.7 is older than the post-quantum groups, and before TLS 1.3 it asks for curves only
    knowsGroup: (id, version) => id <= (version === 'TLSv1.3' ? 0x0104 : 0x00ff),
  })
}

function enabled({ attributes }: XmlElement): boolean {
  return attributes['enabled'] === '1'
}

function versionOf({ attributes }: XmlElement): TlsVersion {
  const { type = '', version = '' } = attributes
  return named(`${type.toUpperCase()}v${version}`)
}

/** sslscan writes TLS 1.0 with its zero. */
function named(version: string): TlsVersion {
  return (version === 'TLSv1.0' ? 'TLSv1' : version) as TlsVersion
}
