// node-forge ships its parts as files of their own; @types/node-forge types only the whole, and not every option.
declare module 'node-forge/lib/asn1.js' {
  import type { asn1 } from 'node-forge'
  interface Reading {
    readonly strict: boolean
    readonly parseAllBytes: boolean
    readonly decodeBitStrings: boolean
    readonly maxDepth: number
  }
  const forgeAsn1: Omit<typeof asn1, 'fromDer'> & { fromDer(bytes: string, options: Reading): asn1.Asn1 }
  export default forgeAsn1
}
declare module 'node-forge' {
  namespace pki.pbe {
    function getCipher(oid: string, parameters: asn1.Asn1, password: string | null): cipher.BlockCipher
  }
}
