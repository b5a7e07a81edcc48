import { readContent } from './read-content'
import type { ReadMessage, ReadRequest, ReadSummary } from './reading'
import { RowSink } from './row-sink'

// Reads files that strangers sent, one at a time, in a process of its own: a hostile one kills only this process.

const PROBLEMS_MAX = 500

let queue = Promise.resolve()

process.on('message', (request: ReadRequest) => {
  queue = queue.then(() => read(request))
})
process.on('disconnect', () => process.exit(0))
send({ ready: true })

async function read({ id, batchId, path, storedAt }: ReadRequest): Promise<void> {
  const sink = new RowSink(batchId, (rows) => send({ id, rows }))
  const summary = await readContent(storedAt, path, sink).then(
    (content): ReadSummary => ({
      ...content,
      rowKinds: [...sink.kinds],
      rowsRead: sink.rows + sink.rejected + content.blank,
      rejected: sink.rejected,
      problems: content.problems.slice(0, PROBLEMS_MAX),
    }),
    (error: unknown) => failed(error),
  )
  sink.flush()
  send({ id, summary })
}

/** A reader that throws has met something it was not built for; the file is refused and says why. */
function failed(error: unknown): ReadSummary {
  const message = error instanceof Error ? error.message : String(error)
  return {
    format: 'unknown',
    kind: 'unknown',
    encoding: null,
    rowKinds: [],
    rowsRead: 0,
    rejected: 0,
    blank: 0,
    totals: { own: null, computed: null, currency: null },
    problems: [{ position: 'file', field: 'file', code: 'reader-failed', message: message.slice(0, 500) }],
    waiting: null,
    refused: 'intake/reader-failed',
  }
}

function send(message: ReadMessage): void {
  process.send?.(message)
}
