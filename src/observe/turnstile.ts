/** Lets a bounded number of conversations through at a time, in all and with any one host. */
export interface Turnstile {
  /** Runs `visit` when there is room, first come, first served among those whose host has room. */
  pass<T>(host: string, visit: () => Promise<T>): Promise<T>
}

export function turnstile(inAll: number, perHost: number): Turnstile {
  const waiting: { readonly host: string; readonly enter: () => void }[] = []
  const inside = new Map<string, number>()
  let total = 0

  const roomFor = (host: string): boolean => total < inAll && (inside.get(host) ?? 0) < perHost
  const enter = (host: string): void => {
    total++
    inside.set(host, (inside.get(host) ?? 0) + 1)
  }
  const leave = (host: string): void => {
    total--
    const left = (inside.get(host) ?? 1) - 1
    if (left === 0) inside.delete(host)
    else inside.set(host, left)
    const next = waiting.findIndex((one) => roomFor(one.host))
    if (next < 0) return
    const [first] = waiting.splice(next, 1)
    first?.enter()
  }

  return {
    async pass(host, visit) {
      if (roomFor(host)) enter(host)
      else {
        await new Promise<void>((resolve) => {
          waiting.push({
            host,
            enter: () => {
              enter(host)
              resolve()
            },
          })
        })
      }
      try {
        return await visit()
      } finally {
        leave(host)
      }
    },
  }
}
