import type { TestLog } from './ct-log.ts'

/** A list of usable logs as Google publishes it, each of an operator of its own. */
export function logListText(logs: readonly TestLog[], madeAt: Date): string {
  const operators = logs.map((log, index) => {
    const entry = {
      description: `Log ${index + 1}`,
      log_id: log.id.toString('base64'),
      key: log.spki.toString('base64'),
      mmd: 86_400,
      state: { usable: { timestamp: '2025-01-01T00:00:00Z' } },
    }
    const tiled = log.kind === 'static-ct'
    return {
      name: `Operator ${index + 1}`,
      email: [],
      logs: tiled ? [] : [entry],
      tiled_logs: tiled ? [entry] : [],
    }
  })
  return JSON.stringify({ version: '1.0', log_list_timestamp: madeAt.toISOString(), operators })
}
