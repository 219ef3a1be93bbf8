// node-forge ships its parts as files of their own; @types/node-forge types only the whole, and not every option.
declare module 'node-forge/lib/asn1.js' {
  import type { asn1 } from 'node-forge'
  interface Reading {
    readonly strict: boolean
    readonly parseAllBytes: boolean
    readonly decodeBitStrings: boolean
  }
  const forgeAsn1: Omit<typeof asn1, 'fromDer'> & { fromDer(bytes: string, options: Reading): asn1.Asn1 }
  export default forgeAsn1
}
declare module 'node-forge/lib/rc2.js' {
  import type { rc2 } from 'node-forge'
  const forgeRc2: typeof rc2
  export default forgeRc2
}
declare module 'node-forge/lib/util.js' {
  import type { util } from 'node-forge'
  const forgeUtil: typeof util
  export default forgeUtil
}
