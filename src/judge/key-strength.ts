/** Security of RSA moduli in bits, NIST SP 800-57 part 1 rev. 5, table 2. */
const modulusStrengths: readonly (readonly [modulus: number, bits: number])[] = [
  [15_360, 256],
  [7680, 192],
  [3072, 128],
  [2048, 112],
  [1024, 80],
]

const fixedStrengths: ReadonlyMap<string, number> = new Map([
  ['Ed25519', 128],
  ['Ed448', 224],
  ['ML-DSA-44', 128],
  ['ML-DSA-65', 192],
  ['ML-DSA-87', 256],
])

/** Security in bits of a key named like `RSA 2048` or `EC P-256`; `null` for one that nobody here can weigh. */
export function keyStrength(key: string): number | null {
  const fixed = fixedStrengths.get(key)
  if (fixed !== undefined) return fixed
  const [, type, size] = /^(RSA|RSA-PSS|DSA|EC) \D*(\d{2,5})(?:[a-z]\d)?$/.exec(key) ?? []
  if (type === undefined || size === undefined) return null
  const bits = Number(size)
  if (type === 'EC') return Math.floor(bits / 2)
  return modulusStrengths.find(([modulus]) => bits >= modulus)?.[1] ?? 0
}
