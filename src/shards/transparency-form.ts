import {
  ctPrograms,
  type CtLog,
  logStates,
  type ObservedSct,
  type TransparencyEvidence,
} from '../model/transparency.ts'
import { fields, flag, type Form, list, oneOf, orNull, record, shared, text } from './form.ts'
import { answer, instant } from './words.ts'

const log: Form<CtLog> = fields({
  id: text,
  name: text,
  operator: text,
  previousOperators: list(fields({ name: text, until: instant })),
  state: orNull(fields({ kind: oneOf(...logStates), since: instant })),
  kind: oneOf('rfc6962', 'static-ct'),
})

const ways = ['embedded', 'tls', 'ocsp'] as const

const sct: Form<ObservedSct> = fields({
  source: oneOf(...ways),
  logId: text,
  timestamp: instant,
  logs: record(ctPrograms, orNull(shared(log))),
  signed: orNull(flag),
})

export const transparency: Form<TransparencyEvidence> = fields({
  scts: record(ways, answer(list(sct))),
  lists: record(ctPrograms, answer(instant)),
})
