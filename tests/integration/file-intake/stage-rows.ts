import { specialist } from '@tests/factories/people'
import { commitBatches } from '@/features/file-intake/commands/commit-batches'
import { receiveBatches } from '@/features/file-intake/commands/receive-batches'
import { stageBatches } from '@/features/file-intake/commands/stage-batches'
import { copyRows } from '@/features/file-intake/imports/copy-rows'
import { RowSink } from '@/features/file-intake/imports/row-sink'
import { findImportReport, type ImportReport } from '@/features/file-intake/queries/find-import-report'
import type { StagedRow } from '@/formats/staged-row'
import { storeFile } from '@/server/file-store'

export type Row = Pick<StagedRow, 'kind' | 'values'>
let files = 0

/** Stages rows as if a file of bytes never seen before had been read, takes them over, and answers the import. */
export async function takeRows(
  rows: readonly Row[],
  envelope: StagedRow['values'] = {},
  fileName = `file-${++files}`,
): Promise<ImportReport> {
  const stored = await storeFile(Buffer.from(`${++files} ${JSON.stringify(rows)}`))
  const [batch] = await receiveBatches(specialist, {
    files: [{ fileName, path: fileName, mediaType: 'text/plain', way: 'cli', ...stored }],
  })
  if (!batch) throw new Error('no batch')
  const chunks: string[] = []
  const sink = new RowSink(batch.id, (chunk) => chunks.push(chunk))
  rows.forEach(({ kind, values }, index) => sink.add({ kind, position: `${files} row ${index}`, values: { ...values, ...envelope } }))
  sink.flush()
  await copyRows(chunks)
  const summary = {
    id: batch.id,
    state: 'committing' as const,
    format: 'csv',
    kind: rows[0]?.kind ?? '',
    encoding: null,
    rowsRead: rows.length,
  }
  const counts = { blank: 0, rejected: 0, ownTotal: null, computedTotal: null, currency: null, reason: null, findings: [] }
  await stageBatches(specialist, { batches: [{ ...summary, ...counts }] })
  await commitBatches(specialist, { batchIds: [batch.id] })
  const [report] = await findImportReport(specialist, [batch.id])
  if (!report) throw new Error('no report')
  return report
}
