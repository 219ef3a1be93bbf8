import { connect } from 'node:tls'

import { groupLabels, type Testimony, testimony } from '../testimony.ts'

/** Groups as OpenSSL 3.5 names them, with their numbers in IANA's registry of TLS Supported Groups. */
const tls13Groups: Readonly<Record<string, number>> = {
  'P-256': 0x0017,
  'P-384': 0x0018,
  'P-521': 0x0019,
  X25519: 0x001d,
  X448: 0x001e,
  brainpoolP256r1tls13: 0x001f,
  brainpoolP384r1tls13: 0x0020,
  brainpoolP512r1tls13: 0x0021,
  ffdhe2048: 0x0100,
  ffdhe3072: 0x0101,
  ffdhe4096: 0x0102,
  ffdhe6144: 0x0103,
  ffdhe8192: 0x0104,
  MLKEM512: 0x0200,
  MLKEM768: 0x0201,
  MLKEM1024: 0x0202,
  SecP256r1MLKEM768: 0x11eb,
  X25519MLKEM768: 0x11ec,
  SecP384r1MLKEM1024: 0x11ed,
}

/**
 * What OpenSSL itself, in this Node, agrees on with a server of TLS 1.3 when it offers one group alone: a complete
 * handshake for each.
 */
export async function askOpensslForGroups(port: number, servername: string): Promise<Testimony> {
  const agreed: number[] = []
  for (const [group, id] of Object.entries(tls13Groups))
    if (await shakesHands(port, servername, group)) agreed.push(id)
  return testimony(`OpenSSL ${process.versions.openssl}, a group at a time`, {
    groups: { 'TLSv1.3': groupLabels(agreed) },
    knowsGroup: (id) => Object.values(tls13Groups).includes(id),
  })
}

function shakesHands(port: number, servername: string, ecdhCurve: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: '127.0.0.1',
      port,
      servername,
      ecdhCurve,
      minVersion: 'TLSv1.3',
      maxVersion: 'TLSv1.3',
      rejectUnauthorized: false,
    })
    socket.setTimeout(10_000, () => socket.destroy(new Error(`${ecdhCurve}: no answer within 10 s`)))
    socket.once('secureConnect', () => {
      resolve(true)
      socket.destroy()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      // Old servers close at a hello that they do not understand, without an alert.
      if (error.code === 'ECONNRESET' || error.code?.startsWith('ERR_SSL_') === true) resolve(false)
      else reject(error)
    })
  })
}
