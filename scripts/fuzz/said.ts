import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** A socket whose other end says these pieces, whatever it hears, and hangs up. It touches no network. */
export function saying(pieces: readonly Uint8Array[]): Socket {
  return socketTo({
    begin: (say, hangUp) => {
      for (const piece of pieces) say(piece)
      hangUp()
    },
  })
}

interface Peer {
  readonly begin?: (say: (octets: Uint8Array) => void, hangUp: () => void) => void
  readonly hear?: (octets: Buffer, say: (octets: Uint8Array) => void, hangUp: () => void) => void
}

/** A socket to a peer that is a pair of functions. */
export function socketTo({ begin, hear }: Peer): Socket {
  const waiting: (Uint8Array | null)[] = []
  let wanted = false
  const give = (): void => {
    while (wanted && waiting.length > 0) wanted = socket.push(waiting.shift())
  }
  const put = (octets: Uint8Array | null): void => {
    waiting.push(octets)
    give()
  }
  const say = (octets: Uint8Array): void => {
    if (octets.length > 0) put(octets)
  }
  const hangUp = (): void => put(null)
  const socket = new Duplex({
    highWaterMark: 1, // a piece at a time, as packets come
    read() {
      wanted = true
      // Asked for anew once what came before was dealt with.
      setImmediate(give)
    },
    write(octets: Buffer, _encoding, done) {
      hear?.(octets, say, hangUp)
      done()
    },
  })
  begin?.(say, hangUp)
  socket.on('error', () => {})
  return Object.assign(socket, { localAddress: '127.0.0.1', setNoDelay: () => socket }) as unknown as Socket
}

/** The input in pieces of other lengths, the same for the same input. */
export function inPieces(input: Buffer, most = 40): readonly Buffer[] {
  const digest = createHash('sha256').update(input).digest()
  const pieces: Buffer[] = []
  for (let at = 0, turn = 0; at < input.length; turn++) {
    const left = pieces.length < most - 1 ? 1 + ((digest[turn % 32] ?? 0) % 48) : input.length
    pieces.push(input.subarray(at, at + left))
    at += left
  }
  return pieces
}
