/**
 * The same failure out of less: takes pieces away, ever smaller ones, as long as what is left still fails. Gives up
 * after so many tries.
 */
export async function minimised(
  input: Buffer,
  fails: (input: Buffer) => Promise<boolean>,
  mostTries: number,
): Promise<Buffer> {
  let best = input
  let tries = 0
  for (let size = Math.ceil(best.length / 2); size >= 1 && tries < mostTries; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && tries < mostTries;) {
      const less = Buffer.concat([best.subarray(0, at), best.subarray(at + size)])
      tries++
      if (await fails(less)) best = less
      else at += size
    }
  }
  return best
}
