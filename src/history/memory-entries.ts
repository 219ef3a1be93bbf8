import { type Rotation, rotationKinds } from '../model/change.ts'
import { severities, type Status } from '../model/finding.ts'
import { shownLetters } from '../model/grade.ts'
import type {
  Heard,
  LastAnswer,
  LastScan,
  MissedChange,
  RememberedCertificate,
  RememberedIssue,
  StatePeriod,
  Told,
  ToldRule,
  Trouble,
} from '../model/history.ts'
import { historyLimits } from '../model/limits.ts'
import { tlsVersions } from '../model/observation.ts'
import { type RuleId, ruleIds } from '../model/rule-id.ts'
import {
  DamagedMemory,
  formed,
  list,
  oneOf,
  record,
  runTime,
  sha256,
  spkiSha256,
  textOf,
  time,
} from './memory-fields.ts'
import { forms } from './memory-form.ts'

export function certificate(value: unknown): RememberedCertificate {
  const found = record(value, 'certificates')
  return {
    sha256: sha256(found['sha256'], 'certificates: sha256'),
    spkiSha256: spkiSha256(found['spki_sha256'], 'spki_sha256'),
    keyType: textOf(found['key_type'], 'key_type'),
    key: textOf(found['key'], 'key'),
    subject: textOf(found['subject'], 'subject'),
    issuer: textOf(found['issuer'], 'issuer'),
    issuerOrganisation: textOf(found['issuer_organisation'], 'issuer_organisation'),
    serial: textOf(found['serial'], 'serial'),
    notBefore: found['not_before'] === null ? null : time(found['not_before'], 'not_before'),
    notAfter: found['not_after'] === null ? null : time(found['not_after'], 'not_after'),
    names: list(found['names'], 'names', name, historyLimits.names),
    firstSeen: runTime(found['first_seen'], 'first_seen'),
    lastSeen: runTime(found['last_seen'], 'last_seen'),
  }
}

export function rotation(value: unknown): Rotation {
  const found = record(value, 'rotations')
  const days = found['days_before_expiry']
  if (days !== null && (typeof days !== 'number' || !Number.isFinite(days)))
    throw new DamagedMemory('days_before_expiry: no number')
  return {
    kind: oneOf(rotationKinds, found['kind'], 'kind'),
    at: runTime(found['at'], 'at'),
    previous: sha256(found['previous'], 'previous'),
    current: sha256(found['current'], 'current'),
    daysBeforeExpiry: days,
  }
}

const statuses: readonly Status[] = ['success', 'warning', 'error']

export function state(value: unknown): StatePeriod {
  const found = record(value, 'states')
  return {
    status: oneOf(statuses, found['status'], 'status'),
    from: runTime(found['from'], 'from'),
    to: runTime(found['to'], 'to'),
    message: textOf(found['message'], 'message'),
  }
}

/** `null` for a rule that a newer minor version knows and this one does not. */
export function trouble(value: unknown): Trouble | null {
  const found = record(value, 'troubles')
  const named = textOf(found['rule'], 'rule')
  const since = runTime(found['since'], 'since')
  const rule = rules.get(named)
  return rule === undefined ? null : { rule, since }
}

const rules: ReadonlyMap<string, RuleId> = new Map(ruleIds.map((id) => [id, id]))

export function lastAnswer(value: unknown): LastAnswer {
  const found = record(value, 'last_answer')
  return {
    protocol: found['protocol'] === null ? null : textOf(found['protocol'], 'protocol'),
    suite: found['suite'] === null ? null : textOf(found['suite'], 'suite'),
    chain: list(found['chain'], 'chain', sha256, historyLimits.chain),
  }
}

export function lastScan(value: unknown): LastScan {
  const found = record(value, 'last_scan')
  return {
    versions: list(found['versions'], 'versions', (version) => oneOf(tlsVersions, version, 'versions'), 10),
    suites: list(found['suites'], 'suites', textOf, historyLimits.suites),
    grade: found['grade'] === null ? null : oneOf(shownLetters, found['grade'], 'grade'),
  }
}

/** Rules that a newer minor version knows and this one does not are left out: they are told anew, once known. */
export function told(value: unknown): Told {
  const found = record(value, 'told')
  return {
    channel: textOf(found['channel'], 'channel'),
    status: oneOf(statuses, found['status'], 'status'),
    rules: list(found['rules'], 'rules', toldRule, historyLimits.entries).flatMap((known) => known ?? []),
    at: runTime(found['at'], 'at'),
    since: found['since'] === null ? null : runTime(found['since'], 'since'),
    missed: list(found['missed'], 'missed', missedChange, historyLimits.entries).flatMap(
      (known) => known ?? [],
    ),
  }
}

const issueStates: readonly RememberedIssue['state'][] = ['open', 'closed', 'acknowledged']

export function issue(value: unknown): RememberedIssue {
  const found = record(value, 'issue')
  const number = found['number']
  if (number !== null && !isIssueNumber(number)) throw new DamagedMemory('number: none of an issue')
  return {
    number,
    key: textOf(found['key'], 'key', historyLimits.keyCharacters),
    state: oneOf(issueStates, found['state'], 'state'),
    rules: list(found['rules'], 'rules', toldRule, historyLimits.entries).flatMap((known) => known ?? []),
    missed: list(found['missed'], 'missed', missedChange, historyLimits.entries).flatMap(
      (known) => known ?? [],
    ),
  }
}

function isIssueNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

function toldRule(value: unknown): ToldRule | null {
  const found = record(value, 'rules')
  const rule = rules.get(textOf(found['rule'], 'rule'))
  const severity = oneOf(severities, found['severity'], 'severity')
  return rule === undefined ? null : { rule, severity }
}

function missedChange(value: unknown): MissedChange | null {
  const found = record(value, 'missed')
  const known = toldRule(value)
  const change = {
    message: textOf(found['message'], 'message'),
    fix: textOf(found['fix'], 'fix'),
    reference: formed(found['reference'], 'reference', forms.reference),
    at: runTime(found['at'], 'at'),
  }
  return known === null ? null : { ...known, ...change }
}

export function heard(value: unknown): Heard {
  const found = record(value, 'heard')
  return {
    issuers:
      found['issuers'] === null ? null : list(found['issuers'], 'issuers', issuer, historyLimits.entries),
    windows: list(found['windows'], 'windows', window, historyLimits.entries),
  }
}

function issuer(value: unknown, what: string): string {
  return textOf(value, what)
}

function window(value: unknown): Heard['windows'][number] {
  const found = record(value, 'windows')
  return {
    sha256: sha256(found['sha256'], 'windows: sha256'),
    start: time(found['start'], 'start'),
    end: time(found['end'], 'end'),
  }
}

function name(value: unknown, what: string): string {
  return textOf(value, what, historyLimits.nameCharacters)
}
