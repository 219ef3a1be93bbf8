import type { Evidence, EvidenceValue } from '../model/finding.ts'

/** What a finding rests on, as one line of words: `not after 2026-11-19, days left -3.15`; what belongs together in brackets. */
export function evidenceWords(evidence: Evidence): string {
  return Object.entries(evidence)
    .map(([key, value]) => `${key.replaceAll('_', ' ')} ${words(value)}`)
    .join(', ')
}

function words(value: EvidenceValue): string {
  if (value === null) return '–'
  if (typeof value === 'number') return String(Number(value.toFixed(2)))
  if (typeof value !== 'object')
    return String(value)
      .replace(/^([0-9a-f]{8})[0-9a-f]{56}$/u, '$1…')
      .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{3}Z$/u, '$1 $2 UTC')
  if (!isList(value)) return `(${evidenceWords(value)})`
  return value.length === 0 ? 'none' : value.map(words).join('; ')
}

function isList(value: Evidence | readonly EvidenceValue[]): value is readonly EvidenceValue[] {
  return Array.isArray(value)
}
