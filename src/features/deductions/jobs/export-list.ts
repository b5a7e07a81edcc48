import { defineJob } from '@/server/jobs/define-job'
import { exportList } from '../exports/export-list'
import { ExportInput, storeExport } from '../exports/write-export'

/** Writes a list to a file for who asked; the file is fetched by the number of the work. */
export const exportListJob = defineJob({
  name: 'deductions.export',
  input: ExportInput,
  retriesMax: 1,
  concurrency: 1,
  async run({ actor, progress, jobRunId }, input) {
    return storeExport(await exportList(actor, input, progress), jobRunId)
  },
})
