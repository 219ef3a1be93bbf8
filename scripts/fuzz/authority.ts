import { readFileSync } from 'node:fs'

import type { Certificate } from '../../src/model/certificate.ts'
import { readCertificate } from '../../src/wire/x509.ts'

const held = new Map<string, Certificate>()

/** The CA whose CRL and OCSP answers stand in the corpus, and a certificate that it has revoked. */
export function issuerOf(): Certificate {
  return read('ca')
}

export function leafOf(): Certificate {
  return read('revoked')
}

function read(name: string): Certificate {
  const file = new URL(`../../__tests__/corpus/certificate/authority-${name}.der`, import.meta.url)
  const certificate = held.get(name) ?? readCertificate(readFileSync(file))
  held.set(name, certificate)
  return certificate
}
