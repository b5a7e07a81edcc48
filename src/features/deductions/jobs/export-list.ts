import { db } from '@/server/db/client'
import { recordStoredFiles, storeFile } from '@/server/file-store'
import { defineJob } from '@/server/jobs/define-job'
import { ExportInput, exportList } from '../exports/export-list'

/** Writes a list to a file for who asked; the file is fetched by the number of the work. */
export const exportListJob = defineJob({
  name: 'deductions.export',
  input: ExportInput,
  retriesMax: 1,
  concurrency: 1,
  async run({ actor, progress, jobRunId }, input) {
    const { content, fileName, mediaType, rows } = await exportList(actor, input, progress)
    const stored = await storeFile(content)
    await db().$transaction((tx) => recordStoredFiles(tx, [{ ...stored, mediaType }]))
    return { fileName, mediaType, storageKey: stored.storageKey, rows, download: `/api/exports/${jobRunId}` }
  },
})
