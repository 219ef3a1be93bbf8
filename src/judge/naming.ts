import { type Certificate, type Name, shortName } from '../model/certificate.ts'
import { shownLimits } from '../model/limits.ts'
import type { Delivery } from '../model/observation.ts'
import { listed, shortened } from '../model/text.ts'

/** The name people know a certificate by; many a public leaf has no subject at all. */
export function nameOf(certificate: Certificate): string {
  const [first] = certificate.alternativeNames
  const name = shortName(certificate.subject) || first?.value || `serial number ${certificate.serial}`
  return shortened(name, shownLimits.nameCharacters)
}

/** The same in a sentence. */
export function called(certificate: Certificate): string {
  return `"${nameOf(certificate)}"`
}

/** What a sentence calls the holder of a name. */
export function calledBy(name: Name): string {
  return quoted(shortName(name))
}

export function quoted(text: string): string {
  return `"${shortened(text, shownLimits.nameCharacters)}"`
}

/** The addresses at which a chain was seen, each once. */
export function addressesOf(delivery: Delivery): readonly string[] {
  return [...new Set(delivery.sightings.flatMap(({ address }) => (address === null ? [] : [address])))]
}

/** Which certificate a sentence is about, when the endpoint has more than one: key type, digest, place. */
export function told(delivery: Delivery): string {
  const { key, sha256 } = delivery.leaf
  const digest = sha256.slice(0, 8)
  if (delivery.sightings.length === 0) return `the certificate ${called(delivery.leaf)} (${digest})`
  const type = key.type === 'EC' ? 'ECDSA' : shortened(key.type, shownLimits.nameCharacters)
  const addresses = addressesOf(delivery)
  return `the ${type} certificate ${digest}${addresses.length === 0 ? '' : ` at ${listed(addresses)}`}`
}
