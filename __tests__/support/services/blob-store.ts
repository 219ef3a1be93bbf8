import type { Answered, Asked } from './loopback.ts'
import type { State } from './state.ts'

/**
 * An Azure-shaped block blob store at `/blobs/<name>?sig=…`: Put Blob, Put Block, Put Block List, Get with a range,
 * Head. Like Azure it refuses a signed address that comes with an Authorization header.
 */
export function blobStore(state: State): (asked: Asked) => Answered {
  const blocks = new Map<string, Buffer>()
  return (asked) => {
    state.requests.push(`${asked.method} blob`)
    const { blobs: fault } = state.faults
    if (fault === 'hanging') return null
    if (fault !== null) return { status: fault }
    if (asked.headers.authorization !== undefined) return { status: 403 }
    const name = asked.url.pathname.replace('/blobs/', '')
    if (asked.method === 'PUT') return put(name, asked, state, blocks)
    const blob = state.blobs.get(name)
    if (blob === undefined) return { status: 404, headers: { 'x-ms-error-code': 'BlobNotFound' } }
    return answer(blob, asked)
  }
}

function put(name: string, { url, body }: Asked, state: State, blocks: Map<string, Buffer>): Answered {
  const kind = url.searchParams.get('comp')
  if (kind === 'block') blocks.set(`${name} ${url.searchParams.get('blockid')}`, body)
  else if (kind === 'blocklist') state.blobs.set(name, joined(name, body.toString(), blocks))
  else state.blobs.set(name, body)
  return { status: 201, headers: standard }
}

function joined(name: string, list: string, blocks: ReadonlyMap<string, Buffer>): Buffer {
  const ids = [...list.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map(([, id = '']) => id)
  return Buffer.concat(ids.map((id) => blocks.get(`${name} ${id}`) ?? Buffer.alloc(0)))
}

const standard = {
  etag: '"0x8D"',
  'last-modified': 'Sun, 22 Nov 2026 00:00:00 GMT',
  'x-ms-request-id': '00000000-0000-0000-0000-000000000000',
  'x-ms-version': '2025-01-05',
}

function answer(blob: Buffer, { method, headers }: Asked): Answered {
  const range = /^bytes=(\d+)-(\d*)$/.exec(String(headers['x-ms-range'] ?? headers.range ?? ''))
  const from = Number(range?.[1] ?? 0)
  const to = Math.min(range?.[2] ? Number(range[2]) : blob.length - 1, blob.length - 1)
  const part = blob.subarray(from, to + 1)
  return {
    status: range === null ? 200 : 206,
    headers: {
      ...standard,
      'content-type': 'application/octet-stream',
      'content-length': String(part.length),
      ...(range === null ? {} : { 'content-range': `bytes ${from}-${to}/${blob.length}` }),
    },
    ...(method === 'HEAD' ? {} : { body: part }),
  }
}
