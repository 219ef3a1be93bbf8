import type { Name } from '../model/certificate.ts'

/**
 * A name in the form in which names are compared (RFC 5280 §7.1): the string type, case and runs of spaces do
 * not count, because private CAs write PrintableString here and UTF8String there. The public ones must be
 * identical octet for octet, so this finds every issuer that a stricter comparison would.
 */
export function canonicalName(name: Name): string {
  const known = canonical.get(name) ?? folded(name)
  canonical.set(name, known)
  return known
}

/** Building one path compares the same few names a dozen times. */
const canonical = new WeakMap<Name, string>()

function folded(name: Name): string {
  const attributes = name.attributes.map(({ type, value }) => {
    return `${type}=${value.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')}`
  })
  return JSON.stringify(attributes)
}
