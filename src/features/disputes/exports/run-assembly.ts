import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildMessage, BuildRequest, BuildResult } from './build-request'

const MEMORY_BYTES_MAX = 512 * 1024 * 1024
const HEAP_MEGABYTES_MAX = 400
const SECONDS_PER_FILE = 30
const WATCH_MILLISECONDS = 150
const IDLE_MILLISECONDS = 20_000

/** The child died or hung over one exhibit. */
class AssemblyBreach extends Error {
  readonly key: string | null
  constructor(key: string | null, reason: string) {
    super(`the package could not be assembled: ${reason}`)
    this.name = 'AssemblyBreach'
    this.key = key
  }
}

/**
 * Assembles a package in a child process with at most 512 MB and 30 seconds per file. A file that breaks the limits
 * is not merged but attached as it is, and the assembly starts again without opening it.
 */
export async function runAssembly(request: BuildRequest, signal?: AbortSignal): Promise<BuildResult> {
  let current = request
  for (let attempt = 0; attempt <= request.exhibits.length; attempt++) {
    try {
      return await assembleOnce(current, signal)
    } catch (error) {
      const key = error instanceof AssemblyBreach ? error.key : null
      const guilty = current.exhibits.find((exhibit) => exhibit.key === key && exhibit.content.kind === 'file' && !exhibit.isUnsafe)
      if (!guilty) throw error
      current = { ...current, exhibits: current.exhibits.map((exhibit) => (exhibit === guilty ? { ...exhibit, isUnsafe: true } : exhibit)) }
    }
  }
  throw new AssemblyBreach(null, 'every file breaks the limits')
}

function assembleOnce(request: BuildRequest, signal?: AbortSignal): Promise<BuildResult> {
  return new Promise((resolve, reject) => {
    const waiting = takeIdle()
    const child = waiting ?? startChild()
    let working: string | null = null
    let timer = setTimeout(() => stop('it took too long'), SECONDS_PER_FILE * 1000)
    const watch = setInterval(() => {
      if (child.pid !== undefined && memoryOf(child.pid) > MEMORY_BYTES_MAX) stop('it took too much memory')
    }, WATCH_MILLISECONDS)
    const settle = (isReusable: boolean, finish: () => void) => {
      clearTimeout(timer)
      clearInterval(watch)
      signal?.removeEventListener('abort', abort)
      child.removeAllListeners()
      if (isReusable) keepIdle(child)
      else child.kill('SIGKILL')
      finish()
    }
    const stop = (reason: string) => settle(false, () => reject(new AssemblyBreach(working, reason)))
    const abort = () => settle(false, () => reject(signal?.reason instanceof Error ? signal.reason : new Error('cancelled')))
    signal?.addEventListener('abort', abort)
    child.on('exit', () => stop('the process ended'))
    child.on('error', (error) => stop(error.message))
    child.on('message', (message: BuildMessage) => {
      if ('ready' in message) child.send(request)
      else if ('result' in message) settle(true, () => resolve(message.result))
      else if ('failed' in message) settle(false, () => reject(new Error(message.failed)))
      else {
        working = message.working
        clearTimeout(timer)
        timer = setTimeout(() => stop('it took too long'), SECONDS_PER_FILE * 1000)
      }
    })
    if (waiting) child.send(request)
  })
}

let idle: { child: ChildProcess; timer: NodeJS.Timeout } | null = null

// Starting a child costs more than a package; the last one waits a while for the next, without keeping this process alive.
function keepIdle(child: ChildProcess): void {
  if (idle || !child.connected) {
    child.kill('SIGKILL')
    return
  }
  child.unref()
  child.channel?.unref()
  const timer = setTimeout(() => {
    idle = null
    child.kill('SIGKILL')
  }, IDLE_MILLISECONDS)
  timer.unref()
  child.once('exit', () => {
    if (idle?.child === child) idle = null
  })
  idle = { child, timer }
}

function takeIdle(): ChildProcess | null {
  const kept = idle
  idle = null
  if (!kept) return null
  clearTimeout(kept.timer)
  kept.child.removeAllListeners()
  if (!kept.child.connected) return null
  kept.child.ref()
  kept.child.channel?.ref()
  return kept.child
}

function startChild(): ChildProcess {
  // The bundler must not follow the path: the child runs from source beside the server.
  const script = join(process.cwd(), 'src/features/disputes/exports', 'assemble-child.ts')
  return fork(/* turbopackIgnore: true */ script, [], {
    execArgv: ['--import', 'tsx', '--conditions=react-server', `--max-old-space-size=${HEAP_MEGABYTES_MAX}`],
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Resident memory in bytes as Linux tells it; elsewhere the limit of the heap alone protects. */
function memoryOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}
