import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** True while a process with this id lives; a zombie counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return statOf(pid)?.[0] !== 'Z'
}

/** The command line of a process, or '' when it is gone. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** When a process began, as text that is equal only for the same process: ids are reused, id and beginning together are not. */
export function beginningOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  return statOf(pid)?.[19] ?? ''
}

// The fields of /proc/PID/stat after the name, which is in brackets and may hold spaces.
function statOf(pid: number): string[] | null {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
