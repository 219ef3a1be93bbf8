import { createECDH, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto'

import { Malformed } from '../../wire/malformed.ts'

/** A key of ours for one group. */
export interface KeyPair {
  readonly group: number
  /** As key_exchange holds it (RFC 8446 §4.2.8.2). */
  readonly share: Uint8Array
  /** The secret out of the peer's share. Throws `Malformed` for a share that is no point of the group. */
  agree(peer: Uint8Array): Uint8Array
}

const curves: Readonly<Record<number, string>> = { 0x17: 'prime256v1', 0x18: 'secp384r1', 0x19: 'secp521r1' }

/** The groups that Node computes. */
export const computableGroups: readonly number[] = [0x1d, 0x17, 0x18, 0x19, 0x1e]

/**
 * The pair of this process; `undefined` for groups that Node does not compute. One does for all connections: what is
 * read under its secrets any client is shown, and no secret of ours is ever sent.
 */
export function keyPair(group: number): KeyPair | undefined {
  const pair = made.get(group) ?? makePair(group)
  if (pair !== undefined) made.set(group, pair)
  return pair
}

const made = new Map<number, KeyPair>()

function makePair(group: number): KeyPair | undefined {
  const curve = curves[group]
  if (curve !== undefined) {
    const own = createECDH(curve)
    return { group, share: own.generateKeys(), agree: (peer) => sound(() => own.computeSecret(peer)) }
  }
  if (group === 0x1d) return montgomery(group, 'x25519')
  return group === 0x1e ? montgomery(group, 'x448') : undefined
}

function montgomery(group: number, type: 'x25519' | 'x448'): KeyPair {
  const { publicKey, privateKey } =
    type === 'x25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('x448')
  const { x = '', crv = '' } = publicKey.export({ format: 'jwk' })
  return {
    group,
    share: Buffer.from(x, 'base64url'),
    agree: (peer) =>
      sound(() => {
        const key = { kty: 'OKP', crv, x: Buffer.from(peer).toString('base64url') }
        return diffieHellman({ privateKey, publicKey: createPublicKey({ key, format: 'jwk' }) })
      }),
  }
}

function sound(agree: () => Uint8Array): Uint8Array {
  try {
    return agree()
  } catch (thrown) {
    throw new Malformed('key_exchange: the server’s share is no key of its group', { cause: thrown })
  }
}
