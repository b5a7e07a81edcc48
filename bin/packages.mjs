import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from './fault.mjs'
import { ROOT } from './settings.mjs'

const OLDEST = [20, 19]

/** Refuses a Node that is too old to install the pinned one. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new Fault(`Recoup needs Node ${OLDEST.join('.')} or newer to start; this is ${process.versions.node}.`)
}

/** Runs `npm ci` when what is installed is not what the lockfile says; words go to stderr. */
export async function installPackages() {
  if (areInstalled()) return
  process.stderr.write('Installing packages (a few minutes the first time) …\n')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await new Promise((done) => {
    const npm = spawn('npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
    npm.on('error', () => done(1))
    npm.on('exit', done)
  })
  if (code !== 0) throw new Fault('npm ci failed; the lines above say why.')
}

// npm writes its own copy of the lockfile as the last step of an installation.
function areInstalled() {
  const copy = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(copy)) return false
  const installed = JSON.parse(readFileSync(copy, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([path, { optional, version, integrity }]) => {
    if (path === '' || optional) return true
    return installed[path]?.version === version && installed[path]?.integrity === integrity
  })
}
