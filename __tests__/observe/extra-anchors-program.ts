import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'

import { at, observe, onlyDelivery } from './observing.ts'

/** A program of its own, because Node reads NODE_EXTRA_CA_CERTS when it starts: prints what trust can be built. */
const [, , port, ...files] = argv
const anchors = files.map((file) => new X509Certificate(readFileSync(file)).raw)
const { trust } = onlyDelivery(await observe(at(Number(port), { trust: { anchors, public: true } })))
stdout.write(JSON.stringify({ paths: trust.paths.length, obstacle: trust.obstacle }))
