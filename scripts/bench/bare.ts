import { connect, createSecureContext, type SecureContext } from 'node:tls'

import { writePem } from '../../src/wire/pem.ts'
import { type Fleet, type Listening } from './fleet.ts'

/**
 * The reference: nothing but `tls.connect` and the end of the connection. Two handshakes for each endpoint, one
 * as an ordinary client and one for its RSA certificate, because those are the two that we make.
 */
export async function bareLoop(fleet: Fleet, count: number, concurrency: number): Promise<void> {
  const ca = writePem('CERTIFICATE', Buffer.from(fleet.root, 'base64'))
  const contexts = [createSecureContext({ ca }), createSecureContext({ ca, sigalgs: 'ECDSA+SHA256' })]
  const queue = contexts
    .flatMap((context) => fleet.doors.slice(0, count).map((door) => ({ context, door })))
    .values()
  const worker = async (): Promise<void> => {
    for (const { context, door } of queue) await handshake(door, context)
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
}

function handshake({ name, address, port }: Listening, secureContext: SecureContext): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: address,
      port,
      servername: name,
      secureContext,
      rejectUnauthorized: false,
    })
    socket.once('secureConnect', () => {
      resolve()
      socket.end()
    })
    socket.on('error', reject)
  })
}
