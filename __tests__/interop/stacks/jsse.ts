import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import type { Pairs } from '../pair.ts'
import { type LabServer, lacking, type Stack } from '../stack.ts'

interface JavaServer extends LabServer {
  readonly pair: keyof Pairs
  readonly protocols: string
  /** `default`, `all`, or names with commas. */
  readonly suites: string
}

const servers: readonly JavaServer[] = [
  { name: 'what it serves without being told', pair: 'rsa', protocols: 'default', suites: 'default' },
  {
    name: 'SSLv3 to TLS 1.3 with all suites, export ones among them',
    pair: 'rsa',
    protocols: 'SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3',
    suites: 'all',
  },
  {
    name: 'ECDSA with all suites of TLS 1.2',
    pair: 'ecdsa',
    protocols: 'TLSv1.2',
    suites: 'all',
    unheard: [
      {
        witness: 'sslscan',
        of: 'TLSv1.2',
        groupsOnly: true,
        because: 'it offers a curve alone, without the certificate’s',
      },
    ],
  },
]

/** Java's own stack, which shares no line with OpenSSL. The program compiles itself: that takes a JDK of 11 or later. */
export const jsse: Stack = {
  name: 'JSSE',
  lack: () => (lacking('java') === undefined ? withoutCompiler() : 'java is not installed here'),
  servers,
  preparations: ({ pairs, directory }) =>
    (['rsa', 'ecdsa'] as const).map((kind) => {
      const { certificate, key } = pairs[kind]
      return [
        'openssl',
        'pkcs12',
        '-export',
        '-in',
        certificate,
        '-inkey',
        key,
        '-passout',
        'pass:secret',
        '-out',
        join(directory, `${kind}.p12`),
      ]
    }),
  programs: (site) => [
    {
      command: [
        'java',
        join(import.meta.dirname, 'Serve.java'),
        ...servers.flatMap((server) => [
          String(site.port(server)),
          `${server.pair}.p12`,
          server.protocols,
          server.suites,
        ]),
      ],
      serves: servers,
    },
  ],
}

function withoutCompiler(): string | undefined {
  const modules = spawnSync('java', ['--list-modules']).stdout.toString()
  return modules.includes('jdk.compiler')
    ? undefined
    : 'java is installed here, but no compiler: it takes a JDK'
}
