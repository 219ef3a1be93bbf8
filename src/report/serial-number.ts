/** Octets in upper-case hex, parted by colons. */
export function serialNumber(hex: string): string {
  return hex.toUpperCase().replace(/..(?!$)/gu, '$&:')
}
