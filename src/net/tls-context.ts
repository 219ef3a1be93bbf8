import { constants } from 'node:crypto'
import { createSecureContext, DEFAULT_CIPHERS, type SecureContext, type SecureContextOptions } from 'node:tls'

import type { Trust } from '../model/target.ts'
import { writePem } from '../wire/pem.ts'
import { publicRoots } from './public-roots.ts'

/** What our hello offers: nothing but today's versions and suites, or all that OpenSSL can still speak. */
export type Era = 'current' | 'legacy'

/** Which certificates our hello accepts, by signature_algorithms (RFC 8446 §4.2.3) and by suite up to TLS 1.2. */
export type KeyWish = 'any' | 'rsa' | 'ecdsa'

/** What we show when asked: PEM, the key in the clear. */
export interface ClientIdentity {
  readonly cert: string | Buffer
  readonly key: string
}

export interface ContextWish {
  readonly era: Era
  readonly keys: KeyWish
  readonly trust: Trust
  readonly identity: ClientIdentity | null
}

/**
 * Hands out SecureContexts, one for each distinct wish: making one costs ten times a handshake.
 * Security level 0 throughout, because a weak key or an old server is a finding, not a reason not to look.
 */
export function secureContexts(): (wish: ContextWish) => SecureContext {
  const made = new Map<string, SecureContext>()
  const trusts = numbering()
  const identities = numbering()
  return (wish) => {
    const identity = wish.identity === null ? '' : identities(wish.identity)
    const key = `${wish.era} ${wish.keys} ${trusts(wish.trust)} ${identity}`
    const context = made.get(key) ?? createSecureContext(contextOptions(wish))
    made.set(key, context)
    return context
  }
}

/** Numbers objects by identity: the config gives targets that trust the same files the same object. */
function numbering(): (thing: object) => number {
  const numbers = new WeakMap<object, number>()
  let last = 0
  return (thing) => {
    const number = numbers.get(thing) ?? ++last
    numbers.set(thing, number)
    return number
  }
}

function contextOptions({ era, keys, trust, identity }: ContextWish): SecureContextOptions {
  const suites = era === 'current' ? DEFAULT_CIPHERS : 'ALL:COMPLEMENTOFALL'
  const wishes: Readonly<Record<KeyWish, { suites: string; sigalgs?: string }>> = {
    any: { suites: '' },
    rsa: { suites: ':!aECDSA:!aDSS', sigalgs: signatureAlgorithms(['RSA-PSS', 'RSA']) },
    ecdsa: { suites: ':!aRSA:!aDSS', sigalgs: signatureAlgorithms(['ECDSA']) },
  }
  const wish = wishes[keys]
  return {
    minVersion: era === 'current' ? 'TLSv1.2' : 'TLSv1',
    // Anonymous, PSK and SRP suites show no certificate.
    ciphers: `${suites}${wish.suites}:!aNULL:!PSK:!SRP:@SECLEVEL=0`,
    ...(wish.sigalgs === undefined ? {} : { sigalgs: wish.sigalgs }),
    // A server without RFC 5746 is a finding, too; OpenSSL 3 would hang up on it.
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    ...anchorsOf(trust),
    ...identity,
  }
}

function signatureAlgorithms(keys: readonly string[]): string {
  const hashes = (key: string): string[] =>
    key === 'RSA-PSS' ? ['SHA256', 'SHA384', 'SHA512'] : ['SHA256', 'SHA384', 'SHA512', 'SHA224', 'SHA1']
  return keys.flatMap((key) => hashes(key).map((hash) => `${key}+${hash}`)).join(':')
}

/** Without `ca` OpenSSL uses Node's own store, shared by all contexts and parsed once. */
function anchorsOf(trust: Trust): Pick<SecureContextOptions, 'ca' | 'allowPartialTrustChain'> {
  if (trust.anchors.length === 0 && trust.public) return {}
  const { pem, extra } = publicRoots()
  const own = [...(trust.public ? extra : []), ...trust.anchors].map((der) => writePem('CERTIFICATE', der))
  return { ca: trust.public ? [...pem, ...own] : own, allowPartialTrustChain: true }
}
