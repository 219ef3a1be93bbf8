import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import type { TlsVersion } from '../../../src/model/observation.ts'
import { type Said, suiteLabel, type Testimony, testimony } from '../testimony.ts'
import { elements, type XmlElement, xml } from './xml.ts'

const run = promisify(execFile)
// With a plus, because nmap takes a port for one of TLS only where TLS 1.x answers, and SSLv2 alone would be missed
const scripts = '+ssl-enum-ciphers,+sslv2'

/** What nmap's scripts find at that port of loopback. It enumerates suites, not groups. */
export async function askNmap(port: number, name: string): Promise<Testimony> {
  const { stdout } = await run(
    'nmap',
    [
      '-Pn',
      '-n',
      '-sT',
      '--script',
      scripts,
      '--script-args',
      `tls.servername=${name}`,
      '-oX',
      '-',
      '-p',
      String(port),
      '127.0.0.1',
    ],
    { maxBuffer: 16 * 1024 * 1024, timeout: 120_000 },
  )
  return readNmap(stdout)
}

/** Reads nmap's XML (its DTD: xmloutputversion 1.05) of the scripts ssl-enum-ciphers and sslv2. */
export function readNmap(text: string): Testimony {
  const document = xml(text)
  const version = elements(document, 'nmaprun')[0]?.attributes['version'] ?? '?'
  const script = (id: string): XmlElement | undefined =>
    elements(document, 'script').find(({ attributes }) => attributes['id'] === id)
  const offers = tables(script('ssl-enum-ciphers')).flatMap(offerOf)
  const ssl2 = tables(script('sslv2')).find(({ attributes }) => attributes['key'] === 'ciphers')
  const sslv2: readonly Offered[] =
    ssl2 === undefined
      ? []
      : [{ version: 'SSLv2', suites: items(ssl2).map(sslv2Label), preference: undefined }]
  const all = [...offers, ...sslv2]
  const offered = (version: TlsVersion): boolean => all.some((offer) => offer.version === version)
  return testimony(`nmap ${version}`, {
    versions: Object.fromEntries(tlsVersionsOfNmap.map((version) => [version, offered(version)])),
    suites: Object.fromEntries(
      all.map(({ version, suites, preference }) => [
        version,
        preference === true ? suites : suites.toSorted(),
      ]),
    ),
    preference: preferences(all),
  })
}

interface Offered {
  readonly version: TlsVersion
  readonly suites: readonly string[]
  /** `undefined` where nmap could not tell. */
  readonly preference: boolean | undefined
}

const tlsVersionsOfNmap = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const

function offerOf(table: XmlElement): readonly Offered[] {
  const key = table.attributes['key'] === 'TLSv1.0' ? 'TLSv1' : table.attributes['key']
  const version = tlsVersionsOfNmap.find((one) => one === key)
  if (version === undefined) return []
  const ciphers = table.children.find(({ attributes }) => attributes['key'] === 'ciphers')
  const suites = tables(ciphers).map((cipher) => suiteLabel(ianaName(field(cipher, 'name'))))
  const preference = { server: true, client: false }[field(table, 'cipher preference')]
  return [{ version, suites, preference }]
}

function preferences(offers: readonly Offered[]): Said<boolean> {
  return Object.fromEntries(
    offers.flatMap(({ version, preference }) => (preference === undefined ? [] : [[version, preference]])),
  )
}

/** nmap writes the key exchange of TLS 1.3 as a kind of its own. */
function ianaName(name: string): string {
  return name.replace(/^TLS_AKE_WITH_/, 'TLS_')
}

function sslv2Label(name: string): string {
  const id = sslv2Ids[name]
  if (id === undefined) throw new TypeError(`nmap names an SSLv2 suite that we do not know: ${name}`)
  return suiteLabel(id)
}

/** nmap's names of the draft's CIPHER-KINDs (draft-hickman-netscape-ssl-00). */
const sslv2Ids: Readonly<Record<string, number>> = {
  SSL2_RC4_128_WITH_MD5: 0x010080,
  SSL2_RC4_128_EXPORT40_WITH_MD5: 0x020080,
  SSL2_RC2_128_CBC_WITH_MD5: 0x030080,
  SSL2_RC2_128_CBC_EXPORT40_WITH_MD5: 0x040080,
  SSL2_IDEA_128_CBC_WITH_MD5: 0x050080,
  SSL2_DES_64_CBC_WITH_MD5: 0x060040,
  SSL2_DES_192_EDE3_CBC_WITH_MD5: 0x0700c0,
}

function tables(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter(({ name }) => name === 'table') ?? []
}

function items(table: XmlElement): readonly string[] {
  return table.children.filter(({ name }) => name === 'elem').map(({ text }) => text)
}

function field(table: XmlElement, key: string): string {
  return table.children.find(({ attributes }) => attributes['key'] === key)?.text ?? ''
}
