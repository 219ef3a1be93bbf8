/**
 * Loaded before the program: the time of day jumps as a machine's does when somebody sets its clock.
 * CLOCK_JUMP holds the milliseconds after which it jumps, and by how many. Timers do not go by it, as on any machine.
 */
const [afterMs = 0, byMs = 0] = (process.env['CLOCK_JUMP'] ?? '').split(' ').map(Number)
const Real = Date
const passed = (): number => performance.now()
const now = (): number => Real.now() + (passed() >= afterMs ? byMs : 0)

globalThis.Date = class extends Real {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [now()] : given) as [number]))
  }
  static override now(): number {
    return now()
  }
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === '[object Date]'
  }
} as DateConstructor
