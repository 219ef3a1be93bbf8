import type { TlsVersion } from '../model/observation.ts'

/** Protocol versions as people say them; the keys are OpenSSL's. */
export const protocolNames: Readonly<Record<TlsVersion, string>> = {
  SSLv2: 'SSL 2.0',
  SSLv3: 'SSL 3.0',
  TLSv1: 'TLS 1.0',
  'TLSv1.1': 'TLS 1.1',
  'TLSv1.2': 'TLS 1.2',
  'TLSv1.3': 'TLS 1.3',
}
