/** Octets in upper-case hex, parted by colons. */
export function serialNumber(hex: string): string {
  const digits = hex.toUpperCase()
  let octets = digits.slice(0, 2)
  for (let at = 2; at < digits.length; at += 2) octets += `:${digits.slice(at, at + 2)}`
  return octets
}
