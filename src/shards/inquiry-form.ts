import type { CaaCheck, CaaSet, DaneEvidence, TlsaRecord } from '../model/dns-evidence.ts'
import type { LogEntryFound, LoggedEvidence } from '../model/logged.ts'
import type { RenewalAdvice } from '../model/renewal.ts'
import { count, fields, flag, type Form, list, orNull, text } from './form.ts'
import { answer, instant } from './words.ts'

export const renewal: Form<RenewalAdvice> = fields({
  window: fields({ start: instant, end: instant }),
  explanationUrl: orNull(text),
})

const logEntry: Form<LogEntryFound> = fields({
  id: count,
  issuerName: text,
  issuer: text,
  serial: text,
  names: list(text),
  notBefore: instant,
  notAfter: instant,
})

export const logged: Form<LoggedEvidence> = fields({
  own: list(logEntry),
  others: list(logEntry),
  otherNames: list(text),
  searchedAt: instant,
})

const caaSet: Form<CaaSet> = fields({
  at: orNull(text),
  records: list(fields({ critical: flag, tag: text, value: text })),
})

export const caaCheck: Form<CaaCheck> = fields({ name: text, answer: answer(caaSet) })

const tlsaRecord: Form<TlsaRecord> = fields({
  usage: count,
  selector: count,
  matching: count,
  data: text,
  matches: orNull(flag),
})

export const dane: Form<DaneEvidence> = fields({ name: text, records: list(tlsaRecord), proven: flag })
