import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUntouched } from './database.mjs'
import { TYPESCRIPT } from './pinned-node.mjs'
import { ROOT } from './settings.mjs'
import { runTool } from './tool.mjs'

/**
 * Loads the demo company into a database that nothing was ever written to.
 * A load that was cut off is taken up again at the next start: the loader skips what is there.
 */
export async function loadDemoOnce(settings, environment) {
  const state = readDemoState(settings)
  if (!settings.demo || state === 'loaded') return
  if (state === 'none' && !(await isUntouched(environment.DATABASE_URL))) return
  process.stderr.write('Loading the demo company (once) …\n')
  writeDemoState(settings, 'begun')
  await runTool('seed-demo', [...TYPESCRIPT, 'src/cli/main.ts', 'seed-demo'], environment, join(settings.data, 'logs', 'seed-demo.log'))
  writeDemoState(settings, 'loaded')
}

/** 'none', 'begun' or 'loaded' for the database that the settings name. */
export function readDemoState(settings) {
  const path = statePath(settings)
  if (!existsSync(path)) return 'none'
  const { database, state } = JSON.parse(readFileSync(path, 'utf8'))
  return database === nameOf(settings) ? state : 'none'
}

function writeDemoState(settings, state) {
  mkdirSync(settings.data, { recursive: true })
  writeFileSync(statePath(settings), JSON.stringify({ database: nameOf(settings), state }))
}

const statePath = (settings) => join(settings.data, 'demo.json')

function nameOf({ databaseUrl }) {
  if (databaseUrl === null) return 'embedded'
  const url = new URL(databaseUrl)
  return `${url.host}${url.pathname}`
}
