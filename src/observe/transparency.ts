import { type Answer, known, unanswered } from '../model/answer.ts'
import type { Delivery } from '../model/observation.ts'
import {
  type ObservedSct,
  type SctSource,
  type TransparencyEvidence,
  ctPrograms,
} from '../model/transparency.ts'
import { readOcspAnswer } from '../wire/ocsp.ts'
import { type LogEntry, readEmbeddedScts, readSctList, sctVerifies } from '../wire/sct.ts'
import { ask } from './ask.ts'
import type { HeldLogs, LogLists } from './log-lists.ts'

/**
 * The SCTs that came with a leaf on each of the three ways of RFC 6962 §3.3, each checked with its log's key where
 * that is known. `delivered` is what the TLS extension held.
 */
export async function transparencyOf(
  delivery: Delivery,
  delivered: Answer<Uint8Array | null>,
  lists: LogLists,
  at: Date,
): Promise<TransparencyEvidence> {
  const certificate: LogEntry = { kind: 'x509_entry', certificate: delivery.leaf.der }
  const { chrome, apple } = lists
  return {
    scts: {
      embedded: await ask(async () => embedded(delivery, lists)),
      tls: await inList('tls', delivered, certificate, lists),
      ocsp: await inList('ocsp', await stapled(delivery, at), certificate, lists),
    },
    lists: { chrome: madeAt(chrome), apple: madeAt(apple) },
  }
}

function madeAt(list: Answer<HeldLogs>): Answer<Date> {
  return list.known ? known(list.value.madeAt) : list
}

function embedded({ leaf, trust }: Delivery, lists: LogLists): readonly ObservedSct[] {
  const found = readEmbeddedScts(leaf.der)
  if (found === null) return []
  const issuer = trust.paths[0]?.certificates[1]
  if (issuer === undefined) return observed('embedded', found.list, null, lists)
  const issuerKeyHash = Buffer.from(issuer.spkiSha256, 'base64')
  const { tbsCertificate } = found
  return observed('embedded', found.list, { kind: 'precert_entry', issuerKeyHash, tbsCertificate }, lists)
}

/** The list in a staple's answer, once that is proved. */
async function stapled({ leaf, trust, staple }: Delivery, at: Date): Promise<Answer<Uint8Array | null>> {
  if (!staple.known || staple.value === null) return staple
  const response = staple.value
  const issuer = trust.paths[0]?.certificates[1]
  if (issuer === undefined) return unanswered('not-asked', 'the issuer is not at hand')
  const answer = await ask(async () => readOcspAnswer(response, leaf, issuer, at))
  // What proves nothing delivers nothing, as to any client.
  return known(answer.known ? answer.value.scts : null)
}

async function inList(
  source: SctSource,
  list: Answer<Uint8Array | null>,
  entry: LogEntry,
  lists: LogLists,
): Promise<Answer<readonly ObservedSct[]>> {
  if (!list.known) return list
  const octets = list.value
  return octets === null ? known([]) : ask(async () => observed(source, octets, entry, lists))
}

/** Throws `Malformed` for a list that cannot be read. */
function observed(
  source: SctSource,
  list: Uint8Array,
  entry: LogEntry | null,
  lists: LogLists,
): readonly ObservedSct[] {
  return readSctList(list).map((sct) => {
    const logId = Buffer.from(sct.logId).toString('base64')
    const [chrome, apple] = ctPrograms.map((program) => {
      const held = lists[program]
      return held.known ? (held.value.logs.get(logId) ?? null) : null
    })
    const key = chrome?.key ?? apple?.key
    return {
      source,
      logId,
      timestamp: new Date(sct.timestampMs),
      logs: { chrome: chrome?.log ?? null, apple: apple?.log ?? null },
      signed: key === undefined || entry === null ? null : sctVerifies(sct, entry, key),
    }
  })
}
