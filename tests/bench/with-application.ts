import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort, startEmbedded } from '@/server/embedded/start-embedded'
import { ROOT } from '../tidy/source-files'
import { makeDeductions } from './make-deductions'

const READY_MS = 900_000

/** Starts the application as people do, production build and demo company, with so many deductions more, and ends it afterwards. */
export async function withApplication<Result>(deductions: number, work: (address: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'recoup-route-'))
  const port = await findFreePort()
  const address = `http://localhost:${port}`
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), RECOUP_DATA: folder, RECOUP_DEMO: '1', RECOUP_URL: address, DATABASE_URL: '' },
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  try {
    await untilReady(address)
    await load(join(folder, 'postgres'), deductions)
    return await work(address)
  } finally {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

async function untilReady(address: string): Promise<void> {
  const until = performance.now() + READY_MS
  for (;;) {
    const answer = await fetch(`${address}/api/ready`).catch(() => null)
    if (answer?.ok) return
    if (performance.now() > until) throw new Error('the application did not start')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

async function load(folder: string, deductions: number): Promise<void> {
  const database = await startEmbedded(folder)
  const before = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = database.url
  try {
    await makeDeductions(deductions)
  } finally {
    const { disconnect } = await import('@/server/db/client')
    await disconnect()
    if (before === undefined) delete process.env['DATABASE_URL']
    else process.env['DATABASE_URL'] = before
    await database.stop()
  }
}
