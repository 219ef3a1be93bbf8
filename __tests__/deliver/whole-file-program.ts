import { argv, stdout } from 'node:process'

import { streamWhole, writeWhole } from '../../src/deliver/whole-file.ts'

/** A program of its own, because limits are set for processes: writes a file in pieces, and says what came of it. */
const [, , path = '', how = ''] = argv
const pieces = ['a'.repeat(3000), 'b'.repeat(3000)]
const writing =
  how === 'pieces'
    ? writeWhole(path, pieces)
    : streamWhole(path, async (stream) => {
        for (const piece of pieces) stream.write(piece)
        await new Promise((resolve) => stream.on('error', resolve).end(resolve)) // and says nothing of it
      })
stdout.write(await writing.then(() => 'written', String))
