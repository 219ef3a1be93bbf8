import type { Observation } from '../model/observation.ts'

/**
 * DROWN needs no SSL 2.0 here: where another endpoint speaks it with the same RSA key, it opens this one, too
 * (CVE-2016-0800).
 */
export function withSslv2Elsewhere(observations: readonly Observation[]): readonly Observation[] {
  const speakers = new Map<string, Set<string>>()
  for (const observation of observations) {
    const { tls, target } = observation
    const sslv2 = tls.known ? tls.value.versions.SSLv2 : tls
    if (!sslv2.known || !sslv2.value) continue
    for (const key of rsaKeys(observation)) speakers.set(key, (speakers.get(key) ?? new Set()).add(target.id))
  }
  if (speakers.size === 0) return observations
  return observations.map((observation) => {
    const { tls, target } = observation
    if (!tls.known) return observation
    const others = new Set<string>()
    for (const key of rsaKeys(observation)) for (const id of speakers.get(key) ?? []) others.add(id)
    others.delete(target.id)
    return {
      ...observation,
      tls: { known: true, value: { ...tls.value, sslv2Elsewhere: [...others].toSorted() } },
    }
  })
}

function rsaKeys({ deliveries }: Observation): readonly string[] {
  if (!deliveries.known) return []
  return deliveries.value.flatMap(({ leaf }) => (leaf.key.type.startsWith('RSA') ? [leaf.spkiSha256] : []))
}
