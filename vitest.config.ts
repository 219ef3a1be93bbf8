import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // Servers of the distribution, which scripts/interop/install.sh installs, and bad weather, which takes its time:
    // each has a configuration of its own.
    exclude: [...configDefaults.exclude, '__tests__/interop/**', '__tests__/faults/**'],
    testTimeout: 20_000,
    // Most of the time is waiting: for servers, for processes, for patience to end.
    maxWorkers: 3,
  },
})

export default config
