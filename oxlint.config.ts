import { defineConfig, type OxlintConfig } from 'oxlint'

/** The law of imports (ARCHITECTURE.md §2) as lint rules; __tests__/law.test.ts checks it a second time. */
const rooms = ['config', 'observe', 'judge', 'history', 'report', 'deliver', 'shards']

interface Pattern {
  readonly regex: string
  readonly message: string
}

function below(folders: readonly string[], message: string): Pattern {
  return { regex: String.raw`^(\.\./)+(${folders.join('|')})/`, message: `The law of imports: ${message}.` }
}

const doors: readonly Pattern[] = [
  below(['runner', 'terminal'], 'arrows go down, and the doors are on top'),
  {
    regex: String.raw`^(\.\./)+(main|monitor|world|run-signal|memories|report-files|repository-root|notifications|issues|fleet)\.ts$`,
    message: 'The law of imports: arrows go down.',
  },
]
const net = below(['net'], 'this room never touches the network')
const outside: Pattern = {
  regex:
    '^node:(net|tls|dns|fs|http|https|http2|dgram|child_process|worker_threads|os|timers|perf_hooks)(/|$)',
  message: 'The law of imports: this room touches no socket, no file and no clock.',
}

const fences: Readonly<Record<string, Pattern>> = {
  actions: { regex: '^@actions/', message: 'One fence per dependency: @actions/* belongs to runner/.' },
  yaml: { regex: '^yaml$', message: 'One fence per dependency: yaml belongs to config/.' },
  zod: {
    regex: '^zod(/|$)',
    message:
      'One fence per dependency: zod belongs to config/, shards/ and the schemas of report/ and history/.',
  },
  excel: { regex: '^exceljs', message: 'One fence per dependency: exceljs belongs to report/xlsx.' },
  forge: {
    regex: '^node-forge',
    message: 'One fence per dependency: node-forge belongs to wire/der and wire/pkcs12.',
  },
  dns: {
    regex: '^dns-packet',
    message: 'One fence per dependency: dns-packet belongs to net/dns-message.',
  },
}

/** What files may not import, all fences but the named ones included. Later entries replace earlier ones. */
function law(files: readonly string[], patterns: readonly Pattern[], ...inside: readonly string[]): Override {
  const closed = Object.entries(fences).flatMap(([name, fence]) => (inside.includes(name) ? [] : [fence]))
  return {
    files: [...files],
    rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, ...closed] }] },
  }
}
type Override = NonNullable<OxlintConfig['overrides']>[number]

function others(room: string): Pattern {
  return below(
    rooms.filter((other) => other !== room),
    'rooms never import one another; they meet in monitor.ts',
  )
}

const tool = [...doors, below(rooms, 'arrows go down, and rooms stand above tools')]
const pure = (room: string): readonly Pattern[] => [...doors, others(room), net, outside]

const config: OxlintConfig = defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'node'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  env: { node: true, es2024: true },
  options: { typeAware: true },
  rules: {
    'no-console': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // One after another is often the point: retries, tries in turn, files.
    'no-await-in-loop': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    // tsc sees to it (noImplicitReturns), and knows that a switch is exhaustive.
    'consistent-return': 'off',
    'typescript/consistent-return': 'off',
    // node-forge's declarations have enums; ours have none.
    'typescript/no-unsafe-enum-comparison': 'off',
    // Brands are made by assertion, inside the functions that parse.
    'typescript/no-unsafe-type-assertion': 'off',
    'import/no-named-as-default-member': 'off',
    'import/no-unassigned-import': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/prefer-set-has': 'off',
  },
  overrides: [
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    law(['src/**'], []),
    law(
      ['src/model/**'],
      [{ regex: String.raw`^([^.]|\.\.)`, message: 'The law of imports: model is the ground.' }],
    ),
    law(['src/wire/**'], [...tool, net, outside]),
    law(['src/wire/der.ts', 'src/wire/pkcs12.ts'], [...tool, net, outside], 'forge'),
    law(['src/net/**'], tool),
    law(['src/net/dns-message.ts'], tool, 'dns'),
    law(['src/config/**'], [...doors, others('config'), net], 'yaml', 'zod'),
    law(['src/observe/**'], [...doors, others('observe')]),
    law(['src/judge/**'], pure('judge')),
    law(['src/history/**'], pure('history')),
    law(['src/report/**'], pure('report')),
    law(['src/report/report-schema.ts', 'src/report/schema/**'], pure('report'), 'zod'),
    law(['src/report/xlsx.ts'], pure('report'), 'excel'),
    law(['src/history/memory-schema.ts'], pure('history'), 'zod'),
    law(['src/shards/**'], pure('shards'), 'zod'),
    law(['src/deliver/**'], [...doors, others('deliver')]),
    law(['src/runner/**'], [below(['terminal'], 'the doors do not use each other')], 'actions'),
    law(['src/terminal/**'], [below(['runner'], 'the doors do not use each other')]),
  ],
  ignorePatterns: ['dist', 'build', 'coverage', 'certificate_reports', 'certificate_history'],
})

export default config
