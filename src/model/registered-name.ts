/** Below a country's two letters such labels, and all of three letters or fewer, are usually registries of their own. */
const registries: ReadonlySet<string> = new Set(['asso', 'gouv', 'info', 'name', 'mobi', 'school', 'police'])
const longestRegistry = 3

/**
 * The name that somebody registered, as far as that shows without a list of public suffixes: `example.co.uk` for
 * `www.example.co.uk`. Where it errs it names too little: `www.ab.de` stays itself.
 */
export function registeredName(host: string): string {
  const labels = host.split('.')
  const [country = '', second = ''] = labels.toReversed()
  const deep = country.length === 2 && (second.length <= longestRegistry || registries.has(second))
  return labels.slice(deep ? -3 : -2).join('.')
}
