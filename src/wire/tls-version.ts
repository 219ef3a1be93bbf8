import type { TlsVersion } from '../model/observation.ts'

/** ProtocolVersion (RFC 8446 §4.1.2, RFC 6101 §5.2.1, draft-hickman-netscape-ssl-00). */
export const versionNumber: Readonly<Record<TlsVersion, number>> = {
  SSLv2: 0x0002,
  SSLv3: 0x0300,
  TLSv1: 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
}

/** The version of that number; `undefined` for drafts and numbers nobody registered. */
export function versionOfNumber(number: number): TlsVersion | undefined {
  return byNumber.get(number)
}

const byNumber: ReadonlyMap<number, TlsVersion> = new Map(
  Object.entries(versionNumber).map(([version, number]) => [number, version as TlsVersion]),
)
