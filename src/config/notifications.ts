import { type ConfigPath, valueAt } from './document.ts'
import { type Reading, warnOfLiteral } from './reading.ts'

/** Warns of secrets under `notifications` that stand in the file, whether or not this run sends anything. */
export function warnOfNotifications(reading: Reading): void {
  warn(reading, ['notifications', 'email', 'password'])
  const webhooks = valueAt(reading.document?.value, ['notifications', 'webhook'])
  if (!Array.isArray(webhooks)) warn(reading, ['notifications', 'webhook', 'secret'])
  else for (const index of webhooks.keys()) warn(reading, ['notifications', 'webhook', index, 'secret'])
}

function warn(reading: Reading, spot: ConfigPath): void {
  warnOfLiteral(reading, valueAt(reading.document?.value, spot), spot)
}
