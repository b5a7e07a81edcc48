import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pool } from '@/server/db/client'

/** What a piece of work cost: by the wall, and in processor time of this process and of the database server together. */
export type Cost = { wallMs: number; processorMs: number }

/** Clock ticks per second of /proc, the same on every Linux we know. */
const TICKS = 100

/** Runs work once and answers its cost and its result. Where processor time of the server cannot be read, both are the wall. */
export async function costOf<Result>(work: () => Promise<Result>): Promise<Cost & { result: Result }> {
  const server = await findServer()
  const before = { wall: performance.now(), own: process.cpuUsage(), server: server === null ? 0 : serverMs(server) }
  const result = await work()
  const wallMs = performance.now() - before.wall
  const own = process.cpuUsage(before.own)
  const processorMs = server === null ? wallMs : serverMs(server) - before.server + (own.user + own.system) / 1000
  return { wallMs, processorMs, result }
}

/** The cheapest of several rounds by processor time: what else runs on the machine only ever adds. */
export async function leastCost(rounds: number, work: () => Promise<unknown>): Promise<Cost> {
  let least: Cost | null = null
  for (let round = 0; round < rounds; round += 1) {
    const { wallMs, processorMs } = await costOf(work)
    if (least === null || processorMs < least.processorMs) least = { wallMs, processorMs }
  }
  return least ?? { wallMs: Number.NaN, processorMs: Number.NaN }
}

async function findServer(): Promise<number | null> {
  try {
    const { rows } = await pool().query<{ data_directory: string }>('SHOW data_directory')
    return Number(readFileSync(join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** Milliseconds of the server, of the processes it has and of those that ended. */
function serverMs(server: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = statOf(name)
    if (fields === null) continue
    const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((index) => Number(fields[index]))
    if (Number(name) === server) ticks += (user ?? 0) + (system ?? 0) + (endedUser ?? 0) + (endedSystem ?? 0)
    else if (parent === server) ticks += (user ?? 0) + (system ?? 0)
  }
  return (ticks * 1000) / TICKS
}

// The name of a program may hold blanks and brackets; the fields are counted behind it.
function statOf(pid: string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
