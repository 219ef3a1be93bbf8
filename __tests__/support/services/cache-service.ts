import { type Answered, json, twirpError } from './loopback.ts'
import { newBlob, type State } from './state.ts'

interface CacheRequest {
  readonly key: string
  readonly version: string
  readonly restore_keys?: readonly string[]
  readonly size_bytes?: string
}

/** GitHub's cache service, version 2. Keys are immutable; a restore key finds the newest that begins like it. */
export function cacheService(method: string, body: unknown, state: State, blobs: string): Answered {
  const { cache: fault } = state.faults
  if (fault === 'hanging') return null
  if (typeof fault === 'number') return twirpError(fault, 'the stand-in fails')
  const request = body as CacheRequest
  switch (method) {
    case 'CreateCacheEntry':
      return create(request, state, blobs)
    case 'FinalizeCacheEntryUpload':
      return finalize(request, state)
    case 'GetCacheEntryDownloadURL':
      return find(request, state, blobs)
    default:
      return twirpError(404, `no method ${method}`)
  }
}

function create({ key, version }: CacheRequest, state: State, blobs: string): Answered {
  if (state.faults.cache === 'write-denied')
    return json({ ok: false, message: 'cache write denied: the token is read-only' })
  if (state.caches.some((one) => one.key === key && one.version === version))
    return twirpError(409, `cache entry with the same key already exists: ${key}`)
  const blob = newBlob(state)
  state.caches.push({ key, version, blob, complete: false })
  return json({ ok: true, signed_upload_url: `${blobs}/blobs/${blob}?sig=upload` })
}

function finalize({ key, version, size_bytes: size }: CacheRequest, state: State): Answered {
  const entry = state.caches.find((one) => one.key === key && one.version === version)
  if (entry === undefined || Number(size) !== state.blobs.get(entry.blob)?.length)
    return json({ ok: false, message: 'the upload is not complete' })
  entry.complete = true
  return json({ ok: true, entry_id: '1' })
}

function find(request: CacheRequest, state: State, blobs: string): Answered {
  if (state.faults.cache === 'read-denied')
    return twirpError(403, 'cache read denied: the token has no readable scope')
  const { key, version, restore_keys: prefixes = [] } = request
  const there = state.caches.filter((one) => one.complete && one.version === version)
  const exact = there.find((one) => one.key === key)
  const match = [key, ...prefixes]
    .map((prefix) => there.findLast((one) => one.key.startsWith(prefix)))
    .find((one) => one !== undefined)
  const entry = exact ?? match
  if (entry === undefined) return json({ ok: false })
  const address = `${blobs}/blobs/${entry.blob}?sig=download`
  return json({ ok: true, signed_download_url: address, matched_key: entry.key })
}
