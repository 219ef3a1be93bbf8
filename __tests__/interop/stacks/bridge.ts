import { spawn } from 'node:child_process'
import { connect, createServer, type Server } from 'node:net'

/**
 * Joins a port of ours to a server that has a network of its own, through a Unix socket:
 * `node bridge.ts outside SOCKET PORT COMMAND…` here, and there `node bridge.ts inside SOCKET COMMAND…`.
 */
const [side, socketPath = '', ...rest] = process.argv.slice(2)

if (side === 'outside') {
  const [port, ...command] = rest
  begin(command)
  forward({ path: socketPath }).listen(Number(port), '127.0.0.1')
} else {
  begin(rest)
  forward({ port: 443, host: '127.0.0.1' }).listen(socketPath)
}

function begin([program = '', ...parameters]: readonly string[]): void {
  spawn(program, parameters, { stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 1))
}

/** Hands on every connection, with FIN as FIN. */
function forward(to: { path: string } | { port: number; host: string }): Server {
  return createServer({ allowHalfOpen: true }, (here) => {
    const there = connect({ ...to, allowHalfOpen: true })
    here.pipe(there).pipe(here)
    here.once('error', () => there.destroy())
    there.once('error', () => here.destroy())
  })
}
