import { addressBytes, addressFromBytes, type IpAddress } from './address.ts'

/**
 * Blocks that IANA's special-purpose address registries (RFC 6890) do not call globally reachable, plus
 * multicast (RFC 5771, RFC 4291 §2.7) and the metadata service that Azure keeps on a public address.
 * A block is its first octets and the length of the prefix in bits.
 */
const private4: readonly Block[] = [
  block([0], 8), // this network, RFC 791
  block([10], 8), // private use, RFC 1918
  block([100, 64], 10), // shared address space, RFC 6598
  block([127], 8), // loopback
  block([168, 63, 129, 16], 32), // Azure's virtual public address: wire server, metadata
  block([169, 254], 16), // link-local, cloud metadata
  block([172, 16], 12), // private use
  block([192, 0, 0], 24), // IETF protocol assignments; its two global members stand below
  block([192, 0, 2], 24), // documentation
  block([192, 88, 99], 24), // deprecated 6to4 relay
  block([192, 168], 16), // private use
  block([198, 18], 15), // benchmarking
  block([198, 51, 100], 24), // documentation
  block([203, 0, 113], 24), // documentation
  block([224], 4), // multicast
  block([240], 4), // reserved, broadcast
]
const global4: readonly Block[] = [block([192, 0, 0, 9], 32), block([192, 0, 0, 10], 32)]

/** Only 2000::/3 is global unicast today; inside it these are not. */
const private6: readonly Block[] = [
  block([0x20, 0x01, 0x00], 23), // IETF protocol assignments; its global members stand below
  block([0x20, 0x01, 0x0d, 0xb8], 32), // documentation
  block([0x3f, 0xff, 0x00], 20), // documentation, RFC 9637
]
const global6: readonly Block[] = [
  block([0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128), // PCP anycast
  block([0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2], 128), // TURN anycast
  block([0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], 128), // DNS-SD SRP anycast
  block([0x20, 0x01, 0x00, 0x03], 32), // AMT
  block([0x20, 0x01, 0x00, 0x04, 0x01, 0x12], 48), // AS112
  block([0x20, 0x01, 0x00, 0x20], 28), // ORCHIDv2
  block([0x20, 0x01, 0x00, 0x30], 28), // drone remote identification
]

/** Forms that carry an IPv4 address: judged by what they carry. */
const carriers: readonly { readonly prefix: Block; readonly at: number }[] = [
  { prefix: block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96), at: 12 }, // IPv4-mapped
  { prefix: block([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96), at: 12 }, // NAT64, RFC 6052
  { prefix: block([0x20, 0x02], 16), at: 2 }, // 6to4, RFC 3056
]

/** Whether the address is one that anybody on the Internet reaches; everything else is private to us. */
export function isGloballyReachable(address: IpAddress): boolean {
  const bytes = addressBytes(address)
  if (bytes.length === 4) return within(bytes, global4) || !within(bytes, private4)
  for (const { prefix, at } of carriers) {
    if (within(bytes, [prefix])) return isGloballyReachable(addressFromBytes(bytes.subarray(at, at + 4)))
  }
  if (((bytes[0] ?? 0) & 0xe0) !== 0x20) return false // outside 2000::/3
  return within(bytes, global6) || !within(bytes, private6)
}

interface Block {
  readonly octets: readonly number[]
  readonly bits: number
}

function block(octets: readonly number[], bits: number): Block {
  return { octets, bits }
}

function within(bytes: Uint8Array, blocks: readonly Block[]): boolean {
  return blocks.some(({ octets, bits }) => {
    for (let bit = 0; bit < bits; bit += 8) {
      const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff
      if (((bytes[bit / 8] ?? 0) & mask) !== ((octets[bit / 8] ?? 0) & mask)) return false
    }
    return true
  })
}
