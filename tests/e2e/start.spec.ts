import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { findFreePort } from '../../src/server/embedded/start-embedded'
import { ROOT } from '../tidy/source-files'

// The whole application without the demo, on data and a port of its own, started and ended in every way it may meet.
const SECONDS_TO_READY = 10
const RunRecord = z.object({ processes: z.record(z.string(), z.object({ pid: z.number() })) })
const ownHome = mkdtempSync(join(tmpdir(), 'recoup-start-'))
const data = join(ownHome, 'data')
const started: ChildProcess[] = []
let port = 0

type Run = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

function start(settings: Record<string, string> = {}): Run {
  const env = { ...process.env, DATABASE_URL: '', PORT: String(port), RECOUP_DATA: data, RECOUP_DEMO: '0', RECOUP_URL: '', ...settings }
  const child = spawn('node', ['bin/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => words.push(text))
  started.push(child)
  return { child, said: () => words.join(''), ended: new Promise((done) => child.once('exit', done)) }
}

async function startUntilReady(seconds: number): Promise<Run> {
  const run = start()
  await expect.poll(run.said, { timeout: seconds * 1000, intervals: [100] }).toContain(`ready http://localhost:${port}\n`)
  return run
}

const readProcesses = () => RunRecord.parse(JSON.parse(readFileSync(join(data, 'run.json'), 'utf8'))).processes
const serverPid = () => Number(readFileSync(join(data, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  // Another account serves the database when root starts it, and must be able to enter.
  chmodSync(ownHome, 0o755)
  port = await findFreePort()
})

test.afterAll(() => {
  for (const child of started) child.kill('SIGTERM')
  rmSync(ownHome, { recursive: true, force: true })
})

test('a termination signal stops everything, the database included, although nobody reads what is said', async () => {
  const run = await startUntilReady(60)
  run.child.stdout?.destroy()
  run.child.stderr?.destroy()
  const pids = [serverPid(), ...Object.values(readProcesses()).map(({ pid }) => pid)]
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  await expect.poll(() => pids.filter(isAlive)).toEqual([])
})

test('a second start is ready within ten seconds', async () => {
  const run = await startUntilReady(SECONDS_TO_READY)
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(0)
})

test('what a killed launcher leaves does not block the next start', async () => {
  const run = await startUntilReady(SECONDS_TO_READY)
  const { supervisor, web } = readProcesses()
  run.child.kill('SIGKILL')
  if (supervisor) process.kill(supervisor.pid, 'SIGKILL')
  expect(web && isAlive(web.pid)).toBe(true)
  const next = await startUntilReady(SECONDS_TO_READY)
  expect(readProcesses()['web']?.pid).not.toBe(web?.pid)
  const twice = start()
  expect(await twice.ended).toBe(1)
  expect(twice.said()).toContain(`Recoup already runs at http://localhost:${port}`)
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(0)
})

test('a taken port is one sentence', async () => {
  const other = createServer().listen(port)
  const run = start()
  expect(await run.ended).toBe(1)
  expect(run.said()).toContain(`Port ${port} is taken by another program; stop it, or choose another port: PORT=${port + 1} npm start`)
  await new Promise((done) => other.close(done))
})

test('a wrong database address is one sentence', async () => {
  const run = start({ DATABASE_URL: 'postgresql://somebody:secret@127.0.0.1:1/recoup' })
  expect(await run.ended).toBe(1)
  expect(run.said()).toContain('Cannot use the database at 127.0.0.1:1/recoup: nothing answers there.')
  expect(run.said()).not.toContain('secret')
})
