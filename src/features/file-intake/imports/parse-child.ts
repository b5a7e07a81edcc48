import { constants, setPriority } from 'node:os'
import type { Problem } from '@/core/problem'
import { ProblemLog } from '@/formats/problem-log'
import { DamagedTable } from '@/formats/table'
import { lookInto } from './look-into'
import { type SurveyOrder, surveyContent } from './map-content'
import { PartFolder } from './part-folder'
import { readByMapping } from './read-by-mapping'
import { readContent } from './read-content'
import { CHUNKS_AHEAD, type LookRequest, type ReaderOrder, type ReadMessage, type ReadRequest, type ReadSummary } from './reading'
import { refusedSummary } from './refused-summary'
import { RowSink } from './row-sink'

// Reads files that strangers sent, one at a time, in a process of its own: a hostile one kills only this process.

// Whoever waits for a page comes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

let queue = Promise.resolve()
let chunksAhead = 0
let continueReading: (() => void) | null = null

process.on('message', (order: ReaderOrder) => {
  if ('read' in order) {
    queue = queue.then(() => read(order.read))
    return
  }
  chunksAhead -= order.taken
  if (chunksAhead <= CHUNKS_AHEAD) continueReading?.()
})
process.on('disconnect', () => process.exit(0))
send({ ready: true })

async function read(request: ReadRequest): Promise<void> {
  const {
    id,
    batchId,
    path,
    storedAt,
    partsAt,
    around,
    lockboxProfiles = [],
    mapping,
    survey,
    look,
    correction,
    dateOrder = null,
  } = request
  if (look) return send({ id, summary: await looked(storedAt, look) })
  if (survey) return send({ id, summary: await surveyed(storedAt, path, survey) })
  chunksAhead = 0
  const sink = new RowSink(batchId, (rows) => sendRows(id, rows), room)
  const folder = new PartFolder(partsAt)
  const reading = mapping
    ? readByMapping({ storedAt, path, mapping, correction }, sink)
    : readContent(storedAt, path, sink, { around, parts: folder, lockboxProfiles, correction, dateOrder })
  const summary = await reading.then(
    (content): ReadSummary => ({
      ...content,
      rowKinds: [...sink.kinds],
      rowsRead: sink.rows + sink.rejected + content.blank,
      rejected: sink.rejected,
      withdrawn: sink.withdrawn,
      problems: listed(content.problems),
      parts: folder.parts,
    }),
    (error: unknown) => failed(error),
  )
  sink.flush()
  send({ id, summary })
}

function listed(problems: readonly Problem[]): Problem[] {
  const log = new ProblemLog()
  for (const problem of problems) log.add(problem)
  return log.all()
}

async function looked(storedAt: string, look: LookRequest): Promise<ReadSummary> {
  return lookInto(storedAt, look).then(
    (found): ReadSummary => ({ ...failed(''), refused: null, problems: [], look: found }),
    (error: unknown) => failed(error),
  )
}

async function surveyed(storedAt: string, path: string, survey: SurveyOrder): Promise<ReadSummary> {
  return surveyContent(storedAt, path, survey).then(
    (answer): ReadSummary => ({ ...failed(''), refused: null, problems: [], ...answer }),
    (error: unknown) => failed(error),
  )
}

/** A reader that throws has met something it was not built for; the file is refused and says why. */
function failed(error: unknown): ReadSummary {
  if (error instanceof DamagedTable) return refusedSummary('intake/unreadable-broken', [error.problem])
  const message = error instanceof Error ? error.message : String(error)
  return refusedSummary('intake/reader-failed', [
    { position: 'file', field: 'file', code: 'reader-failed', message: message.slice(0, 500) },
  ])
}

function sendRows(id: number, rows: string): void {
  chunksAhead += 1
  send({ id, rows })
}

async function room(): Promise<void> {
  if (chunksAhead <= CHUNKS_AHEAD) return
  await new Promise<void>((resolve) => {
    continueReading = resolve
  })
  continueReading = null
}

function send(message: ReadMessage): void {
  process.send?.(message)
}
