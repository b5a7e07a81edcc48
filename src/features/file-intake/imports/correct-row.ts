import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import type { ReceivedBatch } from '../commands/receive-batches'
import { writeRejectedWorkbook } from '../exports/write-rejected-rows'
import { canImport } from '../policy'
import { findRejectedFile } from '../queries/find-rejected-file'
import { gatherRejected } from './gather-rejected'
import { importFiles } from './import-files'

/** The cells of one rejected row after correction, in the order of the columns of its file. */
export const CorrectRowInput = z.strictObject({
  position: z.string().min(1).max(300),
  cells: z.array(z.string().max(32_000)).min(1).max(2048),
})

const TEXTS = { titles: ['Position', 'Field', 'Reason'], cellsOf: (position: string, { code }: { code: string }) => [position, '', code] }

/**
 * Brings one rejected row in after correction, the way a corrected workbook comes in: the workbook is kept as the file of the
 * correction. Refuses 'not-found' when the row does not wait any more.
 */
export async function correctRow(
  actor: Actor,
  batchId: string,
  { position, cells }: z.output<typeof CorrectRowInput>,
): Promise<ReceivedBatch> {
  if (!canImport(actor)) throw new Refusal('not-allowed')
  const found = await findRejectedFile(actor, batchId, position)
  const [sheet] = found ? await gatherRejected(found) : []
  if (!found || !sheet?.canReturn || sheet.rows.length !== 1) throw new Refusal('not-found')
  const corrected = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells })) }
  const { content } = await writeRejectedWorkbook(found.file.id, [corrected], TEXTS)
  const path = `${found.file.fileName} - ${position}.xlsx`
  const [batch] = await importFiles(actor, [{ path, way: 'browser', content: async () => content }])
  if (!batch) throw new Error('a correction has no batch')
  return batch
}
