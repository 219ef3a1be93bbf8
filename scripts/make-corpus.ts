import { makeDns, makeStartTls } from './corpus/services.ts'
import { makeTls } from './corpus/tls.ts'
import { makeX509 } from './corpus/x509.ts'

/**
 * Makes anew what of __tests__/corpus/ other programs write: as root, on Debian or Ubuntu, after
 * scripts/interop/install.sh. What stands there by hand, its README tells.
 */
const parts = { x509: makeX509, tls: makeTls, starttls: makeStartTls, dns: makeDns }
const wanted = process.argv.slice(2)
for (const [name, make] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await make()
