import type { WriteStream } from 'node:tty'

/** `12 of 300 endpoints` on one line of a terminal that rewrites itself; nothing at all anywhere else. */
export interface ProgressLine {
  readonly show: (done: number, total: number) => void
  readonly clear: () => void
}

const betweenMs = 100
/** A run that is over sooner needs no consolation. */
const patienceMs = 500

export function progressLine(stream: WriteStream | null): ProgressLine {
  if (stream?.isTTY !== true) return { show: () => {}, clear: () => {} }
  const started = performance.now()
  let last = started + patienceMs - betweenMs
  let shown = false
  return {
    show(done, total) {
      const at = performance.now()
      if (at - last < betweenMs) return
      last = at
      shown = true
      const seconds = Math.round((at - started) / 1000)
      stream.write(`\r\u001B[K${done} of ${total} endpoints, ${seconds} s`)
    },
    clear() {
      if (shown) stream.write('\r\u001B[K')
    },
  }
}
