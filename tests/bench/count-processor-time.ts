import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pool } from '@/server/db/client'

/** Processor seconds since the start: of this process with its children, and of the database server with its backends. */
export type ProcessorTime = { ours: number; database: number }

const TICKS_PER_SECOND = 100

/** Counts processor time as Linux tells it, so that what else runs on the machine does not count. */
export async function openProcessorTime(): Promise<() => ProcessorTime> {
  const { rows } = await pool().query<{ folder: string }>("SELECT current_setting('data_directory') AS folder")
  const server = Number(readFileSync(join(rows[0]?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0])
  return () => ({ ours: secondsOf(process.pid), database: secondsOf(server) })
}

/** Of a process, of its living children, and of those that it has waited for. */
function secondsOf(pid: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = fieldsOf(name)
    const [user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = fields.slice(11, 15).map(Number)
    if (Number(name) === pid) ticks += user + system + userOfEnded + systemOfEnded
    else if (Number(fields[1]) === pid) ticks += user + system
  }
  return ticks / TICKS_PER_SECOND
}

function fieldsOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    // It has ended meanwhile.
    return []
  }
}
