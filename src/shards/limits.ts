/** What a file of observations may hold. */
export interface ShardLimits {
  /** Of the file as it lies there. */
  readonly compressedBytes: number
  /** Of what comes out of it. */
  readonly plainBytes: number
  readonly lineBytes: number
  readonly observations: number
  readonly certificates: number
}

/**
 * Ample for 50,000 endpoints in one file, and no more than a runner bears. A server's flight has 1 MiB at most: in
 * base64, with all that is told beside it, a line has several.
 */
export const shardLimits: ShardLimits = {
  compressedBytes: 256 * 1024 * 1024,
  plainBytes: 1024 * 1024 * 1024,
  lineBytes: 8 * 1024 * 1024,
  observations: 100_000,
  certificates: 500_000,
}
