import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EmbeddedFault } from './embedded-fault'
import { beginningOf, isAlive } from './process-table'

/** Notes a use of the server by this process and answers the note, which `leave` takes back. */
export function enter(shares: string): string {
  mkdirSync(shares, { recursive: true })
  const note = join(shares, `${process.pid}-${randomUUID()}`)
  writeFileSync(note, beginningOf(process.pid))
  return note
}

/** Takes a note back; true when no living process has one left. */
export function leave(note: string): boolean {
  rmSync(note, { force: true })
  for (const name of readdirSync(dirname(note))) {
    const other = join(dirname(note), name)
    const pid = Number(name.split('-')[0])
    if (isAlive(pid) && beginningOf(pid) === readFileSync(other, 'utf8')) return false
    rmSync(other, { force: true })
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
