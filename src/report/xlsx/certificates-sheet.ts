import { type Certificate, dayMs, lifetimeDays } from '../../model/certificate.ts'
import { matchHostname } from '../../model/hostname-match.ts'
import { shownLimits } from '../../model/limits.ts'
import { memoryWords } from '../../model/memory-words.ts'
import type { Observation, Sighting } from '../../model/observation.ts'
import type { Assessment, Report } from '../../model/report.ts'
import { expectedName } from '../../model/target.ts'
import type { TrustVerdict } from '../../model/trust.ts'
import { validationOf } from '../certificate-json.ts'
import { gradedScan } from '../grades.ts'
import { issuerName, type ServedLeaf, servedLeaves, subjectName } from '../leaf.ts'
import { isDemoted, unchecked } from '../trouble.ts'
import { sentence } from '../words.ts'
import { daysUntil, identityColumns, nameColumns } from './certificate-columns.ts'
import { changed, firstSeen, renewalHabit } from './memory.ts'
import { placeColumns } from './place.ts'
import { type Column, sheet, type Sheet } from './sheet.ts'

/** One distinct leaf of an endpoint, or the endpoint alone where none was seen. */
interface Line {
  readonly assessment: Assessment
  readonly served: ServedLeaf | null
}

const headColumns = 10

/** The inventory: its first ten columns are a contract with those who read it by machine. */
export function certificatesSheet(report: Report): Sheet {
  return sheet({
    name: 'Certificates',
    columns: columns(report.now),
    lines: () => lines(report),
    empty: 'Nothing was checked.',
    printed: headColumns,
    most: shownLimits.certificateRows,
  })
}

function* lines({ assessments, now }: Report): Iterable<Line> {
  for (const assessment of assessments) {
    const leaves = servedLeaves(assessment, now)
    if (leaves.length === 0) yield { assessment, served: null }
    for (const served of leaves) yield { assessment, served }
  }
}

function columns(now: Date): readonly Column<Line>[] {
  const name = ({ certificate }: ServedLeaf): string | null => issuerName(certificate)
  return [
    ...placeColumns<Line>(({ assessment }) => assessment),
    ['Status', 'grading', ({ assessment }) => statusWord(assessment)],
    ['Message', 'prose', ({ assessment }) => sentence(assessment, now)],
    ['Days Until Expiration', 'days', (line) => daysUntil(leaf(line), now)],
    ['Expiration Date', 'instant', (line) => leaf(line)?.notAfter ?? null],
    ['Issuer', 'text', ({ served }) => (served === null ? null : name(served))],
    ['Changed', 'flag', ({ assessment }) => changed(assessment)],
    ['Timestamp', 'instant', ({ assessment }) => assessment.observation.at],
    ...nameColumns(leaf),
    ['Lifetime (Days)', 'whole', (line) => lifetime(leaf(line))],
    ['Alternative Names', 'whole', (line) => leaf(line)?.alternativeNames.length ?? null],
    ['Names', 'text', (line) => names(leaf(line))],
    ['Name Matches', 'flag', nameMatches],
    ['Chain Verified', 'flag', ({ served }) => served?.trust.trusted ?? null],
    ['Trust', 'text', ({ served }) => (served === null ? null : trustWords(served.trust))],
    ['Validation', 'text', (line) => validation(leaf(line))],
    ...connectionColumns,
    ...identityColumns(leaf),
    ['Public Key Pin', 'text', (line) => leaf(line)?.spkiSha256 ?? null],
    ['First Seen', 'instant', (line) => firstSeen(line.assessment, leaf(line))],
    ['History', 'text', ({ assessment }) => memoryWords(assessment)],
    ['Renewal Habit', 'text', ({ assessment }) => renewalHabit(assessment)],
    ['Owner', 'text', ({ assessment }) => assessment.observation.target.owner],
    ['Tags', 'text', ({ assessment }) => assessment.observation.target.tags.join(', ') || null],
    ['Runbook', 'text', ({ assessment }) => assessment.observation.target.runbook],
    ['Endpoint', 'text', ({ assessment }) => assessment.observation.target.id],
  ]
}

const connectionColumns: readonly Column<Line>[] = [
  ['Grade', 'grading', ({ assessment }) => gradedScan(assessment)?.grade.letter ?? null],
  ['TLS Version', 'text', (line) => ordinary(line)?.protocol ?? null],
  ['Cipher Suite', 'text', (line) => ordinary(line)?.suite.openssl ?? ordinary(line)?.suite.name ?? null],
  ['Cipher Bits', 'whole', (line) => ordinary(line)?.suite.bits ?? null],
  ['STARTTLS', 'text', ({ assessment: { observation } }) => starttls(observation)],
  ['Addresses', 'text', (line) => addresses(line).join(', ') || null],
  ['Query Time (Seconds)', 'seconds', ({ assessment }) => assessment.observation.durationMs / 1000],
  ['Check Date', 'day', ({ assessment }) => midnight(assessment.observation.at)],
]

/** A success that nobody has seen, or that only the gate makes one, would be a false all-clear. */
function statusWord(assessment: Assessment): string {
  if (unchecked(assessment)) return 'not checked'
  return isDemoted(assessment) ? 'notice' : assessment.status
}

function leaf({ served }: Line): Certificate | null {
  return served?.certificate ?? null
}

/** What an ordinary client negotiated where this leaf was served, else whoever saw it. */
function ordinary(line: Line): Sighting | null {
  const seen = sightings(line)
  return seen.find(({ asked }) => asked === 'any') ?? seen[0] ?? null
}

function sightings({ assessment: { observation }, served }: Line): readonly Sighting[] {
  if (served === null || !observation.deliveries.known) return []
  const same = observation.deliveries.value.filter(({ leaf }) => leaf.sha256 === served.certificate.sha256)
  return same.flatMap((delivery) => delivery.sightings)
}

/** Where this leaf was served; where none was seen, everywhere that was tried. */
function addresses(line: Line): readonly string[] {
  const where = line.served === null ? line.assessment.observation.addresses : sightings(line)
  return [...new Set(where.flatMap(({ address }) => address ?? []))]
}

function names(certificate: Certificate | null): string | null {
  if (certificate === null) return null
  const all = certificate.alternativeNames.map(({ value }) => value)
  return all.length === 0 ? subjectName(certificate) : all.join(', ')
}

function nameMatches({ assessment: { observation }, served }: Line): boolean | null {
  const host = expectedName(observation.target)
  if (served === null || host === null) return null
  return matchHostname(served.certificate.alternativeNames, host).matches
}

function trustWords(trust: TrustVerdict): string {
  if (!trust.trusted) return trust.obstacle.kind.replaceAll('-', ' ')
  return trust.by === 'pin' ? 'pinned key' : `${trust.path.anchor} root`
}

function validation(certificate: Certificate | null): string | null {
  return certificate === null ? null : (validationOf(certificate.policies)?.toUpperCase() ?? null)
}

function lifetime(certificate: Certificate | null): number | null {
  const days = certificate === null ? null : lifetimeDays(certificate)
  return days === null ? null : Math.round(days)
}

function starttls({ target }: Observation): string | null {
  return target.kind === 'endpoint' ? target.starttls : null
}

function midnight(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / dayMs) * dayMs)
}
