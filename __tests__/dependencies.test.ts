import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { repositoryFile } from '../scripts/generate-readme.ts'

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        /** An address of its own; absent: the registry. */
        readonly resolved?: string
        readonly integrity?: string
      }
    >
  >
}

interface Dependabot {
  readonly updates: readonly {
    readonly 'package-ecosystem': string
    readonly cooldown?: { readonly 'default-days'?: number }
  }[]
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>
}

test('every dependency is one version, and all that npm installs has a checksum', () => {
  const { dependencies, devDependencies, optionalDependencies }: Package = JSON.parse(
    repositoryFile('package.json'),
  )
  const wanted = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const { packages }: Lock = JSON.parse(repositoryFile('package-lock.json'))
  const installed = Object.entries(packages).filter(([path]) => path !== '')

  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
  expect(installed.length).toBeGreaterThan(100)
  expect(
    installed
      .filter(
        ([, { resolved, integrity = '' }]) => resolved !== undefined || !integrity.startsWith('sha512-'),
      )
      .map(([path]) => path),
  ).toEqual([])
})

test('an update waits for days before it is proposed', () => {
  const { updates }: Dependabot = parse(repositoryFile('.github/dependabot.yml'))

  expect(updates.map((update) => update['package-ecosystem']).toSorted()).toEqual(['github-actions', 'npm'])
  expect(updates.filter(({ cooldown }) => (cooldown?.['default-days'] ?? 0) < 7)).toEqual([])
})

test('CI builds dist anew and compares', () => {
  const { jobs }: Workflow = parse(repositoryFile('.github/workflows/ci.yml'))
  const script = jobs['dist']?.steps.map(({ run = '' }) => run).join('\n') ?? ''

  expect(script).toMatch(/npm ci\nnpm run build\n[\s\S]*git diff --exit-code .*-- dist/)
})
