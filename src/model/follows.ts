/** A vulnerability, and the findings that it may follow from, the most telling first. */
const causes: Readonly<Record<string, readonly string[]>> = {
  'vulnerability/poodle': ['protocol/ssl3'],
  'vulnerability/drown': ['protocol/ssl2'],
  'vulnerability/freak': ['cipher/export'],
  'vulnerability/logjam': ['cipher/export', 'key-exchange/weak-dh', 'key-exchange/common-prime'],
  'vulnerability/sweet32': ['cipher/block64'],
  'vulnerability/beast': ['protocol/tls1.0'],
}

/**
 * The rules whose finding explains that of this one: who puts the cause right has put both right. Empty for what
 * stands alone, as CRIME and everything that only a probe finds.
 */
export function followsFrom(rule: string): readonly string[] {
  return causes[rule] ?? []
}
