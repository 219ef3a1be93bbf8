import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** The suite against real servers of the distribution; scripts/interop/install.sh installs them. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['__tests__/interop/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 90_000 },
})

export default config
