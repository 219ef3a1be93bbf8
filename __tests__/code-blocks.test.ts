import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

import { type ActionInterface, repositoryFile } from '../scripts/generate-readme.ts'
import { readConfig } from '../src/config/read-config.ts'
import { remember } from '../src/history/remember.ts'
import { renderTable } from '../src/report/table.ts'
import { parseArguments } from '../src/terminal/arguments.ts'
import { helpText } from '../src/terminal/help.ts'
import { startLab } from '../src/terminal/lab/lab.ts'
import { certificateA, keyA } from './config/pem.ts'
import { complaints, read, request, workspace } from './config/workspace.ts'
import { dns } from './support/certificate.ts'
import { type CodeBlock, blocksOf, codeBlocks } from './support/code-blocks.ts'
import { day, leaf, run, serves } from './support/history.ts'
import { start } from './support/program.ts'
import { report } from './support/report.ts'
import { readWorkflow, readWorkflowText, type Step, type Workflow } from './support/workflow/workflow-file.ts'

const blocks = codeBlocks()
const action = parse(repositoryFile('action.yml')) as ActionInterface
const ours = 'certificate-monitor/certificate-monitor@v1'
const reusable = 'certificate-monitor/certificate-monitor/.github/workflows/monitor.yml@v1'

/** A kind of block: which ones are of it; the tests below say what becomes of them. */
const kinds: Readonly<Record<string, (block: CodeBlock) => boolean>> = {
  config: ({ language, text }) => language === 'yaml' && topKeys(text).some((key) => key === 'domains'),
  workflow: ({ language, text }) => language === 'yaml' && topKeys(text).includes('jobs'),
  steps: ({ language, text }) => language === 'yaml' && text.startsWith('- uses:'),
  post: ({ language }) => language === 'json',
  commands: ({ language, text }) => language === 'sh' || (language === '' && text.startsWith('npm ')),
  help: ({ text }) => text === helpText,
  demo: ({ document, text }) => document === 'README.md' && text.startsWith('Now '),
  complaints: ({ document, text }) => document === 'docs/config.md' && text.startsWith('.github/'),
  rotation: ({ document, text }) => document === 'docs/history.md' && text.startsWith('↻'),
  tree: ({ document, text }) => document === 'ARCHITECTURE.md' && text.includes('\nsrc/\n'),
  law: ({ document, text }) => document === 'ARCHITECTURE.md' && text.includes('doors\n'),
  figures: ({ document, language }) => document === 'BENCHMARKS.md' && language === '',
}

function topKeys(text: string): readonly string[] {
  return [...text.matchAll(/^(\w+):/gm)].map(([, key = '']) => key)
}

function of(kind: string): readonly (CodeBlock & { readonly where: string })[] {
  return blocks
    .filter((block) => kindOf(block) === kind)
    .map(({ document, line, language, text }) => ({
      document,
      line,
      language,
      text,
      where: `${document}:${line}`,
    }))
}

/** The first kind that fits. */
function kindOf(block: CodeBlock): string | null {
  return Object.keys(kinds).find((kind) => kinds[kind]?.(block)) ?? null
}

test('every block of code in the documents is of a kind that is checked here', () => {
  const unknown = blocks.filter((block) => kindOf(block) === null)

  expect(unknown.map(({ document, line }) => `${document}:${line}`)).toEqual([])
  for (const kind of Object.keys(kinds)) expect(of(kind), kind).not.toEqual([])
})

test('a block that stands in a list is found, and one that nobody closes is named', () => {
  expect(blocksOf('a.md', 'x\n\n- y\n\n  ```sh\n  ls\n  ```\n')).toEqual([
    { document: 'a.md', line: 5, language: 'sh', text: '  ls\n' },
  ])
  expect(() => blocksOf('a.md', '```sh\nls\n')).toThrow('a.md:1: nobody closes this block')
})

/** Something sound for every `${NAME}` that a config of the documents looks up. */
const secrets = {
  PASSPHRASE: 'open',
  CLIENT_PASSPHRASE: 'open',
  SAML_PASSWORD: 'open',
  SMTP_PASSWORD: 'open',
  CLIENT_P12: 'base64:MIA=',
  CLIENT_KEY: keyA,
  WEBHOOK_URL: 'https://hooks.example/a',
  WEBHOOK_SECRET: 'signed',
  SLACK_URL: 'https://hooks.example/b',
  TEAMS_URL: 'https://hooks.example/c',
  HEARTBEAT_URL: 'https://beat.example/d',
}
const beside = { 'ca.pem': certificateA, 'client.pem': certificateA }

test.each(of('config'))('the config of $where is read without a complaint', async ({ text }) => {
  const path = join(workspace({ ...beside, 'certificates.yml': text }), 'certificates.yml')
  const resolve = { targets: true, notifications: true }
  const { entries, warnings } = await readConfig(request({ path, environment: secrets, resolve }))

  expect(entries.length).toBeGreaterThan(0)
  expect(warnings).toEqual([])
})

test.each(of('workflow'))(
  'the workflow of $where is one to GitHub, and calls us as we are',
  ({ text, where }) => {
    const whole = topKeys(text).includes('on') ? text : `on: workflow_dispatch\n${text}`
    expectToCallUs(readWorkflowText(where, whole))
  },
)

test.each(of('steps'))(
  'the steps of $where are steps to GitHub, and call us as we are',
  ({ text, where }) => {
    const job = `on: workflow_dispatch\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n`
    expectToCallUs(readWorkflowText(where, job + text.replaceAll(/^(?=.)/gm, '      ')))
  },
)

function expectToCallUs({ jobs }: Workflow): void {
  const steps = Object.values(jobs).flatMap(({ steps = [] }) => steps)
  const ourSteps = steps.filter(({ uses }: Step) => uses === ours)
  const calls = Object.values(jobs).filter(({ uses }) => uses === reusable)
  const { inputs = {}, secrets = {} } = readWorkflow('.github/workflows/monitor.yml').on.workflow_call ?? {}

  expect(ourSteps.length + calls.length).toBe(1)
  for (const step of ourSteps)
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given(step.with)))
  for (const call of calls) {
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given(call.with)))
    expect(Object.keys(secrets)).toEqual(expect.arrayContaining(given(call.secrets)))
  }
}

function given(mapping: object = {}): string[] {
  return Object.keys(mapping)
}

/** The commands of a block, without their comments. */
function commandsOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [commands = ''] = line.split(/\s+#\s/)
    return commands.split('&&').flatMap((command) => command.trim() || [])
  })
}

const prefix = /^(?:(?:npx )?certificate-monitor|node dist\/index\.js|node src\/main\.ts) (.+)$/

test.each(of('commands'))('each command of $where is one that there is', ({ text }) => {
  const { scripts } = JSON.parse(repositoryFile('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  for (const command of commandsOf(text)) {
    const [, words] = prefix.exec(command) ?? []
    if (words !== undefined) expect(parseArguments(words.split(' ')).kind).toBe(words.split(' ')[0])
    else {
      const [, script = ''] = /^npm (?:run )?(\S+)$/.exec(command) ?? []
      expect({ ci: '', ...scripts }).toHaveProperty([script])
    }
  }
})

const runnable = of('commands').filter(({ text }) =>
  commandsOf(text).every((command) => prefix.test(command)),
)

describe('commands for a terminal', () => {
  let files: Readonly<Record<string, string>>
  beforeAll(async () => {
    const lab = await startLab(new Date())
    const healthy = lab.servers.filter(({ name }) => name === 'healthy RSA' || name === 'healthy ECDSA')
    const config = `domains:\n${healthy
      .map(
        ({ domain, port }) =>
          `  - { domain: ${domain}, port: ${port}, connect_to: 127.0.0.1, trust: { ca_files: [ca.pem] } }`,
      )
      .join('\n')}\n`
    files = { 'certificates.yml': config, 'ca.pem': lab.caPem }
    return () => lab.close()
  })

  test.each(runnable)('those of $where do what they say, one after the other', async ({ text }) => {
    const cwd = workspace(files)
    for (const command of commandsOf(text)) {
      const words = prefix.exec(command)?.[1]?.split(' ') ?? []
      const endless = words.includes('--watch')
      const { code, stderr } = await start({
        cwd,
        arguments: words,
        meanwhile: (printed, kill) => {
          if (endless && printed.includes('Next check at')) kill('SIGINT')
        },
      })
      // A year from now the lab's certificates have expired, and Ctrl-C ends a watch.
      expect([command, code, stderr.includes('Error')]).toEqual([
        command,
        words.includes('--now') ? 1 : endless ? 130 : 0,
        false,
      ])
    }
    const log = commandsOf(text).flatMap((command) => /--(?:log|out) (\S+)/.exec(command)?.[1] ?? [])
    expect(log.filter((name) => !existsSync(join(cwd, name)))).toEqual([])
  })
})

test.each(of('demo'))('each line that $where shows of the demo is one that it prints', async ({ text }) => {
  const { code, stdout } = await start({ cwd: workspace({}), arguments: ['demo'] })
  const printed = new Set(stdout.split('\n').map(shape))

  expect(code).toBe(0)
  expect(text.split('\n').filter((line) => !printed.has(shape(line)))).toEqual([])
})

/** What is the same from run to run: ports, digests, dates and days are not. */
function shape(line: string): string {
  return line
    .replaceAll(/\b[0-9a-f]{64}\b/g, '#')
    .replaceAll(/\d+/g, '#')
    .replaceAll(/ +/g, ' ')
    .trim()
}

test.each(of('complaints'))('what $where says of mistakes is what the reader says', async ({ text }) => {
  const wrong =
    'domains:\n  - example.com\n  - domain: shop.example.com\n    ports: 8443\nrules:\n  protocol/tls1.O: error\n'
  const said = await complaints(read(wrong))

  expect(said.map((line) => `.github/${line}`)).toEqual(text.trimEnd().split('\n'))
})

test.each(of('rotation'))('the rotation of $where is told in these words', ({ text }) => {
  const old = leaf('old', {
    notBefore: day(-50),
    notAfter: day(61.7),
    alternativeNames: dns('example.com', 'www.example.com'),
  })
  const before = remember(run(null, { ...serves(old), at: day(-40) }, day(-40)), day(-40), 50)
  const renewed = leaf('new', { spkiSha256: old.spkiSha256, alternativeNames: dns('example.com') })
  const table = renderTable(report({ assessments: [run(before, serves(renewed), day(0))] }), {
    color: false,
    width: 200,
  })

  expect(table).toContain(text.trimEnd())
})

test.each(of('post'))('the post of $where is one that a receiver gets', ({ text }) => {
  const [first] = JSON.parse(
    repositoryFile('__tests__/fixtures/reports/webhook-generic.json'),
  ) as readonly object[]

  expect(JSON.parse(text)).toEqual(first)
})

test.each(of('tree'))('every file that $where names is there', ({ text }) => {
  const named: string[] = []
  let folder = ''
  for (const [, indent = '', name = ''] of text.matchAll(/^( *)(\S+\/?)(?: |$)/gm)) {
    if (indent === '') folder = name.endsWith('/') ? name : ''
    if (indent.length <= 2) named.push(indent === '' ? name : folder + name)
  }

  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
})

test.each(of('law'))('every room and file of $where is in src', ({ text }) => {
  const named = [...text.matchAll(/\b([a-z][a-z-]*(?:\.ts|\/))/g)].map(([name]) => name)

  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((path) => !existsSync(new URL(`../src/${path}`, import.meta.url)))).toEqual([])
})

test.each(of('figures'))('each row of $where is one that the benchmark prints', ({ text }) => {
  const known = benchmarkTexts()

  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !known.some((one) => one.test(line))),
  ).toEqual([])
})

/** Whatever the benchmark's sources may print at the beginning of a line. */
function benchmarkTexts(): readonly RegExp[] {
  const folder = fileURLToPath(new URL('../scripts/bench', import.meta.url))
  const paths = [...readdirSync(folder).map((name) => `scripts/bench/${name}`), 'scripts/bench.ts']
  const source = paths.map(repositoryFile).join('\n')
  const quoted = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`/g)]
  const texts = quoted.map(([, single = '', double = '', template = '']) => {
    const constant = literally(single.replaceAll("\\'", "'") + double)
    // What is computed may be anything.
    return (
      constant +
      template
        .split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/)
        .map(literally)
        .join('.+')
    )
  })
  return [
    /^$/,
    /^ +goal +holds$/,
    ...texts.filter((text) => text.length > 6).map((text) => new RegExp(`^${text}`)),
  ]
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
