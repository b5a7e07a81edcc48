// The second half of npm run web and npm run worker, under the pinned Node.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildApplication, generateClient } from './build.mjs'
import { partArguments } from './children.mjs'
import { openDatabase } from './database.mjs'
import { Fault, fail } from './fault.mjs'
import { assertPortFree } from './port.mjs'
import { environmentOf, ROOT, readSettings } from './settings.mjs'

async function run(name) {
  const settings = readSettings()
  if (settings.databaseUrl === null) throw new Fault(`npm run ${name} needs DATABASE_URL; npm start brings a database of its own.`)
  if (name === 'web') await assertPortFree(settings.port)
  if (name === 'web' && !process.env.NEXTAUTH_SECRET) {
    process.stderr.write('NEXTAUTH_SECRET is not set: sessions of this node are not known to other web nodes.\n')
  }
  const logOf = (tool) => join(settings.data, 'logs', `${tool}.log`)
  await generateClient(logOf('generate'))
  const { url } = await openDatabase(settings)
  const environment = { ...environmentOf(settings, url), NODE_ENV: 'production' }
  if (name === 'web') await buildApplication(environment, logOf('build'))
  const child = spawn(process.execPath, partArguments(settings)[name], { cwd: ROOT, env: environment, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
  process.on('disconnect', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 0))
}

run(process.argv[2]).catch(fail)
