import { sign } from 'node:crypto'

import { extension, type Minted } from '../../src/terminal/lab/mint.ts'
import * as der from '../../src/wire/der-writer.ts'

export interface CrlRecipe {
  readonly thisUpdate?: Date
  readonly nextUpdate?: Date
  /** Revoked two days ago, without a reason. */
  readonly serials?: readonly Uint8Array[]
  /** Complete entries, sound or not. */
  readonly entries?: readonly Uint8Array[]
  /** Complete Extension values. */
  readonly extensions?: readonly Uint8Array[]
  readonly outerAlgorithm?: Uint8Array
  /** Who signs; default: the issuer. */
  readonly signer?: Minted
}

const hourMs = 3_600_000
const ecdsaWithSha256 = der.sequence(der.oid('1.2.840.10045.4.3.2'))

/** A CRL (RFC 5280 §5) of an issuer with a P-256 key, in force for a day, with whatever a test wants in it. */
export function crl(issuer: Minted, recipe: CrlRecipe = {}): Uint8Array {
  const { thisUpdate = new Date(Date.now() - hourMs), serials = [], entries = [], extensions = [] } = recipe
  const { nextUpdate = new Date(thisUpdate.getTime() + 24 * hourMs), signer = issuer } = recipe
  const revoked = [...serials.map((serial) => entry(serial, new Date(Date.now() - 48 * hourMs))), ...entries]
  const tbs = der.sequence(
    der.unsignedInteger(Uint8Array.of(1)), // version = v2
    ecdsaWithSha256,
    issuer.subject,
    der.time(thisUpdate),
    der.time(nextUpdate),
    ...(revoked.length === 0 ? [] : [der.sequence(...revoked)]),
    ...(extensions.length === 0 ? [] : [der.context(0, der.sequence(...extensions))]),
  )
  const signature = der.bitString(sign('sha256', tbs, signer.privateKey))
  return der.sequence(tbs, recipe.outerAlgorithm ?? ecdsaWithSha256, signature)
}

function entry(serial: Uint8Array, at: Date): Uint8Array {
  return der.sequence(der.unsignedInteger(serial), der.time(at))
}

/** issuingDistributionPoint: the shard of these addresses. */
export function shardOf(...urls: readonly string[]): Uint8Array {
  const names = urls.map((url) => der.contextPrimitive(6, Buffer.from(url, 'latin1')))
  return extension('2.5.29.28', der.sequence(der.context(0, der.context(0, ...names))), true)
}

/** cRLDistributionPoints of a certificate, one point for each address. */
export function distributionPoints(...urls: readonly string[]): Uint8Array {
  const points = urls.map((url) => {
    const name = der.contextPrimitive(6, Buffer.from(url, 'latin1'))
    return der.sequence(der.context(0, der.context(0, name)))
  })
  return extension('2.5.29.31', der.sequence(...points))
}

/** authorityInfoAccess with OCSP responders. */
export function ocspResponders(...urls: readonly string[]): Uint8Array {
  const access = urls.map((url) => {
    return der.sequence(der.oid('1.3.6.1.5.5.7.48.1'), der.contextPrimitive(6, Buffer.from(url, 'latin1')))
  })
  return extension('1.3.6.1.5.5.7.1.1', der.sequence(...access))
}
