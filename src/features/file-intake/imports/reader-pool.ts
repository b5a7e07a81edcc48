import { ReaderProcess, type RowTaker } from './reader-process'
import type { Look, LookRequest, ReadRequest, ReadSummary } from './reading'

const READERS = 2
const LOOKERS = 1
const IDLE_MILLISECONDS = 20_000

/** Some long-lived reader processes shared by everything that imports in this process; idle ones end. */
class ReaderPool {
  readonly #size: number
  readonly #idle: ReaderProcess[] = []
  readonly #waiting: ((reader: ReaderProcess) => void)[] = []
  #started = 0
  #nextId = 1
  #idleTimer: NodeJS.Timeout | null = null

  constructor(size: number) {
    this.#size = size
  }

  async read(request: Omit<ReadRequest, 'id'>, take: RowTaker): Promise<ReadSummary> {
    const reader = await this.#take()
    try {
      return await reader.read({ ...request, id: this.#nextId++ }, take)
    } finally {
      this.#giveBack(reader)
    }
  }

  close(): void {
    if (this.#idleTimer) clearTimeout(this.#idleTimer)
    for (const reader of this.#idle) reader.stop()
  }

  #take(): Promise<ReaderProcess> {
    if (this.#idleTimer) clearTimeout(this.#idleTimer)
    const idle = this.#idle.pop()
    if (idle) return Promise.resolve(idle)
    if (this.#started < this.#size) {
      this.#started += 1
      return Promise.resolve(new ReaderProcess())
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #giveBack(reader: ReaderProcess): void {
    const next = this.#waiting.shift()
    if (next) return next(reader)
    this.#idle.push(reader)
    if (this.#idle.length < this.#started) return
    this.#idleTimer = setTimeout(() => this.close(), IDLE_MILLISECONDS)
    this.#idleTimer.unref()
  }
}

const pool = new ReaderPool(READERS)
/** Somebody who looks into a file does not wait for files that are being read. */
const lookers = new ReaderPool(LOOKERS)

/** Reads a stored file in a reader process; a file that breaks its limits comes back refused. */
export function readStoredFile(request: Omit<ReadRequest, 'id'>, take: RowTaker): Promise<ReadSummary> {
  return pool.read(request, take)
}

/** Looks into a file that was read before, under the same limits; null when it breaks them or cannot be read any more. */
export async function lookIntoStored(storedAt: string, bytes: number, look: LookRequest): Promise<Look | null> {
  const summary = await lookers.read({ batchId: '', path: '', storedAt, bytes, partsAt: '', around: [], look }, async () => undefined)
  return summary.look ?? null
}

/** Ends the reader processes, so that a short-lived program can end. */
export function closeReaders(): void {
  pool.close()
  lookers.close()
}
