import { EventEmitter, once } from 'node:events'

const nothing = Buffer.alloc(0)

/**
 * Waits until what was written of a sheet has gone to the compressor. The library has no backpressure of its own: it
 * writes into the pipes of the sheet's stream whatever they answer, so the question is put to them once more.
 */
export async function drained(sheet: object): Promise<void> {
  const stream: unknown = 'stream' in sheet ? sheet.stream : null
  const pipes: unknown =
    typeof stream === 'object' && stream !== null && 'pipes' in stream ? stream.pipes : []
  const sinks = Array.isArray(pipes) ? pipes.filter(isWritable) : []
  for (const sink of sinks) if (!sink.write(nothing)) await once(sink, 'drain')
}

function isWritable(value: unknown): value is NodeJS.WritableStream {
  return value instanceof EventEmitter && 'write' in value && typeof value.write === 'function'
}
