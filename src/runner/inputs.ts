import * as core from '@actions/core'

import { type Complaint, ConfigError } from '../config/complaint.ts'
import type { FailOn } from '../report/outcome.ts'

/** The action's inputs, read and checked. */
export interface Inputs {
  readonly config: string
  readonly domains: readonly string[]
  readonly scan: 'certificate' | 'tls' | null
  readonly failOn: FailOn
  readonly token: string | null
  readonly artifactName: string
  /** `null`: as long as the repository keeps artifacts. */
  readonly retentionDays: number | null
  /** Lines as in a secrets file; not parsed yet, so that nothing of it is shown by accident. */
  readonly env: string
}

export const defaultConfig = '.github/certificates.yml'

/** Reads the inputs; throws a ConfigError with all that is wrong with them. */
export function readInputs(): Inputs {
  const complaints: Complaint[] = []
  const command = core.getInput('command')
  if (!['', 'check'].includes(command)) {
    const later = ['plan', 'observe', 'conclude'].includes(command)
    const why = later ? 'arrives with a later version of certificate-monitor' : 'is not a command'
    complaints.push(complaint(`The input command: "${command}" ${why}.`, 'Write check, or leave it out.'))
  }
  const inputs: Inputs = {
    config: core.getInput('config') || defaultConfig,
    domains: core
      .getInput('domains')
      .split(/[\n,]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    scan: choice('scan', ['certificate', 'tls'], complaints),
    failOn: choice('fail-on', ['error', 'warning', 'never'], complaints) ?? 'error',
    token: core.getInput('token') || null,
    artifactName: core.getInput('artifact-name') || 'certificate-report',
    retentionDays: days('retention-days', complaints),
    env: core.getInput('env'),
  }
  if (complaints.length > 0) throw new ConfigError(complaints)
  return inputs
}

function choice<const T extends string>(
  name: string,
  choices: readonly T[],
  complaints: Complaint[],
): T | null {
  const value = core.getInput(name)
  if (value === '') return null
  const found = choices.find((one) => one === value)
  if (found === undefined)
    complaints.push(complaint(`The input ${name}: "${value}" is not known.`, `Write ${choices.join(', ')}.`))
  return found ?? null
}

/** GitHub keeps artifacts between 1 and 90 days, in some plans longer. */
function days(name: string, complaints: Complaint[]): number | null {
  const value = core.getInput(name)
  if (value === '') return null
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value)
  complaints.push(
    complaint(`The input ${name}: "${value}" is not a number of days.`, 'Write one from 1 to 90.'),
  )
  return null
}

function complaint(message: string, remedy: string): Complaint {
  return { place: null, message, remedy }
}
