import { isDeepStrictEqual } from 'node:util'

import { parseAllowedRunners } from '../../../src/config/allowed-runners.ts'
import { ConfigError } from '../../../src/config/complaint.ts'
import { readConfigText } from '../../../src/config/config-text.ts'
import { parseHostText } from '../../../src/config/host-text.ts'
import { readAll } from '../../../src/config/read-config.ts'
import { interpolated, isLiteral, parseSecrets } from '../../../src/config/secrets.ts'
import { parseAddress } from '../../../src/model/address.ts'
import { parseHostname } from '../../../src/model/hostname.ts'
import { parseShardNumber, plan } from '../../../src/shards/plan.ts'
import { parseArguments, UsageError } from '../../../src/terminal/arguments.ts'
import { answerIn, answerOf, demand, type Subject } from '../subject.ts'

const settings = [
  'domains:\n',
  'domain: ',
  'defaults:\n',
  'port: ',
  'file: ',
  'trust: ',
  'ca_files: ',
  'rules: ',
  'waivers: ',
  'until: 2027-02-01',
  'network:\n',
  'proxy: ',
  'client_certificate:\n',
  'notifications:\n',
  'email:\n',
  'webhooks:\n',
  'starttls: ',
  'connect_to: ',
  'expect:\n',
  'runner: ',
  '"${A}"',
  '${A:-b}',
  '${A',
  '-----BEGIN CERTIFICATE-----',
  'base64:',
  '443',
] as const

const signs = [
  ': ',
  '- ',
  '\n  ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '#',
  '|',
  '>',
  '!',
  '!!str ',
  '%YAML 1.2',
  '---\n',
  '? ',
  '&a ',
  '*a',
  '<<: ',
  '...',
] as const

/** The whole way of a config that somebody else's change brings: read, looked up, resolved into targets. */
async function readWhole(input: Buffer, path: string): Promise<void> {
  const fetch = async (wanted: string): Promise<Uint8Array | null> => (wanted === path ? input : null)
  const read = await answerIn(
    () =>
      readAll(
        {
          path: `/fuzz/${path}`,
          hosts: [],
          scan: null,
          probes: false,
          anchors: [],
          root: '/fuzz',
          secrets: new Map([['A', 'value']]),
          environment: {},
          resolve: { targets: true, notifications: true },
          untrusted: false,
          vouched: null,
        },
        fetch,
      ),
    ConfigError,
  )
  if (read === undefined) return
  const { entries } = read.watchlist
  const shards = plan(entries, 3)
  const ids = entries.map(({ target }) => target.id)
  demand(new Set(ids).size === ids.length, 'two targets with one id')
  demand(
    isDeepStrictEqual(shards.flatMap((shard) => shard.ids).toSorted(), ids.toSorted()),
    'a target lost between shards',
  )
}

/** Complaints point into the file, and say something to be done. */
function readText(input: Buffer, path: string): void {
  const lines = input.toString('utf8').split('\n').length
  try {
    readConfigText(input, path)
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown
    for (const { place, message, remedy } of thrown.complaints) {
      demand(message !== '' && remedy !== '', 'a complaint without words')
      demand(
        place === null || (place.line >= 1 && place.line <= lines && place.column >= 1),
        'a complaint about nowhere',
      )
    }
  }
}

/** What people write, and what may arrive with somebody else's change. */
export const configSubjects: readonly Subject[] = [
  {
    name: 'config-yaml',
    room: 'config',
    shape: 'text',
    words: [...settings, ...signs],
    borrowed: ['examples/'],
    async check(input) {
      readText(input, 'c.yml')
      await readWhole(input, 'c.yml')
    },
  },
  {
    name: 'config-json',
    room: 'config',
    shape: 'json',
    words: settings.map((word) => word.trim().replace(/:$/u, '')),
    async check(input) {
      readText(input, 'c.json')
      await readWhole(input, 'c.json')
      const ours = answerOf(() => readConfigText(input, 'c.json'), ConfigError)
      if (ours === undefined) return
      demand(
        isDeepStrictEqual(ours.value, JSON.parse(new TextDecoder().decode(input))),
        'JSON that JSON.parse reads differently',
      )
    },
  },
  {
    name: 'secrets',
    room: 'config',
    shape: 'text',
    words: ['A=', 'B<<END\n', 'END\n', '#', '=', '<<', 'GITHUB_TOKEN=', '${A}', '$${', '${A:-', '}'],
    check(input) {
      const text = input.toString('utf8')
      const { values, complaints } = parseSecrets(text)
      for (const { message, remedy } of complaints) {
        demand(message !== '' && remedy !== '', 'a complaint without words')
        demand(!/[\n\r]/u.test(message), 'a complaint of several lines, which may show a value')
      }
      for (const name of values.keys()) demand(/^[A-Za-z_]\w*$/u.test(name), 'a name that is none')
      const found = interpolated(text, (name) => values.get(name))
      if (found.kind === 'text' && isLiteral(text))
        demand(!/\$\{\w+\}/u.test(text.replaceAll('$${', '')), 'a reference is taken as it stands')
    },
  },
  {
    name: 'host-text',
    room: 'config',
    shape: 'text',
    words: ['https://', ':443', '[::1]', 'xn--', '*.', 'example.com', '/path', '?', '@', '%00', '。'],
    check(input) {
      const text = input.toString('utf8')
      const read = parseHostText(text)
      if ('host' in read) {
        const { host, port } = read
        demand(parseHostname(host) === host || parseAddress(host) === host, 'a host that is none')
        demand(
          port === null || (Number.isInteger(port) && port >= 1 && port <= 65_535),
          'a port that is none',
        )
      } else demand(read.message !== '' && read.remedy !== '', 'a complaint without words')
    },
  },
  {
    name: 'allowed-runners',
    room: 'config',
    shape: 'json',
    words: ['self-hosted', '[', ']', '"'],
    check(input) {
      const lists = answerOf(() => parseAllowedRunners(input.toString('utf8')), ConfigError)
      demand(
        lists?.every((labels) => labels.every((label) => typeof label === 'string')) ?? true,
        'a label that is none',
      )
    },
  },
  {
    name: 'arguments',
    room: 'terminal',
    shape: 'text',
    words: [
      'check\n',
      'plan\n',
      'observe\n',
      'conclude\n',
      '--config\n',
      '--shard\n2/8\n',
      '--now\n',
      '--fail-on\nwarning\n',
      '--',
      '-',
      '=',
    ],
    check(input) {
      const text = input.toString('utf8').slice(0, 5000)
      answerOf(() => parseArguments(text.split('\n')), UsageError)
      const shard = parseShardNumber(text)
      demand(shard === null || `${shard.shard}/${shard.of}` === text, 'a shard that was not asked for')
    },
  },
]
