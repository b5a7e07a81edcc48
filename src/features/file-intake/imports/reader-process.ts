import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadMessage, ReadRequest, ReadSummary } from './reading'

export type ReadResult = { chunks: string[]; summary: ReadSummary }

/** What a file may cost: memory of the whole process, and time for every 50 MB or part of it. */
export type ReaderLimits = { memoryBytesMax: number; secondsPerStep: number }

const LIMITS: ReaderLimits = { memoryBytesMax: 512 * 1024 * 1024, secondsPerStep: 30 }
const HEAP_MEGABYTES_MAX = 400
const BYTES_PER_STEP = 50 * 1024 * 1024
const WATCH_MILLISECONDS = 150

type Work = { request: ReadRequest; chunks: string[]; answer: (result: ReadResult) => void; fail: (error: Error) => void }

/**
 * One child process that reads files one after the other. It sees no settings and no database. A file that takes too long
 * or too much memory costs the child its life and is refused; the next file starts a new child.
 */
export class ReaderProcess {
  readonly #limits: ReaderLimits
  #child: ChildProcess | null = null
  #isReady = false
  #work: Work | null = null
  #breach: string | null = null
  #timers: NodeJS.Timeout[] = []

  constructor(limits: ReaderLimits = LIMITS) {
    this.#limits = limits
  }

  read(request: ReadRequest): Promise<ReadResult> {
    return new Promise((answer, fail) => {
      this.#work = { request, chunks: [], answer, fail }
      const child = (this.#child ??= this.#start())
      this.#breach = null
      const seconds = this.#limits.secondsPerStep * Math.max(1, Math.ceil(request.bytes / BYTES_PER_STEP))
      this.#timers = [
        setTimeout(() => this.#kill('intake/read-too-long'), seconds * 1000),
        setInterval(() => this.#watchMemory(child), WATCH_MILLISECONDS),
      ]
      child.send(request, (error) => error && this.#kill('intake/reader-crashed'))
    })
  }

  /** Ends the child; a file being read is given up. */
  stop(): void {
    this.#child?.disconnect()
    this.#child = null
  }

  #start(): ChildProcess {
    // The bundler must not follow the path: the child runs from source beside the server.
    const script = join(process.cwd(), 'src/features/file-intake/imports', 'parse-child.ts')
    const child = fork(/* turbopackIgnore: true */ script, [], {
      execArgv: ['--import', 'tsx', '--conditions=react-server', `--max-old-space-size=${HEAP_MEGABYTES_MAX}`],
      env: { NODE_ENV: 'production' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#isReady = false
    child.on('message', (message: ReadMessage) => this.#receive(message))
    child.on('exit', () => this.#ended(child))
    child.on('error', () => this.#ended(child))
    return child
  }

  #receive(message: ReadMessage): void {
    if ('ready' in message) {
      this.#isReady = true
      return
    }
    const work = this.#work
    if (!work || work.request.id !== message.id) return
    if ('rows' in message) {
      work.chunks.push(message.rows)
      return
    }
    this.#settle()
    work.answer({ chunks: work.chunks, summary: message.summary })
  }

  #watchMemory(child: ChildProcess): void {
    if (child.pid !== undefined && memoryOf(child.pid) > this.#limits.memoryBytesMax) this.#kill('intake/read-too-much-memory')
  }

  #kill(reason: string): void {
    this.#breach ??= reason
    this.#child?.kill('SIGKILL')
  }

  #ended(child: ChildProcess): void {
    if (this.#child === child) this.#child = null
    const work = this.#work
    if (!work) return
    this.#settle()
    if (!this.#isReady && this.#breach === null) work.fail(new Error('the reader process does not start'))
    else work.answer({ chunks: [], summary: refusedSummary(this.#breach ?? 'intake/reader-crashed') })
  }

  #settle(): void {
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers = []
    this.#work = null
  }
}

/** Resident memory in bytes as Linux tells it; elsewhere the limit of the heap alone protects. */
function memoryOf(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return pages * 4096
  } catch {
    return 0
  }
}

function refusedSummary(reason: string): ReadSummary {
  return {
    format: 'unknown',
    kind: 'unknown',
    encoding: null,
    rowKinds: [],
    rowsRead: 0,
    rejected: 0,
    blank: 0,
    totals: { own: null, computed: null, currency: null },
    problems: [],
    waiting: null,
    refused: reason,
  }
}
