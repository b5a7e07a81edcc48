// The second half of the CLI, under the pinned Node: opens the database for the length of one command.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { generateClient } from './build.mjs'
import { openDatabase } from './database.mjs'
import { fail } from './fault.mjs'
import { TYPESCRIPT } from './pinned-node.mjs'
import { environmentOf, ROOT, readSettings } from './settings.mjs'

const NEEDS_NO_DATABASE = ['inspect', 'help', '--help', '-h', undefined]

async function run(args) {
  const settings = readSettings()
  await generateClient(join(settings.data, 'logs', 'generate.log'))
  const database = NEEDS_NO_DATABASE.includes(args[0]) ? null : await openDatabase(settings)
  const env = environmentOf(settings, database?.url ?? settings.databaseUrl)
  const child = spawn(process.execPath, [...TYPESCRIPT, join(ROOT, 'src/cli/main.ts'), ...args], { cwd: ROOT, env, stdio: 'inherit' })
  // A Ctrl-C reaches the command by itself; a signal to us alone is handed on. Either way the database is put away after it.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('disconnect', () => child.kill('SIGTERM'))
  const code = await new Promise((done) => child.on('exit', (status) => done(status ?? 1)))
  await database?.close()
  process.exit(code)
}

run(process.argv.slice(2)).catch(fail)
