import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that start the built program come first: whatever takes long must not begin last. */
class ProgramFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const startsProgram = ({ moduleId }: TestSpecification): boolean => /__tests__\/[^/]+$/.test(moduleId)
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(startsProgram(b)) - Number(startsProgram(a)))
  }
}

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // Servers of the distribution, which scripts/interop/install.sh installs, and bad weather, which takes its time:
    // each has a configuration of its own.
    exclude: [...configDefaults.exclude, '__tests__/interop/**', '__tests__/faults/**'],
    // Servers, processes and keys are made in hooks, too.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Most of the time is waiting: for servers, for processes, for patience to end.
    maxWorkers: 3,
    // Files share workers: loading our modules anew for each took a sixth of the time. What modules keep are caches.
    isolate: false,
    unstubEnvs: true,
    restoreMocks: true,
    globalSetup: '__tests__/support/compiled.ts',
    sequence: { sequencer: ProgramFirst },
  },
})

export default config
