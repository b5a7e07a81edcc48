// The second half of npm start and npm run dev, under the pinned Node.
import { join } from 'node:path'
import { buildApplication, generateClient } from './build.mjs'
import { Child, partArguments } from './children.mjs'
import { openDatabase } from './database.mjs'
import { loadDemoOnce } from './demo.mjs'
import { describe, fail } from './fault.mjs'
import { assertPortFree } from './port.mjs'
import { waitUntilReady } from './readiness.mjs'
import { startOver } from './reset.mjs'
import { clearLeftovers, forgetRun, recordRun } from './run-record.mjs'
import { environmentOf, readSettings } from './settings.mjs'
import { stopTools, watchTools } from './tool.mjs'
import { printWelcome } from './welcome.mjs'

class Run {
  children = []
  database = null
  isRecorded = false
  isStopping = false
  stopping = null

  constructor(settings, isDev) {
    Object.assign(this, { settings, isDev })
    this.tools = watchTools(() => this.record())
  }

  record() {
    const pids = { launcher: process.ppid, supervisor: process.pid, ...this.tools() }
    for (const child of this.children) if (child.pid !== null) pids[child.name] = child.pid
    recordRun(this.settings, pids, this.isStopping)
    this.isRecorded = true
  }

  logOf(name) {
    return join(this.settings.data, 'logs', `${name}.log`)
  }

  async start() {
    if (process.argv.includes('--reset')) await startOver(this.settings)
    await clearLeftovers(this.settings.data)
    await assertPortFree(this.settings.port)
    this.record()
    await generateClient(this.logOf('generate'))
    this.database = openDatabase(this.settings)
    const { url, notices } = await this.database
    for (const notice of notices) process.stderr.write(`${notice}\n`)
    const environment = environmentOf(this.settings, url)
    await loadDemoOnce(this.settings, environment)
    if (!this.isDev) await buildApplication(environment, this.logOf('build'))
    if (!this.isStopping) await this.startChildren({ ...environment, NODE_ENV: this.isDev ? 'development' : 'production' })
  }

  async startChildren(environment) {
    for (const [name, args] of Object.entries(partArguments(this.settings, this.isDev))) {
      this.children.push(new Child(name, args, environment, this.isDev ? null : this.logOf(name), () => this.record()))
    }
    for (const child of this.children) child.start()
    await waitUntilReady(this.settings.port, this.children)
    for (const child of this.children) child.hasStood = true
    printWelcome(this.settings)
  }

  stop(code) {
    this.isStopping = true
    this.stopping ??= this.end().then(() => process.exit(code), fail)
    return this.stopping
  }

  async end() {
    if (!this.isRecorded) return
    this.record()
    await Promise.all([stopTools(), ...this.children.map((child) => child.stop())])
    const database = await Promise.resolve(this.database).catch(() => null)
    await database?.close()
    forgetRun(this.settings.data)
  }
}

// Whoever read our words may be gone; that must not keep us from stopping things in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

try {
  const run = new Run(readSettings(), process.argv.includes('--dev'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!run.isStopping) process.stderr.write('\nStopping …\n')
      void run.stop(0)
    })
  }
  process.on('disconnect', () => void run.stop(0))
  await run.start().catch(async (error) => {
    if (!run.isStopping) process.stderr.write(`${describe(error)}\n`)
    await run.stop(1)
  })
} catch (error) {
  fail(error)
}
