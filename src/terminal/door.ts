import { repositoryUrl } from '../model/product.ts'
import { visible } from '../report/escape.ts'
import { exitCodes } from '../report/outcome.ts'
import { type Command, parseArguments, UsageError } from './arguments.ts'
import { helpText, versionText } from './help.ts'

/** The door for people: arguments in, text and an exit code out. Each command loads only what it needs. */
export async function open(): Promise<number> {
  // A reader that went away, as in `… | head`, is no reason to complain, and none to call the run a success.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      // The history stays as it is: the next run tells again what nobody could read.
      if (stream === process.stdout) say(`The standard output cannot be written: ${error.message}`, 0)
      process.exit(exitCodes.bug)
    })
  }
  try {
    return await carryOut(parseArguments(process.argv.slice(2)))
  } catch (thrown) {
    return explain(thrown)
  }
}

async function carryOut(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(helpText)
      return command.asked ? exitCodes.fine : exitCodes.usage
    case 'version':
      process.stdout.write(`${versionText()}\n`)
      return exitCodes.fine
    case 'schema': {
      const { schemaText } = await import('./schema.ts')
      process.stdout.write(await schemaText(command.of))
      return exitCodes.fine
    }
    case 'demo': {
      const { runDemo } = await import('./run-demo.ts')
      return runDemo(command.report)
    }
    case 'plan':
      return (await import('./run-fleet.ts')).runPlan(command)
    case 'observe':
      return (await import('./run-fleet.ts')).runObserve(command)
    case 'conclude':
      return (await import('./run-fleet.ts')).runConclude(command)
    case 'check': {
      const { runCheck } = await import('./run-check.ts')
      return runCheck(command)
    }
  }
}

/** Nothing that reaches this point is a surprise to the user but the last case. */
function explain(thrown: unknown): number {
  if (thrown instanceof UsageError) return say(thrown.complaints.join('\n'), exitCodes.usage)
  if (!(thrown instanceof Error)) return say(String(thrown), exitCodes.bug)
  if (thrown.name === 'ConfigError') return say(thrown.message, exitCodes.usage)
  if (thrown.name === 'Unusable') return say(thrown.message, exitCodes.bug)
  const report = `certificate-monitor itself failed. Please report this at ${repositoryUrl}/issues`
  return say(`${report}\n${thrown.stack ?? thrown.message}`, exitCodes.bug)
}

function say(text: string, code: number): number {
  const lines = text.split('\n').map((line) => visible(line))
  process.stderr.write(`${lines.join('\n')}\n`)
  return code
}
