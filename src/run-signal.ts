import { timeLimits } from './model/limits.ts'

/** What may end a run before its time. */
export type EndCause = 'SIGINT' | 'SIGTERM' | 'deadline'

/** Tells a run when to stop. */
export interface RunSignal {
  readonly signal: AbortSignal
  /** Aborted only by whoever wants the run to end: one that took too long still has something to tell. */
  readonly interrupted: AbortSignal
  /** What ended the run; `null` while nothing has. */
  readonly cause: EndCause | null
  /** Listens no more; a later Ctrl-C ends the process at once, as without us. */
  release(): void
}

const exitCodeOf = { SIGINT: 130, SIGTERM: 143 } as const

/** The exit code of a run that somebody ended; `null`: nobody did. */
export function interruption({ cause }: Pick<RunSignal, 'cause'>): number | null {
  return cause === null || cause === 'deadline' ? null : exitCodeOf[cause]
}

/**
 * Ends the run in good order on Ctrl-C, on SIGTERM, and before the job is killed for its length. A watch has no
 * length: it goes on until somebody ends it.
 */
export function runSignal({ endless = false }: { readonly endless?: boolean } = {}): RunSignal {
  const controller = new AbortController()
  const interruption = new AbortController()
  let cause: EndCause | null = null
  const end = (why: EndCause): void => {
    cause ??= why
    release()
    controller.abort()
  }
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    end(signal)
    interruption.abort()
    setTimeout(() => process.exit(exitCodeOf[signal]), timeLimits.graceMs).unref()
  }
  const interrupted = (): void => stop('SIGINT')
  const terminated = (): void => stop('SIGTERM')
  const timer = endless ? undefined : setTimeout(() => end('deadline'), timeLimits.runMs).unref()
  const release = (): void => {
    clearTimeout(timer)
    process.off('SIGINT', interrupted).off('SIGTERM', terminated)
  }
  process.once('SIGINT', interrupted).once('SIGTERM', terminated)
  return {
    signal: controller.signal,
    interrupted: interruption.signal,
    get cause() {
      return cause
    },
    release,
  }
}
