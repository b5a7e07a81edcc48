import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from './fault.mjs'
import { watchNpm } from './npm-parent.mjs'
import { ROOT } from './settings.mjs'

/** What a script of ours needs in front of it to run TypeScript as the server does. */
export const TYPESCRIPT = ['--import', 'tsx', '--conditions=react-server']

/** The path of the Node that the lockfile pins; this very process when npm's settings kept it from being installed. */
export function pinnedNode() {
  const folder = join(ROOT, 'node_modules', 'node', 'bin')
  const found = [join(folder, 'node'), join(folder, 'node.exe')].find((path) => existsSync(path))
  if (found && spawnSync(found, ['--version'], { stdio: 'ignore' }).status === 0) return found
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Fault('The pinned Node 24 is not installed: allow install scripts for npm, remove node_modules and start again.')
}

/**
 * Runs a script of `bin/` under the pinned Node and ends with its exit code.
 * Stop signals are handed on; the channel between the two closes when this process dies, so the script can end itself.
 */
export function runPinned(script, args) {
  const child = spawn(pinnedNode(), [...TYPESCRIPT, join(ROOT, 'bin', script), ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
  watchNpm(child)
}
