import type { CipherSuite } from '../model/observation.ts'
import { type Strength, suiteStrength } from '../model/suite-strength.ts'
import { listed } from '../model/text.ts'
import type { Offer } from '../model/tls-scan.ts'
import { visible } from './escape.ts'
import { painted, type Screen, type Tone } from './page.ts'
import { silence } from './trouble.ts'
import { cut, fitted, width } from './width.ts'

/** The suites that one or several versions share, as a section of a page. */
export interface SuiteSection {
  readonly title: string
  readonly lines: readonly string[]
}

/** Every suite a server agrees to, coloured by its strength; versions with the same list are told once. */
export function suiteSections(offers: readonly Offer[], screen: Screen): readonly SuiteSection[] {
  const widths = columnsFor(offers, screen)
  return [...Map.groupBy(offers, alike).values()].map((same) => {
    const versions = listed(same.map(({ version }) => version))
    const [first] = same
    return {
      title: `Cipher suites of ${versions}${first === undefined ? '' : orderWords(first)}`,
      lines: first === undefined ? [] : suiteLines(first, widths, screen),
    }
  })
}

function alike({ version, suites, serverPreference }: Offer): string {
  // Numbers of SSL 2.0 have another meaning.
  const kind = version === 'SSLv2' ? version : 'TLS'
  return [
    kind,
    ...suites.found.map(({ id }) => id),
    suites.cut?.reason,
    JSON.stringify(serverPreference),
  ].join()
}

function orderWords({ suites, serverPreference }: Offer): string {
  if (suites.found.length < 2) return ''
  if (!serverPreference.known) return ', in an order that is not known'
  return serverPreference.value ? ", in the server's order" : ': the client picks'
}

const signs: Readonly<Record<Strength, { readonly sign: string; readonly tone: Tone }>> = {
  secure: { sign: '✓', tone: 'good' },
  weak: { sign: '!', tone: 'warning' },
  insecure: { sign: '✗', tone: 'bad' },
}
const unregistered = { sign: '?', tone: 'warning' } as const

function suiteLines(
  { suites: { found, cut: short } }: Offer,
  widths: Widths,
  screen: Screen,
): readonly string[] {
  const lines = found.map((suite) => suiteLine(suite, widths, screen))
  if (short === null) return lines.length === 0 ? ['  – none'] : lines
  const more = lines.length === 0 ? '  ? not known' : '  … and perhaps more'
  return [...lines, painted(`${more}: ${silence(short.reason)}`, 'warning', screen)]
}

/** Columns of the parts of a line; 0 where there is no room for one. */
interface Widths {
  readonly name: number
  readonly openssl: number
  readonly flaws: number
}

const bitsWidth = 4
const gap = '  '
const margin = 4
/** Fewer columns tell nothing of what is wrong, more are seldom needed. */
const flawColumns = { fewest: 12, enough: 30 }

function columnsFor(offers: readonly Offer[], screen: Screen): Widths {
  const suites = offers.flatMap(({ suites }) => suites.found)
  const widest = (text: (suite: CipherSuite) => string): number =>
    suites.reduce((most, suite) => Math.max(most, width(text(suite))), 0)
  const room = Math.max(20, screen.width - margin)
  const name = Math.min(
    widest(({ name }) => name),
    room - bitsWidth,
  )
  const rest = room - name - bitsWidth - gap.length
  const openssl = widest(opensslName)
  const besides = rest - openssl - gap.length
  const wanted = Math.min(flawColumns.enough, widest(flawWords))
  if (openssl > 0 && besides >= wanted) return { name, openssl, flaws: Math.max(0, besides) }
  return { name, openssl: 0, flaws: rest >= flawColumns.fewest ? rest : 0 }
}

function suiteLine(suite: CipherSuite, { name, openssl, flaws }: Widths, screen: Screen): string {
  const strength = suiteStrength(suite)
  const { sign, tone } = strength === null ? unregistered : signs[strength]
  const bits = fitted(suite.bits === null ? '–' : String(suite.bits), bitsWidth, 'right')
  const other = openssl === 0 ? '' : gap + fitted(opensslName(suite), openssl)
  const wrong = flaws === 0 ? '' : gap + cut(flawWords(suite), flaws)
  const text = `${fitted(visible(suite.name), name)}${bits}${other}${wrong}`
  return `  ${painted(`${sign} ${text.trimEnd()}`, tone, screen)}`
}

/** Where OpenSSL has a name of its own. */
function opensslName({ openssl, name }: CipherSuite): string {
  return openssl === null || openssl === name ? '' : openssl
}

const flaws: readonly (readonly [flag: string, words: string])[] = [
  ['NULL-ENC', 'no encryption'],
  ['ANON', 'anonymous'],
  ['EXPORT', 'export grade'],
  ['RC4', 'RC4'],
  ['RC2', 'RC2'],
  ['DES', 'DES'],
  ['BLOCK64', '64-bit blocks'],
  ['MD5-MAC', 'MD5'],
  ['CBC', 'CBC'],
  ['CCM8', 'short tags'],
  ['PRE-RFC7905-DRAFT', 'withdrawn draft'],
  ['EXPERIMENT-ENDED', 'withdrawn experiment'],
]

/** What is wrong with a suite, the worst first; empty for a good one. */
function flawWords({ bits, flags, forwardSecrecy }: CipherSuite): string {
  if (bits === null && flags.length === 0) return 'not registered'
  const found = flaws.flatMap(([flag, words]) => (flags.includes(flag) ? [words] : []))
  return [...found, ...(forwardSecrecy === false ? ['no forward secrecy'] : [])].join(', ')
}
