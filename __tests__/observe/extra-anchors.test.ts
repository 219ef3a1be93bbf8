import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { describe, expect, test } from 'vitest'

import { authority, hierarchy } from '../support/mint.ts'
import { serving, tlsServer } from '../support/servers.ts'

const { root, intermediate, leaf } = hierarchy()
const program = new URL('extra-anchors-program.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'certificate-monitor-test-'))
const extra = join(folder, 'extra.pem')
const own = join(folder, 'own.pem')
writeFileSync(extra, root.certificatePem)
writeFileSync(own, authority('Another Root').certificatePem)

describe('a root that the machine trusts by NODE_EXTRA_CA_CERTS', () => {
  test.for([
    ['alone', []],
    ['beside anchors of the config', [own]],
  ] as const)('is trusted %s', async ([, anchors]) => {
    const { port } = await tlsServer(serving([leaf, intermediate]))

    const { stdout } = await promisify(execFile)(process.execPath, [program, String(port), ...anchors], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: extra },
      timeout: 15_000,
    })

    expect(JSON.parse(stdout)).toEqual({ paths: 1, obstacle: null })
  })
})
