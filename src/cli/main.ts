import { Refusal } from '@/core/refusal'
import { disconnect } from '@/server/db/client'
import { log } from '@/server/log'
import { type ExitCode, UsageError } from './command'
import { COMMANDS } from './commands'
import { say } from './output'

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    sayUsage()
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) {
    say(`unknown command: ${name}`)
    sayUsage()
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    say(`recoup ${command.name} ${command.usage}\n  ${command.summary}`)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof UsageError) {
      say(`${error.message}\nusage: recoup ${command.name} ${command.usage}`)
      return 2
    }
    if (error instanceof Refusal) {
      say(`refused: ${error.code}${detailsOf(error)}`)
      return 1
    }
    throw error
  }
}

function detailsOf({ fields, details }: Refusal): string {
  const all = Object.entries({ ...fields, ...details })
  return all.length === 0 ? '' : ` (${all.map(([name, value]) => `${name}: ${value}`).join(', ')})`
}

function sayUsage(): void {
  const width = Math.max(...COMMANDS.map(({ name, usage }) => name.length + usage.length + 1))
  const lines = COMMANDS.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`)
  say(
    `usage: recoup <command> [--json]\n\n${lines.join('\n')}\n\nJSON alone on stdout, words on stderr. Exit 0 done, 1 refused or problems, 2 wrong usage.`,
  )
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  log().fatal({ err: error }, 'command failed')
  process.exitCode = 1
} finally {
  await disconnect()
}
