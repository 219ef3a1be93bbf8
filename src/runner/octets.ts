import { Malformed } from '../wire/malformed.ts'

/** Reads a download to its end; one above the limit is not believed. */
export async function octets(stream: unknown, most: number): Promise<Buffer> {
  if (!(stream instanceof ReadableStream)) throw new Malformed('the download is empty')
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Malformed('the download is not binary')
    length += chunk.length
    if (length > most) throw new Malformed(`the download exceeds ${most} octets`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
