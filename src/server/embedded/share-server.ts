import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedFault } from './embedded-fault'
import { beginningOf, isAlive } from './process-table'

/** Notes that this process uses the server; one file per process, named by its id. */
export function enter(shares: string): void {
  mkdirSync(shares, { recursive: true })
  writeFileSync(join(shares, String(process.pid)), beginningOf(process.pid))
}

/** Takes this process off the list; true when no living process is left on it. */
export function leave(shares: string): boolean {
  rmSync(join(shares, String(process.pid)), { force: true })
  for (const name of readdirSync(shares)) {
    const path = join(shares, name)
    if (isAlive(Number(name)) && beginningOf(Number(name)) === readFileSync(path, 'utf8')) return false
    rmSync(path, { force: true })
  }
  return true
}

/** Runs `work` while no other process starts or stops the server of `folder`; a lock left by a dead process does not count. */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'starting')
  for (let waited = 0; !take(lock); waited += 100) {
    if (waited > 120_000)
      throw new EmbeddedFault(`Another process has been starting the database for two minutes; remove ${lock} if there is none.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): boolean {
  const holder = `${process.pid} ${beginningOf(process.pid)}`
  try {
    writeFileSync(lock, holder, { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const [pid, beginning] = readHolder(lock)
  if (isAlive(Number(pid)) && beginningOf(Number(pid)) === beginning) return false
  rmSync(lock, { force: true })
  return false
}

function readHolder(lock: string): string[] {
  try {
    return readFileSync(lock, 'utf8').split(' ')
  } catch {
    return []
  }
}
