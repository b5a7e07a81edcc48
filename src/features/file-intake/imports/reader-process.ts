import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CHUNKS_AHEAD, type ReaderOrder, type ReadMessage, type ReadRequest, type ReadSummary } from './reading'
import { refusedSummary } from './refused-summary'

/** Takes rows in COPY's text form; the child goes on reading as they are taken. */
export type RowTaker = (rows: string) => Promise<void>

/** What a file may cost: memory of the whole process, and processor time for every 50 MB or part of it. */
export type ReaderLimits = { memoryBytesMax: number; secondsPerStep: number }

const LIMITS: ReaderLimits = { memoryBytesMax: 512 * 1024 * 1024, secondsPerStep: 30 }
const HEAP_MEGABYTES_MAX = 400
/** Rows die young; more room for them only makes the process larger. */
const YOUNG_MEGABYTES_MAX = 16
const BYTES_PER_STEP = 50 * 1024 * 1024
const WATCH_MILLISECONDS = 150
/** By the wall a file may take so many times as long: on a busy machine the child, which yields to everybody, waits for its turn. */
const WALL_TIMES = 10

type Work = {
  request: ReadRequest
  take: RowTaker
  taking: Promise<void>
  /** Chunks of rows that nobody has taken yet; beyond CHUNKS_AHEAD the child waits for us. */
  untaken: number
  /** Processor time of the child when it was last looked at; null where it cannot be read. */
  processorMs: number | null
  /** Processor time, and time by the wall, that the child may still spend on reading. */
  millisecondsLeft: number
  wallMillisecondsLeft: number
  answer: (summary: ReadSummary) => void
  fail: (error: Error) => void
}

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
  #timer: NodeJS.Timeout | undefined
  readonly #retired = new WeakSet<ChildProcess>()

  constructor(limits: ReaderLimits = LIMITS) {
    this.#limits = limits
  }

  read(request: ReadRequest, take: RowTaker): Promise<ReadSummary> {
    return new Promise((answer, fail) => {
      const millisecondsLeft = 1000 * this.#limits.secondsPerStep * Math.max(1, Math.ceil(request.bytes / BYTES_PER_STEP))
      const child = (this.#child ??= this.#start())
      this.#work = {
        request,
        take,
        taking: Promise.resolve(),
        untaken: 0,
        processorMs: processorMsOf(child.pid),
        millisecondsLeft,
        wallMillisecondsLeft: WALL_TIMES * millisecondsLeft,
        answer,
        fail,
      }
      this.#breach = null
      this.#timer = setInterval(() => this.#watch(child), WATCH_MILLISECONDS)
      order(child, { read: request }, () => this.#kill('intake/reader-crashed'))
    })
  }

  /** Ends the child; a file being read is given up. */
  stop(): void {
    this.#child?.disconnect()
    this.#child = null
  }

  #start(): ChildProcess {
    // The bundler must not follow the path: the child runs from source beside the server.
    const folder = join(/* turbopackIgnore: true */ process.cwd(), 'src/features/file-intake/imports')
    const child = fork(/* turbopackIgnore: true */ join(folder, 'parse-child.ts'), [], {
      execArgv: [
        '--import',
        pathToFileURL(join(folder, 'resolve-sources.ts')).href,
        '--conditions=react-server',
        `--max-old-space-size=${HEAP_MEGABYTES_MAX}`,
        `--max-semi-space-size=${YOUNG_MEGABYTES_MAX}`,
      ],
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
      work.untaken += 1
      work.taking = work.taking.then(() => this.#takeRows(work, message.rows))
      return
    }
    const { summary } = message
    this.#settle()
    this.#retireWhenGrown()
    work.taking.then(
      () => work.answer(summary),
      (error: unknown) => work.fail(toError(error)),
    )
  }

  /** What one file after the other left behind is not held against the next one. */
  #retireWhenGrown(): void {
    const child = this.#child
    if (child?.pid === undefined || memoryOf(child.pid) < this.#limits.memoryBytesMax / 2) return
    this.#retired.add(child)
    this.stop()
  }

  async #takeRows(work: Work, rows: string): Promise<void> {
    try {
      await work.take(rows)
    } catch (error) {
      // The rows have nowhere to go: the rest of the file is not worth reading.
      if (this.#work === work) this.#settle()
      this.#child?.kill('SIGKILL')
      work.fail(toError(error))
      throw error
    }
    work.untaken -= 1
    if (this.#child && this.#work === work) order(this.#child, { taken: 1 }, () => undefined)
  }

  /** Reading costs time; waiting for a slow database is not held against the file. */
  #watch(child: ChildProcess): void {
    if (this.#work) spend(this.#work, processorMsOf(child.pid))
    if (this.#work && Math.min(this.#work.millisecondsLeft, this.#work.wallMillisecondsLeft) <= 0) this.#kill('intake/read-too-long')
    if (child.pid !== undefined && memoryOf(child.pid) > this.#limits.memoryBytesMax) this.#kill('intake/read-too-much-memory')
  }

  #kill(reason: string): void {
    this.#breach ??= reason
    this.#child?.kill('SIGKILL')
  }

  #ended(child: ChildProcess): void {
    if (this.#retired.has(child)) return
    if (this.#child === child) this.#child = null
    const work = this.#work
    if (!work) return
    this.#settle()
    if (!this.#isReady && this.#breach === null) work.fail(new Error('the reader process does not start'))
    else work.answer(refusedSummary(this.#breach ?? 'intake/reader-crashed'))
  }

  #settle(): void {
    clearInterval(this.#timer)
    this.#work = null
  }
}

/** Takes what the child spent since the last look off what it may spend. */
function spend(work: Work, processorMs: number | null): void {
  const spent = processorMs === null || work.processorMs === null ? WATCH_MILLISECONDS : processorMs - work.processorMs
  work.processorMs = processorMs
  if (work.untaken > CHUNKS_AHEAD) return
  work.millisecondsLeft -= spent
  work.wallMillisecondsLeft -= WATCH_MILLISECONDS
}

function order(child: ChildProcess, message: ReaderOrder, onFailure: () => void): void {
  child.send(message, (error) => {
    if (error) onFailure()
  })
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
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

/** Processor time in milliseconds as Linux tells it, in ticks of ten; elsewhere null, and the wall counts instead. */
function processorMsOf(pid: number | undefined): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user, system] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) * 10
  } catch {
    return null
  }
}
