import { unanswered } from '../model/answer.ts'
import type { Certificate } from '../model/certificate.ts'
import { shardLimits } from '../model/limits.ts'
import type { Observation } from '../model/observation.ts'
import { Malformed } from '../wire/malformed.ts'
import { headerForm, type ShardHeader } from './header.ts'
import { observationForm, type ShardObservation } from './observation-form.ts'

/**
 * The lines of a file of observations (NDJSON): its header, then each observation after the certificates that no
 * earlier one has shown. Nothing of a target but its id is written: the config holds secrets, and this file travels.
 */
export function* shardLines(header: ShardHeader, observations: readonly Observation[]): Generator<string> {
  const numbers = new Map<string, number>()
  const fresh: Certificate[] = []
  const form = observationForm({
    certificate: (number) => {
      throw new Malformed(`certificate ${number}: nothing is read while writing`)
    },
    numberOf(certificate) {
      const known = numbers.get(certificate.sha256)
      if (known !== undefined) return known
      numbers.set(certificate.sha256, numbers.size)
      fresh.push(certificate)
      return numbers.size - 1
    },
  })
  const written = (observation: ShardObservation): string => line('observation', form.write(observation))

  yield line('header', headerForm.write(header))
  for (const { target, ...seen } of observations) {
    const observation = { id: target.id, ...seen }
    const whole = written(observation)
    for (const { der } of fresh.splice(0)) {
      yield line('certificate', { der: Buffer.from(der).toString('base64') })
    }
    yield Buffer.byteLength(whole) <= shardLimits.lineBytes ? whole : written(unfit(observation))
  }
}

function line(kind: string, members: unknown): string {
  return `${JSON.stringify({ kind, ...(members as object) })}\n`
}

/** What no reader would take is said to be so, rather than lost with its whole shard. */
function unfit(observation: ShardObservation): ShardObservation {
  const nothing = unanswered('malformed', `what was seen is longer than ${shardLimits.lineBytes} octets`)
  return { ...observation, addresses: [], deliveries: nothing, tls: nothing }
}
