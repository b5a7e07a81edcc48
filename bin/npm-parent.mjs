import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * Stops `child` when the npm that runs us is killed hard: it cannot tell us, and its shell stays between us.
 * Runs on the machine's own Node, so it cannot use the server's TypeScript.
 */
export function watchNpm(child) {
  const npm = process.env.npm_lifecycle_event ? findNpm(process.ppid) : null
  if (npm === null) return
  const watch = setInterval(() => {
    if (findCommand(npm).includes('npm')) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 1000)
  watch.unref()
}

function findNpm(pid, depth = 0) {
  if (depth === 3 || pid <= 1) return null
  return /^(\S*node\S* )?\S*npm/.test(findCommand(pid)) ? pid : findNpm(findParent(pid), depth + 1)
}

function findCommand(pid) {
  if (process.platform !== 'linux') return askPs(pid, 'command=')
  const path = `/proc/${pid}/cmdline`
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\0', ' ') : ''
}

function findParent(pid) {
  if (process.platform !== 'linux') return Number(askPs(pid, 'ppid='))
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function askPs(pid, column) {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}
