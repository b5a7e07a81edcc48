import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginningOf, isAlive } from '../src/server/embedded/process-table.ts'
import { Fault } from './fault.mjs'

const STOP_SECONDS = 20
// A launcher whose npm was killed notices within a second.
const DOUBT_SECONDS = 3

/** Writes down which processes this start consists of: `{ launcher: { pid, beginning }, … }`. */
export function recordRun({ data, port }, pids, isStopping) {
  const processes = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, { pid, beginning: beginningOf(pid) }]))
  mkdirSync(data, { recursive: true })
  const path = join(data, 'run.json')
  writeFileSync(`${path}.new`, JSON.stringify({ port, isStopping, processes }))
  renameSync(`${path}.new`, path)
}

/** Removes the record of a run that has ended. */
export function forgetRun(data) {
  rmSync(join(data, 'run.json'), { force: true })
}

/**
 * Ends what a killed launcher left behind. A process counts as ours only if it began when ours did.
 * Throws a `Fault` while a whole run with its launcher lives and is not about to end.
 */
export async function clearLeftovers(data) {
  const run = readRun(data)
  if (run === null) return
  const { launcher, supervisor, ...others } = run.processes
  await waitForEnd(launcher, run.isStopping ? STOP_SECONDS : DOUBT_SECONDS)
  if (isStill(launcher)) {
    throw new Fault(`Recoup already runs at http://localhost:${run.port} on this data; stop it first: kill ${launcher.pid}`)
  }
  // The supervisor goes first: if it can, it stops the others in order.
  for (const one of [supervisor, ...Object.values(others)]) await end(one)
  forgetRun(data)
}

function readRun(data) {
  const path = join(data, 'run.json')
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

async function end(one) {
  if (!isStill(one)) return
  process.stderr.write(`Ending process ${one.pid} that an earlier start left behind …\n`)
  process.kill(one.pid, 'SIGTERM')
  await waitForEnd(one, STOP_SECONDS)
  if (isStill(one)) process.kill(one.pid, 'SIGKILL')
  await waitForEnd(one, STOP_SECONDS)
}

async function waitForEnd(one, seconds) {
  for (let waited = 0; waited < seconds * 20 && isStill(one); waited++) await new Promise((done) => setTimeout(done, 50))
}

function isStill(one) {
  return one !== undefined && isAlive(one.pid) && beginningOf(one.pid) === one.beginning
}
