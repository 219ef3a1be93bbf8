import { parseAddress } from '../../../src/model/address.ts'
import { secureContexts } from '../../../src/net/tls-context.ts'
import { budget } from '../../../src/observe/budget.ts'
import { certificates } from '../../../src/observe/certificates.ts'
import { type Session, session } from '../../../src/observe/scan/session.ts'
import { trustStores } from '../../../src/observe/trust-store.ts'
import { turnstile } from '../../../src/observe/turnstile.ts'
import { served } from '../../support/mint.ts'
import { hostname } from '../../support/observation.ts'
import { leadingTo, network } from '../observing.ts'

/** The session of a scan with that port of loopback. */
export function sessionTo(
  port: number,
  { timeoutMs = 2000, name = served }: { readonly timeoutMs?: number; readonly name?: string } = {},
): Session {
  const read = certificates()
  const host = parseAddress('127.0.0.1')
  if (host === undefined) throw new TypeError('an address')
  return session({
    door: { host, port, proxy: null, starttls: null, name },
    servername: hostname(name),
    timeoutMs,
    purse: budget(60_000),
    around: {
      network,
      lookup: leadingTo('127.0.0.1'),
      ipv6: false,
      retryPauseMs: 1,
      turnstile: turnstile(network.concurrency, network.connectionsPerHost),
      contexts: secureContexts(),
      certificates: read,
      storeFor: trustStores(read),
      run: new AbortController().signal,
      clock: () => new Date(),
    },
  })
}
