import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { pinnedNode, TYPESCRIPT } from './pinned-node.mjs'
import { endGroup } from './process-group.mjs'
import { ROOT } from './settings.mjs'

const LOG_BYTES_MAX = 20_000_000
const RESTART_MILLISECONDS_MAX = 30_000

/** What Node is called with for each part of the application. */
export function partArguments({ port }, isDev = false) {
  const host = process.env.RECOUP_HOST ? ['-H', process.env.RECOUP_HOST] : []
  return {
    web: ['node_modules/next/dist/bin/next', isDev ? 'dev' : 'start', '-p', String(port), ...host],
    worker: [...TYPESCRIPT, 'src/worker/main.ts'],
  }
}

/**
 * Keeps one process of the application running: a crash after it once stood is followed by a new start, ever slower.
 * It leads a group of its own, so that a Ctrl-C in the terminal reaches only the launcher, which stops things in order.
 */
export class Child {
  #process = null
  #isStopping = false
  #restarts = 0

  constructor(name, args, env, log, onChange = () => undefined) {
    Object.assign(this, { name, args, env, log, onChange })
    this.hasStood = false
  }

  get pid() {
    return this.#process?.pid ?? null
  }

  get hasEnded() {
    return this.#process === null
  }

  start() {
    const out = this.log === null ? 'inherit' : openLog(this.log)
    this.#process = spawn(pinnedNode(), this.args, { cwd: ROOT, env: this.env, stdio: ['ignore', out, out], detached: true })
    if (out !== 'inherit') closeSync(out)
    this.#process.once('exit', (code, signal) => this.#ended(code ?? signal))
    this.onChange()
  }

  #ended(how) {
    this.#process = null
    if (this.#isStopping || !this.hasStood) return
    const wait = Math.min(1000 * 2 ** this.#restarts++, RESTART_MILLISECONDS_MAX)
    process.stderr.write(`${this.name} ended by itself (${how}); starting it again in ${wait / 1000} s. ${this.log ?? ''}\n`)
    setTimeout(() => this.#isStopping || this.start(), wait)
  }

  async stop() {
    this.#isStopping = true
    if (this.#process !== null) await endGroup(this.#process)
  }

  lastWords() {
    return this.log !== null && existsSync(this.log) ? readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-25).join('\n') : ''
  }
}

function openLog(path) {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path) && statSync(path).size > LOG_BYTES_MAX) renameSync(path, `${path}.1`)
  return openSync(path, 'a')
}
