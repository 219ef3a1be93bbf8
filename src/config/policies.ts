import type { Severity } from '../model/finding.ts'
import { matchesGlob } from '../model/glob.ts'
import type { Expiry, Policy, Waiver } from '../model/policy.ts'
import { type RuleId, ruleIds } from '../model/rule-id.ts'
import type { CommonSettings, DomainSettings } from './domain-schema.ts'
import { nearest } from './nearest.ts'
import { complain, type Reading, type Spot } from './reading.ts'
import type { ConfigSettings } from './schema.ts'

/** The severities the user changed. */
export function readSeverities(rules: ConfigSettings['rules'] = {}): ReadonlyMap<RuleId, Severity | 'off'> {
  return new Map(ruleIds.flatMap((id) => (rules[id] === undefined ? [] : [[id, rules[id]] as const])))
}

/** The waivers; one whose glob matches no rule is complained about. */
export function readWaivers(reading: Reading, waivers: readonly Waiver[] = []): readonly Waiver[] {
  for (const [index, { rule }] of waivers.entries()) {
    if (ruleIds.some((id) => matchesGlob(rule, id))) continue
    const spot = ['waivers', index, 'rule'] as const
    const near = nearest(rule, ruleIds)
    const remedy = near === undefined ? 'Write the id of a rule, as in certificate/*.' : `Write "${near}".`
    complain(reading, spot, 'value', `${JSON.stringify(rule)} matches no rule.`, remedy)
  }
  return waivers
}

/** What holds for every target alike. */
export interface CommonPolicy {
  readonly defaults: CommonSettings
  readonly severities: ReadonlyMap<RuleId, Severity | 'off'>
  readonly waivers: readonly Waiver[]
}

/** The policy of one target; `names` is everything a waiver may call it by. */
export function policyOf(
  reading: Reading,
  settings: DomainSettings,
  spot: Spot,
  { defaults, severities, waivers }: CommonPolicy,
  names: readonly string[],
): Policy {
  return {
    expiry: expiryOf(reading, settings, spot, defaults),
    checkChain: settings.check_chain ?? defaults.check_chain ?? true,
    verifyHostname: settings.verify_hostname ?? defaults.verify_hostname ?? true,
    expect: { issuer: settings.expect?.issuer ?? null, spkiSha256: settings.expect?.spki_sha256 ?? [] },
    severities,
    waivers: waivers.filter(({ domain }) => names.some((name) => matchesGlob(domain, name))),
  }
}

function expiryOf(reading: Reading, settings: DomainSettings, spot: Spot, defaults: CommonSettings): Expiry {
  const warningDays = settings.warning_days ?? defaults.warning_days ?? 'auto'
  const criticalDays = settings.critical_days ?? defaults.critical_days ?? 'auto'
  const own =
    settings.critical_days !== undefined
      ? 'critical_days'
      : settings.warning_days !== undefined
        ? 'warning_days'
        : null
  // Defaults that contradict each other are complained about once, not on every domain.
  if (own !== null) checkThresholds(reading, warningDays, criticalDays, spot && [...spot, own])
  return { warningDays, criticalDays }
}

/** An explicit critical threshold above an explicit warning would turn the warning off without a word. */
export function checkThresholds(
  reading: Reading,
  warning: number | 'auto' = 'auto',
  critical: number | 'auto' = 'auto',
  spot: Spot,
): void {
  if (warning === 'auto' || critical === 'auto' || critical <= warning) return
  const message = `"critical_days" ${critical} is above "warning_days" ${warning}.`
  complain(reading, spot, 'value', message, 'Write a "critical_days" that is not above "warning_days".')
}
