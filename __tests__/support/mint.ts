import { generateKeyPairSync, sign } from 'node:crypto'

import { dayMs } from '../../src/model/certificate.ts'
import { extension, keyPair, mint, type Minted, type MintRequest } from '../../src/terminal/lab/mint.ts'
import * as der from '../../src/wire/der-writer.ts'
import { writePem } from '../../src/wire/pem.ts'

/** The name for which `leaf` is good. */
export const served = 'service.example'

/** So many days from now, in whole seconds as certificates have them. */
export function inDays(days: number): Date {
  return new Date(Math.floor((Date.now() + days * dayMs) / 1000) * 1000)
}

/** A CA, by default a root; several may hold one key pair. */
export function authority(commonName: string, differs: Partial<MintRequest> = {}, issuer?: Minted): Minted {
  return mint({ commonName, ca: true, notAfter: inDays(1000), ...differs }, issuer)
}

export function leaf(issuer?: Minted, differs: Partial<MintRequest> = {}): Minted {
  return mint({ commonName: served, names: [served], notAfter: inDays(60), ...differs }, issuer)
}

export interface Hierarchy {
  readonly root: Minted
  readonly intermediate: Minted
  readonly leaf: Minted
}

/** Root, intermediate and leaf, all of P-256. */
export function hierarchy(differs: Partial<MintRequest> = {}): Hierarchy {
  const root = authority('Test Root')
  const intermediate = authority('Test Intermediate', { ca: 0 }, root)
  return { root, intermediate, leaf: leaf(intermediate, differs) }
}

/** The chain as a server is configured with it. */
export function pem(...chain: readonly Minted[]): string {
  return chain.map(({ certificatePem }) => certificatePem).join('')
}

const pairs = new Map<'rsa1024' | 'rsa2048', ReturnType<typeof keyPair>>()

/** One RSA pair for a whole file of tests: making one takes longer than fifty handshakes. */
export function rsaPair(kind: 'rsa1024' | 'rsa2048' = 'rsa2048'): ReturnType<typeof keyPair> {
  const pair = pairs.get(kind) ?? keyPair(kind)
  pairs.set(kind, pair)
  return pair
}

/** RFC 5280 §4.2.1.10, the subtrees as GeneralNames without their minimum, which is always 0. */
export function nameConstraints(subtrees: {
  readonly permitted?: readonly Uint8Array[]
  readonly excluded?: readonly Uint8Array[]
}): Uint8Array {
  const listed = (tag: number, bases: readonly Uint8Array[] = []): Uint8Array[] =>
    bases.length === 0 ? [] : [der.context(tag, ...bases.map((base) => der.sequence(base)))]
  const value = der.sequence(...listed(0, subtrees.permitted), ...listed(1, subtrees.excluded))
  return extension('2.5.29.30', value, true)
}

export function dnsBase(name: string): Uint8Array {
  return der.contextPrimitive(2, Buffer.from(name, 'latin1'))
}

/** Address and mask, as many octets of each. */
export function ipBase(...octets: readonly number[]): Uint8Array {
  return der.contextPrimitive(7, Uint8Array.from(octets))
}

/** The same CA with its common name written as a PrintableString, as some private ones write it. */
export function withPrintableName(issuer: Minted, commonName: string): Minted {
  const value = der.element(0x13, Buffer.from(commonName, 'latin1'))
  return { ...issuer, subject: der.sequence(der.setOf(der.sequence(der.oid('2.5.4.3'), value))) }
}

/** A self-signed certificate of ML-DSA-65 (RFC 9881), which no CA issues yet. */
export function postQuantum(): Pick<Minted, 'certificatePem' | 'keyPem' | 'der'> {
  const { publicKey, privateKey } = generateKeyPairSync('ml-dsa-65')
  const algorithm = der.sequence(der.oid('2.16.840.1.101.3.4.3.18'))
  const name = der.sequence(der.setOf(der.sequence(der.oid('2.5.4.3'), der.utf8String(served))))
  const names = extension('2.5.29.17', der.sequence(dnsBase(served)))
  const tbs = der.sequence(
    der.context(0, der.unsignedInteger(Uint8Array.of(2))),
    der.unsignedInteger(Uint8Array.of(7)),
    algorithm,
    name,
    der.sequence(der.time(inDays(-1)), der.time(inDays(60))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der.context(3, der.sequence(names)),
  )
  const certificate = der.sequence(tbs, algorithm, der.bitString(sign(null, tbs, privateKey)))
  return {
    der: certificate,
    certificatePem: writePem('CERTIFICATE', certificate),
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
