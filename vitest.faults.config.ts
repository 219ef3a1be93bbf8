import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Bad weather: dead networks, full disks, wrong clocks, signals at any moment. Mostly on what `npm run build` built. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['__tests__/faults/**/*.test.ts'], testTimeout: 60_000, maxWorkers: 3 },
})

export default config
